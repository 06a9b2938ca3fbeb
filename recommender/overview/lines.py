"""One line per cooperative shown, with its best suggestion in words."""

import datetime as dt
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from features.frame_cells import whole_of
from models.scoring.block import score_block
from recommender.advice.records import Suggestion
from recommender.advice.rows import RowMaker
from recommender.overview.records import Line
from recommender.overview.roster import DOCUMENTS, Roster
from recommender.overview.standings import best_columns

__all__ = ["lines_of"]

_BLOCK_ROWS = 256


def lines_of(roster: Roster, positions: npt.NDArray[np.intp], maker: RowMaker) -> Iterator[Line]:
    """Yield the lines of some rows of the roster, scored block by block.

    Parameters
    ----------
    roster : Roster
    positions : ndarray of int
        Rows to show, in the order in which they are shown.
    maker : RowMaker
        Of the day that the roster speaks of.
    """
    for start in range(0, len(positions), _BLOCK_ROWS):
        chosen = positions[start : start + _BLOCK_ROWS]
        best = _best(roster, chosen, maker)
        shown = roster.cooperatives.iloc[chosen]
        for position, suggestion, row in zip(chosen, best, shown.to_dict("records"), strict=True):
            oldest = roster.oldest_on[position].astype("O")
            yield Line(
                cooperative_id=str(row["cooperative_id"]),
                name=str(row["name"]),
                area_code=row["area_code"],
                area_name=roster.area_names[position] or None,
                district=roster.districts[position] or None,
                stage=whole_of(row["stage"]),
                member_count=whole_of(row["member_count"]),
                documents_known_yes=int(roster.documents_yes[position]),
                documents_unknown=int(roster.documents_unknown[position]),
                documents_total=len(DOCUMENTS),
                best=suggestion,
                data_source=row["data_source"],
                oldest_on=oldest if isinstance(oldest, dt.date) else None,
                oldest_days=(maker.source.at - oldest).days if isinstance(oldest, dt.date) else None,
            )


def _best(roster: Roster, chosen: npt.NDArray[np.intp], maker: RowMaker) -> Sequence[Suggestion | None]:
    rows = roster.cooperatives.iloc[chosen].reset_index(drop=True)
    block = score_block(maker.source.context, rows, maker.source.areas, keep=True)
    columns, _ = best_columns(maker.source, block)
    words = maker.of(block)
    return [
        words.suggestion(row, int(column), 1) if column >= 0 else None
        for row, column in enumerate(columns[:, 0])
    ]
