"""The process that reads one workbook: it limits itself, looks at the file, and answers line by line."""

import json
import os
import resource
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, TextIO

from recommender.ingest.sheets.book_parts import BookParts, book_parts, refuse_macros_and_links
from recommender.ingest.sheets.kinds import Kind, file_kind
from recommender.ingest.sheets.limits import Limits
from recommender.ingest.sheets.ods_parts import check_ods
from recommender.ingest.sheets.ole_check import check_ole
from recommender.ingest.sheets.reading import filled_rows
from recommender.ingest.sheets.refusal import RefusalError
from recommender.ingest.sheets.sheet_parts import SheetNotes, sheet_notes
from recommender.ingest.sheets.xml_guard import parse_stream
from recommender.ingest.sheets.zip_check import CheckedZip, checked_zip

__all__ = ["main"]

_HEAD_ROWS = 60
_BATCH_ROWS = 200
_BATCH_LETTERS = 1 << 18
_DESCRIPTORS = 32
_XML = (".xml", ".rels", ".vml")
_MOST_SHEETS = 100


def main() -> None:
    """Read the question from standard input and answer on standard output; never raises."""
    question = json.loads(sys.stdin.readline())
    limits = Limits(**question["limits"])
    _limit_myself(limits)
    try:
        _Reader(Path(question["path"]), limits, sys.stdout).answer(sys.stdin)
    except RefusalError as error:
        _say(sys.stdout, {"refused": error.code, "details": error.details})
    except MemoryError:
        _say(sys.stdout, {"refused": "reader_crashed", "details": {}})
    except BrokenPipeError:
        os._exit(0)  # the parent has gone
    except Exception as error:  # noqa: BLE001 - whatever the reader stumbles over is a fault of the file
        _say(sys.stdout, {"refused": _code_of(error), "details": {}})


def _limit_myself(limits: Limits) -> None:
    for kind, bound in (
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_CPU, limits.cpu_seconds),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, _DESCRIPTORS),
    ):
        _, hard = resource.getrlimit(kind)
        most = bound if hard == resource.RLIM_INFINITY else min(bound, hard)
        resource.setrlimit(kind, (most, most))


def _say(stream: TextIO, answer: dict[str, Any]) -> None:
    # surrogates of a broken text travel as escapes
    stream.write(json.dumps(answer, separators=(",", ":")) + "\n")
    stream.flush()


def _code_of(error: Exception) -> str:
    return "file_encrypted" if type(error).__name__ == "PasswordError" else "file_damaged"


class _Reader:
    """One workbook: checked, then read."""

    def __init__(self, path: Path, limits: Limits, stream: TextIO) -> None:
        self._path = path
        self._limits = limits
        self._stream = stream
        self._parts = BookParts()
        self._notes: dict[str, SheetNotes] = {}

    def answer(self, questions: TextIO) -> None:
        self._check()
        from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum  # noqa: PLC0415 - after the checks

        with CalamineWorkbook.from_path(str(self._path)) as book:
            sheets = [one for one in book.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]
            if not sheets or len(sheets) > _MOST_SHEETS:
                raise RefusalError("file_damaged")
            heads = [
                self._head(book.get_sheet_by_name(one.name), hidden=one.visible != SheetVisibleEnum.Visible)
                for one in sheets
            ]
            _say(self._stream, {"sheets": heads, "properties": self._parts.properties})
            for line in questions:
                self._tell_rows(book.get_sheet_by_name(json.loads(line)["sheet"]))

    def _check(self) -> None:
        if self._path.stat().st_size > self._limits.container_bytes:
            size, bound = self._path.stat().st_size, self._limits.container_bytes >> 20
            raise RefusalError("file_too_large", megabytes=bound, size=f"{size / 1e6:.1f}".replace(".", ","))
        kind = file_kind(self._path)
        if kind is Kind.XLSB:
            raise RefusalError("format_unsupported")
        if kind is Kind.OTHER_ZIP:
            raise RefusalError("not_a_spreadsheet")
        with self._path.open("rb") as handle:
            if kind is Kind.OLE:
                check_ole(handle)
                return
            self._check_zip(kind, handle)

    def _check_zip(self, kind: Kind, handle: BinaryIO) -> None:
        book = checked_zip(self._path, handle, self._limits)
        if kind is Kind.ODS:
            check_ods(book, self._limits)
            self._check_others(book, {"content.xml"})
            return
        refuse_macros_and_links(book.names)
        self._parts = book_parts(book)
        seen = set()
        for sheet, part in self._parts.sheets.items():
            if part.casefold().startswith("xl/worksheets/"):
                styles = self._parts.percent_styles
                self._notes[sheet] = sheet_notes(book, part, sheet, styles, self._limits)
                seen.add(part)
        self._check_others(book, seen)

    @staticmethod
    def _check_others(book: CheckedZip, seen: set[str]) -> None:
        """Unpack every other part once: sizes, document types, zips within the zip."""
        for name in book.names:
            if name in seen:
                continue
            if name.casefold().endswith(_XML):
                parse_stream(book.blocks(name))
                continue
            for number, block in enumerate(book.blocks(name)):
                if number == 0 and block.startswith(b"PK\x03\x04"):
                    raise RefusalError("file_unpacks_too_large", megabytes=0)

    def _head(self, sheet: Any, *, hidden: bool) -> dict[str, Any]:  # noqa: ANN401 - the reader's own class
        rows = []
        for row in self._rows(sheet):
            rows.append(row)
            if len(rows) == _HEAD_ROWS:
                break
        ranges = sheet.merged_cell_ranges or []
        return {
            "name": sheet.name,
            "hidden": hidden,
            "head": rows,
            "row_count": sheet.height,
            "merges": [[first[0] + 1, first[1], last[0] + 1, last[1]] for first, last in ranges[:20_000]],
        }

    def _tell_rows(self, sheet: Any) -> None:  # noqa: ANN401 - the reader's own class
        batch: list[Any] = []
        letters = 0
        for row in self._rows(sheet):
            batch.append(row)
            letters += sum(len(cell) for cell in row[2] if isinstance(cell, str)) + len(row[2])
            if len(batch) == _BATCH_ROWS or letters > _BATCH_LETTERS:
                _say(self._stream, {"rows": batch})
                batch, letters = [], 0
        _say(self._stream, {"rows": batch, "end": True})

    def _rows(self, sheet: Any) -> Iterator[tuple[int, bool, list[Any]]]:  # noqa: ANN401 - as above
        last = sheet.end
        if last is not None and last[1] >= self._limits.column_count:
            raise RefusalError("sheet_too_wide", sheet=sheet.name, column=str(last[1] + 1))
        if last is not None and last[0] >= self._limits.row_count:
            raise RefusalError("too_many_rows", sheet=sheet.name, rows=self._limits.row_count)
        return filled_rows(sheet.iter_rows(), self._notes.get(sheet.name))
