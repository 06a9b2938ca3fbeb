"""One row as far as it could be read: values, faults, doubts, each with its place."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from features.cells.reading import CellReading
from features.cells.values import Value
from recommender.errors import Fault
from recommender.ingest.fault_texts import Sentences
from recommender.ingest.faults import located

__all__ = ["ReadRow"]


@dataclass(slots=True)
class ReadRow:
    """One row of a file.

    Attributes
    ----------
    number : int
        As a spreadsheet counts.
    cells : list of str
        As they stood in the file, values of joined cells and groups written in.
    headers : mapping of str to str
        Columns of the table to the headers they have in this file.
    sheet : str or None
    values : dict of str to Value or None
        The columns that the row gives; ``None`` there means "make it unknown".
    readings : dict of str to CellReading
        Raw cell, value, status and reason of the cells that were guessed or refused; all others were
        read as they stand.
    faults, warnings : list of Fault
    """

    number: int
    cells: list[str]
    headers: Mapping[str, str]
    sheet: str | None = None
    values: dict[str, Value | None] = field(default_factory=dict)
    readings: dict[str, CellReading] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)

    def fault(self, code: str, name: str | None, value: str | None, message: Sentences) -> None:
        """Note that the row cannot be taken; ``name`` is a column of the table."""
        self.faults.append(self._located(code, name, value, message))

    def warn(self, code: str, name: str | None, value: str | None, message: Sentences) -> None:
        """Note something the user should look at."""
        self.warnings.append(self._located(code, name, value, message))

    def has_fault(self, name: str) -> bool:
        """Tell whether the cell of a column is at fault already."""
        header = self.headers.get(name, name)
        return any(fault.column == header for fault in self.faults)

    def _located(self, code: str, name: str | None, value: str | None, message: Sentences) -> Fault:
        column = self.headers.get(name, name) if name else None
        return located(code, message, row=self.number, column=column, value=value, sheet=self.sheet)
