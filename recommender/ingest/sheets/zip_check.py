"""The container of a workbook: sizes, names and encryption of its parts, counted while they unpack."""

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from recommender.ingest.sheets.limits import Limits
from recommender.ingest.sheets.refusal import RefusalError

__all__ = ["CheckedZip", "checked_zip"]

_BLOCK = 1 << 16
_ENCRYPTED = 0x1
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_RATIO_COUNTS_FROM = 1 << 20
_BAD = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, NotImplementedError)


class CheckedZip:
    """A zip whose directory is sound; parts are unpacked as streams and counted.

    Parameters
    ----------
    book : zipfile.ZipFile
    limits : Limits
    """

    def __init__(self, book: zipfile.ZipFile, limits: Limits) -> None:
        self._book = book
        self._limits = limits
        self._unpacked = 0
        self.names = [one.filename for one in book.infolist() if not one.is_dir()]

    def blocks(self, name: str) -> Iterator[bytes]:
        """Unpack a part block by block.

        Raises
        ------
        RefusalError
            When it is larger than allowed, or damaged.
        """
        found = self._book.getinfo(name)
        size = 0
        try:
            with self._book.open(found) as part:
                while block := part.read(_BLOCK):
                    size += len(block)
                    self._count(len(block), size, found.compress_size)
                    yield block
        except _BAD as error:
            raise RefusalError("file_damaged") from error

    def _count(self, more: int, size: int, packed: int) -> None:
        self._unpacked += more
        limits = self._limits
        too_dense = size > _RATIO_COUNTS_FROM and size > limits.ratio * max(packed, 1)
        if self._unpacked > limits.unpacked_bytes or size > limits.part_bytes or too_dense:
            raise RefusalError("file_unpacks_too_large", megabytes=limits.unpacked_bytes >> 20)


def checked_zip(path: Path, handle: BinaryIO, limits: Limits) -> CheckedZip:
    """Look at the directory of a zip.

    Raises
    ------
    RefusalError
        When there are too many parts, or their names, sizes or methods are not those of a workbook.
    """
    try:
        book = zipfile.ZipFile(handle)
    except _BAD as error:
        raise RefusalError("file_damaged") from error
    parts = book.infolist()
    if len(parts) > limits.part_count:
        raise RefusalError("file_unpacks_too_large", megabytes=limits.unpacked_bytes >> 20)
    if sum(one.file_size for one in parts) > limits.unpacked_bytes:
        raise RefusalError("file_unpacks_too_large", megabytes=limits.unpacked_bytes >> 20)
    names = [one.filename.casefold() for one in parts]
    if len(set(names)) < len(names) or any(_is_odd(one.filename) for one in parts):
        raise RefusalError("file_damaged")
    if any(one.flag_bits & _ENCRYPTED for one in parts):
        raise RefusalError("file_encrypted")
    packed = path.stat().st_size
    if any(one.compress_type not in _METHODS or one.compress_size > packed for one in parts):
        raise RefusalError("file_damaged")
    return CheckedZip(book, limits)


def _is_odd(name: str) -> bool:
    parts = name.split("/")
    return name.startswith("/") or "\\" in name or ":" in name or "\0" in name or ".." in parts
