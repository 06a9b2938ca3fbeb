"""How the columns of a file were understood, for showing to the user."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from recommender.ingest.grid import Grid
from recommender.ingest.header_rows import HeaderRows
from recommender.ingest.headers import HeaderPlan

__all__ = ["MatchedColumn", "matched_columns"]

_SAMPLES = 3


@dataclass(frozen=True, slots=True)
class MatchedColumn:
    """One column of a file.

    Attributes
    ----------
    header : str
        As it stands in the file; the levels of a header are joined.
    target : str or None
        The column of the table, or a special target (``@area`` ...); ``None`` where it is left out.
    certainty : str
        ``told``, ``known``, ``weak``, ``guessed``; empty where the column is left out.
    samples : tuple of str
        The first cells below it.
    """

    header: str
    target: str | None
    certainty: str
    samples: tuple[str, ...]


def matched_columns(grid: Grid, header: HeaderRows, plan: HeaderPlan) -> tuple[MatchedColumn, ...]:
    """Return what each column of a file was taken for, in the order of the file."""
    targets = {one.position: (one.column.name, one.certainty) for one in plan.columns}
    targets |= {position: (name, "known") for name, position in plan.specials.items()}
    rows = [row.cells for row in grid.head if row.number > header.last_row]
    found = []
    for position, text in enumerate(plan.header):
        target, certainty = targets.get(position, (None, ""))
        if text:
            found.append(MatchedColumn(text, target, certainty, _samples(rows, position)))
    return tuple(found)


def _samples(rows: Sequence[Sequence[str]], position: int) -> tuple[str, ...]:
    cells = (str(cells[position]) for cells in rows if position < len(cells) and cells[position].strip())
    return tuple(islice(cells, _SAMPLES))
