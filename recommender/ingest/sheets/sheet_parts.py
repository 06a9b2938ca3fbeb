"""What a sheet's XML says and the reader does not: hidden rows, formulas without result, errors, percent."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from recommender.ingest.sheets.column_letters import column_index, column_letters
from recommender.ingest.sheets.limits import Limits
from recommender.ingest.sheets.refusal import RefusalError
from recommender.ingest.sheets.xml_guard import parse_stream
from recommender.ingest.sheets.zip_check import CheckedZip

__all__ = ["SheetNotes", "sheet_notes"]

_TRUE = frozenset({"1", "true"})
_DIGITS = "0123456789"
_LONGEST_FORMULA = 200

Place = tuple[int, int]


@dataclass(slots=True)
class SheetNotes:
    """What was seen in one sheet; rows and columns count from 0.

    Attributes
    ----------
    hidden_rows : set of int
    formulas : dict of (int, int) to str
        Formulas that no program has calculated.
    errors : dict of (int, int) to str
        Errors such as ``#REF!``.
    percents : set of (int, int)
        Numbers that are shown as percent.
    """

    hidden_rows: set[int] = field(default_factory=set)
    formulas: dict[Place, str] = field(default_factory=dict)
    errors: dict[Place, str] = field(default_factory=dict)
    percents: set[Place] = field(default_factory=set)


class _Observer:
    """Takes what the parser meets in one sheet.

    A cell is settled when the next one begins, and text is asked for only where it matters: most of the
    time goes into these calls.
    """

    def __init__(self, limits: Limits, percent_styles: set[str], sheet: str) -> None:
        self.notes = SheetNotes()
        self._limits = limits
        self._percent_styles = percent_styles
        self._sheet = sheet
        self._parser: expat.XMLParserType | None = None
        self._row = self._column = -1
        self._reference: str | None = None
        self._kind: str | None = None
        self._style: str | None = None
        self._cells = 0
        self._is_special = False
        self._formula: list[str] | None = None
        self._value: list[str] = []
        self._texts: list[str] = []

    def attached(self, parser: expat.XMLParserType) -> None:
        """Remember the parser whose texts are asked for."""
        self._parser = parser

    def started(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take the start of an element."""
        plain = name.rpartition(":")[2] if ":" in name else name
        if plain == "c":
            if self._is_special:
                self.settle()
            self._reference = attributes.get("r")
            self._kind, self._style = attributes.get("t"), attributes.get("s")
            self._column = self._column + 1 if self._reference is None else -2
            self._is_special = self._kind == "e"
        elif plain in {"v", "is"}:
            self._fill()
            if self._is_special:
                self._listen(self._value)
        elif plain == "f":
            self._is_special, self._formula = True, []
            self._listen(self._formula)
        elif plain == "row":
            if self._is_special:
                self.settle()
            self._start_row(attributes)

    def settle(self) -> None:
        """Note what a formula or an error has turned out to be."""
        self._listen(None)
        place, value = self._place(), "".join(self._value)
        if self._kind == "e":
            self.notes.errors[place] = value or "#ERROR!"
        elif not value and self._formula is not None and self._kind not in {"str", "s", "inlineStr"}:
            formula = "".join(self._formula)[:_LONGEST_FORMULA]
            self._fill()
            self.notes.formulas[place] = f"={formula or '...'}"
        self._is_special, self._formula, self._value = False, None, []

    @property
    def is_unsettled(self) -> bool:
        """Whether the last cell still has to be settled."""
        return self._is_special

    def _listen(self, texts: list[str] | None) -> None:
        if self._parser is not None:
            self._texts = texts if texts is not None else []
            self._parser.CharacterDataHandler = None if texts is None else self._take

    def _take(self, content: str) -> None:
        if len(self._texts) < _LONGEST_FORMULA:
            self._texts.append(content)

    def _start_row(self, attributes: Mapping[str, str]) -> None:
        stated = attributes.get("r", "")
        self._row = int(stated) - 1 if stated.isdecimal() and len(stated) < len("10000000") else self._row + 1
        self._column = -1
        if attributes.get("hidden") in _TRUE:
            self.notes.hidden_rows.add(self._row)

    def _place(self) -> Place:
        if self._reference is not None and self._column < -1:
            letters = self._reference.rstrip(_DIGITS)
            digits = self._reference[len(letters) :]
            self._column = column_index(letters)
            if self._column < 0 or not digits or int(digits[:8]) < 1:
                raise RefusalError("file_damaged")
            self._row = int(digits[:8]) - 1
        return self._row, self._column

    def _fill(self) -> None:
        row, column = self._place()
        self._cells += 1
        limits = self._limits
        if column >= limits.column_count:
            raise RefusalError("sheet_too_wide", sheet=self._sheet, column=column_letters(column))
        if row >= limits.row_count:
            raise RefusalError("too_many_rows", sheet=self._sheet, rows=limits.row_count)
        if self._cells > limits.cell_count:
            raise RefusalError("too_many_cells", sheet=self._sheet, cells=limits.cell_count)
        if self._style in self._percent_styles and self._kind in {None, "n"}:
            self.notes.percents.add((row, column))


def sheet_notes(
    book: CheckedZip, part: str, sheet: str, percent_styles: set[str], limits: Limits
) -> SheetNotes:
    """Go through the XML of one sheet.

    Raises
    ------
    RefusalError
        At the first cell that is too far right, too far down, or one too many.
    """
    seen = _Observer(limits, percent_styles, sheet)
    parse_stream(book.blocks(part), seen.started, attached=seen.attached)
    if seen.is_unsettled:
        seen.settle()
    return seen.notes
