"""Where the header of a table stands in a sheet: below titles, on one to three levels, above numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from features.cells.sheet_cells import NumberCell
from recommender.ingest.grid import Grid, GridRow, Merge
from recommender.ingest.header_names import HeaderNames
from recommender.ingest.header_scores import KNOWN_POINTS, known_share
from recommender.ingest.told import Told

__all__ = ["HeaderRows", "find_header", "is_number_row"]

_MOST_LEVELS = 3
_FEWEST_NUMBERS = 3


@dataclass(frozen=True, slots=True)
class HeaderRows:
    """A header as it was found.

    Attributes
    ----------
    texts : tuple of str
        One for each column of the file; levels are joined where that is what is known.
    first_row, last_row : int
        As a spreadsheet counts.
    score : int
        How well it is known; compares the sheets of a workbook.
    """

    texts: tuple[str, ...]
    first_row: int
    last_row: int
    score: int

    @property
    def level_count(self) -> int:
        """How many rows the header has."""
        return self.last_row - self.first_row + 1


def find_header(names: HeaderNames, grid: Grid, told: Told | None = None) -> HeaderRows | None:
    """Return the best header among the first rows of a sheet, ``None`` when no cell is a known header.

    The highest score counts; of equal ones the one with fewer levels, then the first.
    """
    rows = grid.head
    best: HeaderRows | None = None
    for at, row in enumerate(rows):
        for levels in range(1, _MOST_LEVELS + 1):
            part = rows[at : at + levels]
            if len(part) < levels or not _may_be_header(part):
                break
            texts = _joined(names, part, grid.merges)
            score = known_share(names, texts, told)
            if score and (best is None or (score, -levels) > (best.score, -best.level_count)):
                best = HeaderRows(texts, row.number, part[-1].number, score)
        if best and best.last_row == row.number and best.score >= KNOWN_POINTS * _filled(row):
            break  # every cell is known: nothing can be better
    return best


def is_number_row(cells: Sequence[str]) -> bool:
    """Tell whether a row only counts the columns: ``1, 2, 3 ...`` or ``(1), (2), (3) ...``.

    Examples
    --------
    >>> is_number_row(["(1)", "(2)", "", "(3)"]), is_number_row(["1", "5", "9"])
    (True, False)
    """
    found = [cell.strip().strip("()[]. ") for cell in cells if cell.strip()]
    if len(found) < _FEWEST_NUMBERS or not all(one.isascii() and one.isdecimal() for one in found):
        return False
    return all(int(after) == int(before) + 1 for before, after in pairwise(found)) and int(found[0]) <= 1


def _may_be_header(rows: Sequence[GridRow]) -> bool:
    if any(after.number != before.number + 1 for before, after in pairwise(rows)):
        return False
    below = [cell for row in rows[1:] for cell in row.cells if cell.strip()]
    numbers = sum(isinstance(cell, NumberCell) or cell.strip().isdecimal() for cell in below)
    # a row of data below a header has numbers, and hardly an empty cell above a filled one
    return not below or (numbers == 0 and _interlock(rows))


def _interlock(rows: Sequence[GridRow]) -> bool:
    width = max(len(row.cells) for row in rows)
    for upper, lower in pairwise(rows):
        above = [bool(cell.strip()) for cell in _padded(upper.cells, width)]
        below = [bool(cell.strip()) for cell in _padded(lower.cells, width)]
        if not any(one and not other for one, other in zip(above, below, strict=True)) and not any(
            other and not one for one, other in zip(above, below, strict=True)
        ):
            return False
    return True


def _joined(names: HeaderNames, rows: Sequence[GridRow], merges: Sequence[Merge]) -> tuple[str, ...]:
    width = max(len(row.cells) for row in rows)
    if len(rows) == 1:
        return tuple(" ".join(cell.split()) for cell in rows[0].cells)
    levels = [_spread(rows, at, width, merges) for at in range(len(rows))]
    return tuple(_text(names, [level[position] for level in levels]) for position in range(width))


def _spread(rows: Sequence[GridRow], at: int, width: int, merges: Sequence[Merge]) -> list[str]:
    """Give each column of a level the text of the group that it belongs to."""
    cells = [" ".join(cell.split()) for cell in _padded(rows[at].cells, width)]
    wide = [one for one in merges if one.first_row == rows[at].number]
    if wide:
        for one in wide:
            for position in range(one.first_column + 1, min(one.last_column + 1, width)):
                cells[position] = cells[position] or cells[one.first_column]
        return cells
    if at + 1 == len(rows):
        return cells
    below = _padded(rows[at + 1].cells, width)
    for position in range(1, width):
        grouped = below[position].strip() and below[position - 1].strip()
        if not cells[position] and grouped:
            cells[position] = cells[position - 1]
    return cells


def _text(names: HeaderNames, levels: Sequence[str]) -> str:
    """Return the text of a column over all levels under which it is known best."""
    filled = list(dict.fromkeys(one for one in levels if one))
    candidates = [" ".join(filled[at:]) for at in range(len(filled))]
    known = [one for one in candidates if names.known(one)]
    return next(iter(known or candidates), "")


def _filled(row: GridRow) -> int:
    return sum(bool(cell.strip()) for cell in row.cells)


def _padded(cells: Sequence[str], width: int) -> list[str]:
    return [*cells, *[""] * (width - len(cells))]
