"""Cells joined over several rows: each of the rows has the value that stands in the first."""

from collections.abc import Collection, Iterable

from recommender.ingest.grid import GridRow, Merge

__all__ = ["MergedDown"]


class MergedDown:
    """Writes the value of a joined cell into the rows below it.

    Parameters
    ----------
    merges : iterable of Merge
        Those over several rows count.
    positions : collection of int
        Columns in which this is done: not in those of amounts, which would then count several times.
    """

    def __init__(self, merges: Iterable[Merge], positions: Collection[int]) -> None:
        down = [one for one in merges if one.last_row > one.first_row and one.first_column in positions]
        self._starting: dict[int, list[Merge]] = {}
        for one in down:
            self._starting.setdefault(one.first_row, []).append(one)
        self._pending: list[tuple[Merge, str]] = []

    def fill(self, row: GridRow) -> None:
        """Complete a row in place; rows are given in their order."""
        self._pending = [(one, cell) for one, cell in self._pending if one.last_row >= row.number]
        for one, cell in self._pending:
            _put(row.cells, one, cell)
        for one in self._starting.get(row.number, ()):
            cell = row.cells[one.first_column] if one.first_column < len(row.cells) else ""
            if cell:
                self._pending.append((one, cell))

    @property
    def is_needed(self) -> bool:
        """Whether any cell is joined downwards."""
        return bool(self._starting)


def _put(cells: list[str], merge: Merge, cell: str) -> None:
    at = merge.first_column
    cells += [""] * (at + 1 - len(cells))
    if not cells[at].strip():
        cells[at] = cell
