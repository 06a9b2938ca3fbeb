"""How the letters of a text file are encoded: UTF-8, UTF-16 with its mark, or Windows-1252."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Encoding", "encoding_of"]

_BLOCK = 1 << 20
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, ""),
    (codecs.BOM_UTF32_BE, ""),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Bytes that stand for nothing in Windows-1252, and one that no text holds.
_NOT_WINDOWS = re.compile(rb"[\x00\x81\x8d\x8f\x90\x9d]")
_TWO_OR_MORE_BYTES = re.compile(rb"[\xc3-\xef][\x80-\xbf]")


@dataclass(frozen=True, slots=True)
class Encoding:
    """What was found.

    Attributes
    ----------
    name : str or None
        As Python calls it; ``None`` when the letters cannot be read.
    is_unusual : bool
        Whether it is anything but UTF-8.
    line : int
        The first line that is no UTF-8, where that is why.
    """

    name: str | None
    is_unusual: bool = False
    line: int = 1


def encoding_of(path: Path) -> Encoding:
    """Look through a whole file for its encoding; memory stays that of one block.

    A file without a mark is UTF-8. One that is not, and has no letter of UTF-8 anywhere either, is
    Windows-1252; one that is UTF-8 in one place and not in another is damaged.
    """
    with path.open("rb") as handle:
        start = handle.read(4)
    stated = next((name for mark, name in _MARKS if start.startswith(mark)), None)
    if stated is not None:
        is_readable = stated and _first_bad_line(path, stated) is None
        return Encoding(stated if is_readable else None, is_unusual=stated != "utf-8-sig")
    line = _first_bad_line(path, "utf-8")
    if line is None:
        return Encoding("utf-8")
    mixed = any(_TWO_OR_MORE_BYTES.search(one) or _NOT_WINDOWS.search(one) for one in _blocks(path))
    return Encoding(None if mixed else "cp1252", is_unusual=True, line=line)


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as handle:
        while block := handle.read(_BLOCK):
            yield block


def _first_bad_line(path: Path, name: str) -> int | None:
    decoder = codecs.getincrementaldecoder(name)()
    line = 1
    for block in _blocks(path):
        try:
            line += decoder.decode(block).count("\n")
        except UnicodeDecodeError as error:
            before = error.object[: error.start]
            return line + before.count(b"\n")
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return line
    return None
