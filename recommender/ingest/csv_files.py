"""A CSV file as a header and numbered rows, read as a stream; what is no CSV is refused."""

import csv
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from recommender.errors import ImportRefusedError, NotFoundError, RefusedError
from recommender.ingest.fault_texts import FILE_FAULTS, Sentences, bad_quote, undecodable
from recommender.ingest.faults import FaultLog, refused

__all__ = ["CsvFile", "read_csv_rows"]

_MAX_BYTES = 1 << 30
_SAMPLE = 1 << 16
_SHEET_STARTS = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
_SHEET_SUFFIXES = frozenset({".xlsx", ".xls", ".xlsm", ".xlsb", ".ods"})
_OTHER_STARTS = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"<!DOCTYPE", b"<html", b"PAR1")
_SEPARATOR_LINE = re.compile(r"\ufeff?sep=([,;])\r?\n", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CsvFile:
    """An open CSV file.

    Attributes
    ----------
    header : tuple of str
        The cells of the first row that is not blank, as they stand.
    separator : str
        ``,`` or ``;``.
    rows : iterator of (int, list of str)
        Row number as a spreadsheet counts (the header is row 1) and cells; blank rows are left out.
        Raises ``ImportRefusedError`` where the file cannot be read further.
    """

    header: tuple[str, ...]
    separator: str
    rows: Iterator[tuple[int, list[str]]]


def _fault(name: str, code: str, message: Sentences, row: int | None = None) -> ImportRefusedError:
    faults = FaultLog()
    faults.note(code, message, row=row)
    return refused(name, faults)


def _refuse_other_formats(path: Path) -> None:
    with path.open("rb") as handle:
        start = handle.read(4096)
    code = None
    if not start.strip():
        code = "file_empty"
    elif path.stat().st_size > _MAX_BYTES:
        code = "file_too_large"
    elif start.startswith(_SHEET_STARTS) or path.suffix.lower() in _SHEET_SUFFIXES:
        code = "format_unsupported"
    elif start.startswith((b"\xff\xfe", b"\xfe\xff")):
        code = "encoding_unknown"
    elif start.startswith(_OTHER_STARTS) or b"\x00" in start.splitlines()[0]:
        code = "not_a_csv"
    if code:
        raise _fault(path.name, code, FILE_FAULTS[code])


def _first_record(sample: str, separator: str) -> list[str]:
    try:
        for record in csv.reader(io.StringIO(sample, newline=""), delimiter=separator):
            if any(record):
                return record
    except csv.Error:
        pass  # met again, with its row, when the rows are read
    return []


def _separator(name: str, sample: str) -> str:
    commas, semicolons = (_first_record(sample, one) for one in ",;")
    if len(commas) == len(semicolons):
        only = commas[0] if commas else ""
        if len(commas) > 1 or "\t" in only or "|" in only:
            raise _fault(name, "delimiter_unclear", FILE_FAULTS["delimiter_unclear"], row=1)
    return ";" if len(semicolons) > max(len(commas), 1) else ","


def _undecodable(path: Path) -> ImportRefusedError:
    # decoded in blocks, so the line is looked for only once it is known that there is one
    line = 1
    with path.open("rb") as handle:
        for line, raw in enumerate(handle, start=1):  # noqa: B007 - the line reached is the answer
            try:
                raw.decode()
            except UnicodeDecodeError:
                break
    return _fault(path.name, "encoding_unknown", undecodable(line))


def _records(path: Path, handle: TextIO, separator: str) -> Iterator[tuple[int, list[str]]]:
    number = 0
    try:
        for record in csv.reader(handle, delimiter=separator, strict=True):
            number += 1
            if any(record) and (record[0].strip() or "".join(record).strip()):
                yield number, record
    except csv.Error as error:
        raise _fault(path.name, "quote_unclosed", bad_quote(str(error)), row=number + 1) from error
    except UnicodeDecodeError as error:
        raise _undecodable(path) from error


@contextmanager
def read_csv_rows(path: Path) -> Iterator[CsvFile]:
    """Open a CSV file: UTF-8 with or without BOM, separated by ``,`` or ``;`` (the header tells).

    Raises
    ------
    NotFoundError
        When there is no such file.
    RefusedError
        When it may not be read.
    ImportRefusedError
        When it is empty, a spreadsheet, of another encoding, or not readable as CSV.
    """
    try:
        _refuse_other_formats(path)
        handle = path.open(encoding="utf-8-sig", newline="")
    except FileNotFoundError as error:
        raise NotFoundError(
            f"Berkas {path} tidak ada. Periksa nama dan foldernya.",
            f"There is no file {path}. Check its name and folder.",
        ) from error
    except OSError as error:
        raise RefusedError(
            f"Berkas {path} tidak dapat dibaca. Periksa izinnya, dan bahwa itu bukan folder.",
            f"The file {path} cannot be read. Check its permissions, and that it is no folder.",
        ) from error
    with handle:
        try:
            sample = handle.read(_SAMPLE)
        except UnicodeDecodeError as error:
            raise _undecodable(path) from error
        stated = _SEPARATOR_LINE.match(sample)
        separator = stated[1] if stated else _separator(path.name, sample)
        handle.seek(0)
        if stated:
            handle.readline()  # spreadsheets write this line and do not show it
        records = _records(path, handle, separator)
        first = next(records, None)
        if first is None:
            raise _fault(path.name, "file_empty", FILE_FAULTS["file_empty"])
        yield CsvFile(tuple(first[1]), separator, records)
