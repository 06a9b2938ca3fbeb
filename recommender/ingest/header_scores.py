"""How much of a row of cells is a header that a table knows."""

from collections.abc import Sequence

from recommender.ingest.header_names import HeaderNames
from recommender.ingest.told import IGNORED, Told

__all__ = ["KNOWN_POINTS", "known_share"]

KNOWN_POINTS = 4
"""What one well-known header counts."""

_WEAK_POINTS = 1
_NO_TABLE = frozenset({"@number", "@problem"})


def known_share(names: HeaderNames, cells: Sequence[str], told: Told | None = None) -> int:
    """Return the points of a row: each column that a cell names counts once.

    Zero when no cell is a known header, or only one that any table could have (``No``).

    Examples
    --------
    >>> from recommender.ingest.header_names import header_names
    >>> known_share(header_names("cooperatives"), ["No", "Nama Koperasi", "Jml. Anggota", "Ketua"])
    12
    """
    chosen = told or Told()
    points: dict[str, int] = {}
    for cell in cells:
        said = chosen.target(cell) if cell else None
        found = names.known(cell) if cell and said is None else None
        if said is not None and said != IGNORED:
            points[said] = KNOWN_POINTS
        elif found is not None:
            here = _WEAK_POINTS if found.certainty == "weak" else KNOWN_POINTS
            points[found.target] = max(here, points.get(found.target, 0))
    return 0 if points.keys() <= _NO_TABLE else sum(points.values())
