"""The rows and columns of an OpenDocument sheet, repeated ones counted before anything expands them."""

from collections.abc import Mapping

from recommender.ingest.sheets.column_letters import column_letters
from recommender.ingest.sheets.limits import Limits
from recommender.ingest.sheets.refusal import RefusalError
from recommender.ingest.sheets.xml_guard import local_name, parse_stream
from recommender.ingest.sheets.zip_check import CheckedZip

__all__ = ["check_ods"]

_CELLS = frozenset({"table-cell", "covered-table-cell"})
_MOST_DIGITS = 8
_DEEPEST = 60


class _Counter:
    """Counts rows, columns and cells that hold something."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._sheet = ""
        self._row = self._column = self._cells = self._depth = 0
        self._row_repeat = self._cell_repeat = 1
        self._is_filled = self._is_row_filled = False

    def started(self, name: str, attributes: Mapping[str, str]) -> None:
        plain = local_name(name)
        self._depth += 1
        if self._depth > _DEEPEST:
            raise RefusalError("file_damaged")
        if plain == "table":
            self._sheet = attributes.get("table:name", "")
            self._row = self._cells = 0
        elif plain == "table-row":
            self._row_repeat = _repeat(attributes, "rows")
            self._column, self._is_row_filled = 0, False
        elif plain in _CELLS:
            self._cell_repeat = _repeat(attributes, "columns")
            self._is_filled = "office:value-type" in attributes
        elif plain == "p" and self._column >= 0:
            self._is_filled = True

    def ended(self, name: str) -> None:
        plain = local_name(name)
        self._depth -= 1
        if plain in _CELLS:
            if self._is_filled:
                self._fill()
            self._column += self._cell_repeat
            self._is_filled = False
        elif plain == "table-row":
            self._row += self._row_repeat
            if self._is_row_filled and self._row > self._limits.row_count:
                raise RefusalError("too_many_rows", sheet=self._sheet, rows=self._limits.row_count)

    def _fill(self) -> None:
        limits = self._limits
        last = self._column + self._cell_repeat - 1
        if last >= limits.column_count:
            raise RefusalError("sheet_too_wide", sheet=self._sheet, column=column_letters(last))
        self._is_row_filled = True
        if self._row + self._row_repeat > limits.row_count:
            raise RefusalError("too_many_rows", sheet=self._sheet, rows=limits.row_count)
        self._cells += self._cell_repeat * self._row_repeat
        if self._cells > limits.cell_count:
            raise RefusalError("too_many_cells", sheet=self._sheet, cells=limits.cell_count)


def check_ods(book: CheckedZip, limits: Limits) -> None:
    """Go through the content and the manifest of an OpenDocument workbook.

    Raises
    ------
    RefusalError
        When it is locked, damaged, or too large.
    """
    by_name = {one.casefold(): one for one in book.names}
    if "meta-inf/manifest.xml" in by_name:
        parse_stream(book.blocks(by_name["meta-inf/manifest.xml"]), _refuse_encrypted)
    if any(
        one.startswith(("basic/", "scripts/")) and one.endswith((".xml", ".py", ".js", ".bsh"))
        for one in by_name
    ):
        raise RefusalError("macro_not_allowed")
    if "content.xml" not in by_name:
        raise RefusalError("file_damaged")
    counter = _Counter(limits)
    parse_stream(book.blocks(by_name["content.xml"]), counter.started, counter.ended)


def _refuse_encrypted(name: str, _attributes: Mapping[str, str]) -> None:
    if local_name(name) == "encryption-data":
        raise RefusalError("file_encrypted")


def _repeat(attributes: Mapping[str, str], what: str) -> int:
    stated = attributes.get(f"table:number-{what}-repeated", "1")
    is_number = stated.isascii() and stated.isdecimal() and len(stated) <= _MOST_DIGITS
    return max(1, int(stated)) if is_number else 10**_MOST_DIGITS
