"""Looking up a column's description against a bare dictionary."""

from features.schema.loader import column, columns
from tools.bench.report import Result
from tools.bench.timing import best_seconds

__all__ = ["find_columns"]


def find_columns() -> Result:
    """Measure finding each column of ``cooperatives`` by its name."""
    described = {one.name: one for one in columns("cooperatives")}
    names = tuple(described)
    return Result(
        name=f"schema: {len(names)} columns by name",
        ours_seconds=best_seconds(lambda: [column("cooperatives", name) for name in names], 20),
        floor_seconds=best_seconds(lambda: [described[name] for name in names], 20),
        note="a dictionary",
    )
