"""Old containers: which of them is an XLS, which is locked, which has macros, which is something else."""

from typing import BinaryIO

from recommender.ingest.sheets.refusal import RefusalError

__all__ = ["check_ole"]

_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORKBOOKS = tuple(name.encode("utf-16-le") for name in ("Workbook", "Book", "WORKBOOK", "BOOK"))
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_MACROS = tuple(name.encode("utf-16-le") for name in ("_VBA_PROJECT_CUR", "_VBA_PROJECT"))
_ENTRY = 128
_NAME_BYTES = 64
_FIRST_DIRECTORY, _SECTOR_SHIFT, _FAT_SECTORS = 48, 30, 76
_FAT_IN_HEADER = 109
_END = 0xFFFF_FFF0
_MOST_SECTORS = 4096


def check_ole(handle: BinaryIO) -> None:
    """Look at the names in the directory of an old container.

    Raises
    ------
    RefusalError
        ``file_encrypted``, ``macro_not_allowed``, ``not_a_spreadsheet`` or ``file_damaged``.
    """
    start = handle.read(512)
    if not start.startswith(_SIGNATURE):
        return  # records without a container: the oldest workbooks
    names = _names(handle, start)
    if _LOCKED in names:
        raise RefusalError("file_encrypted")
    if any(one in names for one in _MACROS):
        raise RefusalError("macro_not_allowed")
    if not any(one in names for one in _WORKBOOKS):
        raise RefusalError("not_a_spreadsheet" if names else "file_damaged")


def _names(handle: BinaryIO, start: bytes) -> set[bytes]:
    """Return the names of all streams and storages, following the chain of directory sectors."""
    if len(start) < 512:  # noqa: PLR2004 - the size of the header
        raise RefusalError("file_damaged")
    shift = int.from_bytes(start[_SECTOR_SHIFT : _SECTOR_SHIFT + 2], "little")
    if shift not in {9, 12}:
        raise RefusalError("file_damaged")
    size = 1 << shift
    table = [_number(start, _FAT_SECTORS + 4 * at) for at in range(_FAT_IN_HEADER)]
    found: set[bytes] = set()
    sector = _number(start, _FIRST_DIRECTORY)
    for _ in range(_MOST_SECTORS):
        if sector >= _END:
            return found
        block = _sector(handle, sector, size)
        for at in range(0, size, _ENTRY):
            length = int.from_bytes(block[at + _NAME_BYTES : at + _NAME_BYTES + 2], "little")
            if 2 < length <= _NAME_BYTES:  # noqa: PLR2004 - a name and the zero that ends it
                found.add(block[at : at + length - 2])
        sector = _next_sector(handle, table, sector, size)
    raise RefusalError("file_damaged")


def _next_sector(handle: BinaryIO, table: list[int], sector: int, size: int) -> int:
    per_sector = size // 4
    at = sector // per_sector
    if at >= len(table) or table[at] >= _END:
        return _END  # beyond what the header lists; enough for any workbook that is read
    return _number(_sector(handle, table[at], size), 4 * (sector % per_sector))


def _sector(handle: BinaryIO, number: int, size: int) -> bytes:
    handle.seek((number + 1) * size)
    block = handle.read(size)
    if len(block) < size:
        raise RefusalError("file_damaged")
    return block


def _number(block: bytes, at: int) -> int:
    return int.from_bytes(block[at : at + 4], "little")
