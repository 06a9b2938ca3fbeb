"""Which character separates the columns of a CSV file."""

import csv
import io
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

__all__ = ["SEPARATORS", "separator_of"]

SEPARATORS = (",", ";", "\t", "|")
_LOOKED_AT = 60

Known = Callable[[Sequence[str]], int]


@dataclass(frozen=True, slots=True)
class _Try:
    separator: str
    score: int
    columns: int
    even_share: float

    @property
    def weight(self) -> tuple[int, float]:
        return self.score, self.even_share if self.columns > 1 else 0.0


def separator_of(sample: str, known: Known) -> str | None:
    r"""Return the separator of a file by its first lines, ``None`` when two fit equally well.

    Parameters
    ----------
    sample : str
        The beginning of the file; the last line may be cut.
    known : callable
        Tells how much of a row is a known header. The separator under which a row is known best wins,
        then the one that gives the most rows of one width.

    Examples
    --------
    >>> separator_of("DATA 2026\nid;luas\n1;12,5\n2;7,25\n", lambda row: int("luas" in row))
    ';'
    """
    tries = [_tried(sample, one, known) for one in SEPARATORS]
    if all(one.columns <= 1 for one in tries):
        return ","
    first, second = sorted(tries, key=lambda one: one.weight, reverse=True)[:2]
    if first.weight == second.weight and first.columns > 1 and second.columns > 1:
        return None
    return first.separator


def _tried(sample: str, separator: str, known: Known) -> _Try:
    records = _records(sample, separator)
    if not records:
        return _Try(separator, 0, 0, 0.0)
    widths = Counter(len(record) for record in records)
    width, count = max(widths.items(), key=lambda item: (item[0] > 1, item[1], item[0]))
    score = max(known(record) for record in records)
    return _Try(separator, score, width, count / len(records))


def _records(sample: str, separator: str) -> list[list[str]]:
    found: list[list[str]] = []
    reader = csv.reader(io.StringIO(sample, newline=""), delimiter=separator)
    try:
        for record in reader:
            if any(cell.strip() for cell in record):
                found.append(record)
            if len(found) == _LOOKED_AT:
                break
    except csv.Error:
        pass  # met again, with its row, when the rows are read
    return found
