"""What a file is, by its first bytes and the names of its parts; its ending says nothing."""

import zipfile
from enum import StrEnum
from pathlib import Path

__all__ = ["Kind", "file_kind"]

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BIFF = (b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00")
_BIFF_LENGTHS = frozenset({4, 6, 8, 16})
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"


class Kind(StrEnum):
    """Kinds of files as far as the reader minds."""

    XLSX = "xlsx"
    XLSB = "xlsb"
    ODS = "ods"
    OLE = "ole"
    """XLS, an encrypted XLSX, or another old document: the child looks closer."""
    OTHER_ZIP = "other_zip"
    TEXT = "text"
    """Anything else; read as CSV or refused there."""

    @property
    def is_workbook(self) -> bool:
        """Whether the child is asked."""
        return self is not Kind.TEXT


def file_kind(path: Path) -> Kind:
    """Tell what a file is; a few reads, whatever its size.

    Examples
    --------
    >>> file_kind(Path(__file__)).is_workbook
    False
    """
    with path.open("rb") as handle:
        start = handle.read(8)
    if start.startswith(_OLE) or _is_bare_biff(start):
        return Kind.OLE
    if not start.startswith(_ZIP):
        return Kind.TEXT
    return _kind_of_zip(path)


def _is_bare_biff(start: bytes) -> bool:
    # the oldest workbooks have no container around their records
    return start[:2] in _BIFF and int.from_bytes(start[2:4], "little") in _BIFF_LENGTHS


def _kind_of_zip(path: Path) -> Kind:
    try:
        with zipfile.ZipFile(path) as book:
            names = {one.filename.lower() for one in book.infolist()}
            if "mimetype" in names:
                with book.open("mimetype") as part:
                    return Kind.ODS if part.read(len(_ODS)) == _ODS else Kind.OTHER_ZIP
    except (OSError, ValueError, KeyError, RuntimeError, NotImplementedError, zipfile.BadZipFile):
        return Kind.XLSX  # damaged or locked: the child says how
    if "xl/workbook.bin" in names:
        return Kind.XLSB
    return Kind.XLSX if any(one.startswith("xl/") for one in names) else Kind.OTHER_ZIP
