"""A front page over all cooperatives of the nation, beside pandas filtering and counting the same table."""

import datetime as dt
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd

from recommender.overview.overview import Overviews
from recommender.overview.records import Filters
from recommender.settings import Settings
from recommender.workspace import Workspace, init_workspace
from tools.bench.report import Result
from tools.bench.timing import best_seconds

__all__ = ["front_page"]

_COUNT = 83_000
_IN_DISTRICT = 12
_AT = dt.datetime(2026, 11, 21, tzinfo=dt.UTC)


def front_page() -> Result:
    """Filter 83,000 cooperatives by their stage and show the second page, once the frames are read."""
    with (
        tempfile.TemporaryDirectory() as folder,
        init_workspace(Settings(home=Path(folder)), sample="serang", clock=lambda: _AT) as workspace,
    ):
        _fill(workspace)
        overviews = Overviews(workspace)
        filters = Filters(stage="active")
        ours = best_seconds(lambda: overviews.page(filters, 2), 3)
        frame = workspace.store.frame(
            "cooperatives", columns=["cooperative_id", "name", "area_code", "stage"]
        )
        floor = best_seconds(lambda: _by_hand(frame), 3)
    return Result(
        f"front page: {_COUNT:,} cooperatives, filtered", ours, floor, "pandas: filter, sort, count"
    )


def _fill(workspace: Workspace) -> None:
    codes = [
        f"{11 + n // 10_000}.{n // 100 % 100:02d}.{n // 12 % 100:02d}.{1000 + n % 9000}"
        for n in range(_COUNT)
    ]
    _write(
        workspace,
        "areas",
        [
            {"code": code, "name": f"Desa {n}", "district": f"Kecamatan {n // _IN_DISTRICT}"}
            for n, code in enumerate(codes)
        ],
    )
    _write(
        workspace,
        "cooperatives",
        [
            {"cooperative_id": f"n-{n:06d}", "name": f"KDMP {n}", "area_code": code, "stage": n % 7}
            for n, code in enumerate(codes)
        ],
    )


def _write(workspace: Workspace, table: str, rows: Sequence[Mapping[str, str | int]]) -> None:
    with workspace.store.revision(author="bench", source="bench", made_at=_AT) as revision:
        revision.upsert(table, rows)


def _by_hand(frame: pd.DataFrame) -> tuple[int, int]:
    chosen = frame[frame["stage"] >= frame["stage"].max() - 2]
    counts = frame["stage"].value_counts()
    return len(chosen.sort_values(["name", "cooperative_id"]).iloc[50:100]), len(counts)
