"""A CSV file as one grid of rows, read as a stream; what is no CSV is refused."""

import csv
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TextIO

from recommender.errors import ImportRefusedError
from recommender.ingest.encodings import encoding_of
from recommender.ingest.fault_texts import (
    FILE_FAULTS,
    Sentences,
    bad_quote,
    encoding_told,
    too_large,
    undecodable,
)
from recommender.ingest.faults import FaultLog, refused
from recommender.ingest.grid import Grid, GridRow
from recommender.ingest.separators import Known, separator_of

__all__ = ["CsvFile", "open_csv"]

_SAMPLE = 1 << 16
_HEAD_ROWS = 60
_OTHER_STARTS = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PAR1", b"\x1f\x8b", b"7z\xbc", b"Rar!")
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|table|\?xml|head|body)\b", re.IGNORECASE)
_SEPARATOR_LINE = re.compile(r"\ufeff?sep=([,;\t|])\r?\n", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CsvFile:
    """An open CSV file.

    Attributes
    ----------
    grid : Grid
        All its rows; they raise ``ImportRefusedError`` where the file cannot be read further.
    separator : str
        What stands between the columns.
    notes : tuple of (str, Sentences)
        Code and sentences of what the user should know of how the file was read.
    """

    grid: Grid
    separator: str
    notes: tuple[tuple[str, Sentences], ...] = ()


def _fault(name: str, code: str, message: Sentences, row: int | None = None) -> ImportRefusedError:
    faults = FaultLog()
    faults.note(code, message, row=row)
    return refused(name, faults)


def _refuse_other_formats(path: Path, most_bytes: int) -> None:
    with path.open("rb") as handle:
        start = handle.read(4096)
    code = None
    if not start.strip():
        code = "file_empty"
    elif path.stat().st_size > most_bytes:
        raise _fault(path.name, "file_too_large", too_large(path.stat().st_size, most_bytes))
    elif start.startswith(_OTHER_STARTS) or _MARKUP.match(start) or _is_binary(start):
        code = "not_a_spreadsheet"
    if code:
        raise _fault(path.name, code, FILE_FAULTS[code])


def _is_binary(start: bytes) -> bool:
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    return b"\x00" in start.splitlines()[0]


def _records(path: Path, handle: TextIO, separator: str) -> Iterator[GridRow]:
    number = 0
    try:
        for record in csv.reader(handle, delimiter=separator, strict=True):
            number += 1
            if any(record) and (record[0].strip() or "".join(record).strip()):
                yield GridRow(number, record)
    except csv.Error as error:
        raise _fault(path.name, "quote_unclosed", bad_quote(str(error)), row=number + 1) from error


def _head(rows: Iterator[GridRow]) -> tuple[GridRow, ...]:
    found: list[GridRow] = []
    try:
        found.extend(islice(rows, _HEAD_ROWS))
    except ImportRefusedError:
        # below a head it is raised again, at its place, when the rows are read
        if not found:
            raise
    return tuple(found)


@contextmanager
def open_csv(path: Path, known: Known, most_bytes: int) -> Iterator[CsvFile]:
    """Open a CSV file in any of the usual encodings and with any of the usual separators.

    Parameters
    ----------
    path : Path
        An ordinary file that may be read.
    known : callable
        Tells how much of a row is a known header; decides between separators.
    most_bytes : int
        The largest file that is read.

    Raises
    ------
    ImportRefusedError
        When it is empty, too large, something else than text, of an unknown encoding, or unclear.
    """
    _refuse_other_formats(path, most_bytes)
    encoding = encoding_of(path)
    if encoding.name is None:
        raise _fault(path.name, "encoding_unknown", undecodable(encoding.line))
    notes = (("encoding_told", encoding_told(encoding.name)),) if encoding.is_unusual else ()
    with path.open(encoding=encoding.name, newline="") as handle:
        sample = handle.read(_SAMPLE)
        stated = _SEPARATOR_LINE.match(sample)
        separator = stated[1] if stated else separator_of(sample, known)
        if separator is None:
            raise _fault(path.name, "delimiter_unclear", FILE_FAULTS["delimiter_unclear"], row=1)

        def rows() -> Iterator[GridRow]:
            handle.seek(0)
            if stated:
                handle.readline()  # spreadsheets write this line and do not show it
            return _records(path, handle, separator)

        head = _head(rows())
        if not head:
            raise _fault(path.name, "file_empty", FILE_FAULTS["file_empty"])
        yield CsvFile(Grid(None, is_hidden=False, head=head, rows=rows), separator, notes)
