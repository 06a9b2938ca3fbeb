"""``open_workbook``: the sheets of a workbook as grids of rows."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from recommender.errors import ImportRefusedError
from recommender.ingest.faults import FaultLog, refused
from recommender.ingest.grid import Grid, GridRow, Merge
from recommender.ingest.sheets.cells import grid_row
from recommender.ingest.sheets.limits import Limits
from recommender.ingest.sheets.process import Child, running_child
from recommender.ingest.sheets.refusal import RefusalError
from recommender.ingest.sheets.sheet_faults import refusal_sentences

__all__ = ["Workbook", "open_workbook"]


@dataclass(frozen=True, slots=True)
class Workbook:
    """An open workbook.

    Attributes
    ----------
    grids : tuple of Grid
        In the order of the workbook; charts are left out. The rows of one sheet at a time can be read.
    properties : mapping of str to str
        Custom document properties; empty where the format has none.
    """

    grids: tuple[Grid, ...]
    properties: Mapping[str, str]


@contextmanager
def open_workbook(path: Path, limits: Limits) -> Iterator[Workbook]:
    """Open an XLSX, XLS or ODS in a child process of its own; the child ends with the block.

    Raises
    ------
    ImportRefusedError
        When it cannot or may not be read; also while its rows are read.
    """
    with running_child(path, limits) as child:
        try:
            found = child.answer()
            grids = tuple(_grid(path.name, child, one) for one in found["sheets"])
        except RefusalError as error:
            raise _refused(path.name, error) from error
        yield Workbook(grids, dict(found.get("properties", {})))


def _grid(name: str, child: Child, found: Mapping[str, Any]) -> Grid:
    sheet = str(found["name"])
    return Grid(
        sheet=sheet,
        is_hidden=bool(found["hidden"]),
        head=tuple(grid_row(row) for row in found["head"]),
        rows=lambda: _rows(name, child, sheet),
        merges=tuple(Merge(*place) for place in found["merges"]),
        row_count=int(found["row_count"]),
    )


def _rows(name: str, child: Child, sheet: str) -> Iterator[GridRow]:
    try:
        child.ask({"sheet": sheet})
        is_last = False
        while not is_last:
            batch = child.answer()
            is_last = bool(batch.get("end"))
            yield from (grid_row(row) for row in batch["rows"])
    except RefusalError as error:
        raise _refused(name, error) from error


def _refused(name: str, error: RefusalError) -> ImportRefusedError:
    faults = FaultLog()
    faults.note(error.code, refusal_sentences(error.code, error.details))
    return refused(name, faults)
