"""The areas of the map with the standing of their cooperatives."""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence

import numpy as np
import pandas as pd

from recommender.gathering import Gathered
from recommender.mapping import MapShape, draw_map
from recommender.overview.records import AreaCell, OverviewMap
from recommender.overview.roster import Bools, Roster
from recommender.overview.standings import NO_STATUS, STATUS_ORDER, Standings

__all__ = ["MOST_AREAS", "overview_map"]

MOST_AREAS = 400
"""More areas than these are no map but a carpet."""


def overview_map(
    source: Gathered,
    roster: Roster,
    standings: Standings,
    scope: Bools,
    matched: Bools,
    outlines: pd.DataFrame,
) -> OverviewMap | None:
    """Draw the areas, all or those in which the rows in scope lie.

    Parameters
    ----------
    source : Gathered
    roster : Roster
    standings : Standings
        Of the rows in ``scope``.
    scope, matched : ndarray of bool, shape (n_cooperatives,)
    outlines : DataFrame
        Table ``boundaries``.

    Returns
    -------
    OverviewMap or None
        ``None`` when no area has a place, or there are more than 400.
    """
    codes = roster.cooperatives["area_code"].to_numpy()
    areas = source.areas if scope.all() else source.areas[source.areas["code"].isin(set(codes[scope]))]
    if len(areas) > MOST_AREAS:
        return None
    places = areas[["latitude_deg", "longitude_deg"]].to_numpy()
    centroids = {
        str(code): (float(place[0]), float(place[1]))
        for code, place in zip(areas["code"], places, strict=True)
        if not np.isnan(place).any()
    }
    drawn = draw_map(centroids, dict(zip(outlines["code"], outlines["geometry"], strict=True)))
    if not drawn.shapes:
        return None
    rows: dict[str, list[int]] = {}
    for position, code in zip(np.flatnonzero(scope), codes[scope], strict=True):
        rows.setdefault(str(code), []).append(int(position))
    status_at = dict(zip(np.flatnonzero(scope).tolist(), standings.status, strict=True))
    cells = [
        _cell(area, drawn.shapes[area["code"]], rows.get(area["code"], []), roster, status_at, matched)
        for area in areas.sort_values(["district", "name", "code"]).to_dict("records")
        if area["code"] in drawn.shapes
    ]
    return OverviewMap(
        height=drawn.height,
        cells=cells,
        labels=_labels(cells),
        has_outlines=drawn.has_outlines,
        unplaced_count=int(sum(len(found) for code, found in rows.items() if code not in drawn.shapes)),
        status_counts=Counter(status for position, status in status_at.items() if matched[position]),
    )


def _cell(
    area: Mapping[Hashable, str],
    shape: MapShape,
    positions: Sequence[int],
    roster: Roster,
    status_at: dict[int, str],
    matched: Bools,
) -> AreaCell:
    fitting = [position for position in positions if matched[position]]
    standing = [status_at[position] for position in fitting or positions]
    only = positions[0] if len(positions) == 1 else None
    return AreaCell(
        shape=shape,
        code=area["code"],
        name=area["name"],
        district=area["district"],
        status=min(standing, key=STATUS_ORDER.index, default=NO_STATUS),
        count=len(positions),
        matched=len(fitting),
        only_id=None if only is None else str(roster.cooperatives["cooperative_id"].iloc[only]),
    )


def _labels(cells: Sequence[AreaCell]) -> dict[str, tuple[float, float]]:
    """Put each district's name in the middle of its areas."""
    found: dict[str, list[AreaCell]] = {}
    for cell in cells:
        if cell.district:
            found.setdefault(cell.district, []).append(cell)
    return {
        name: (
            round(sum(cell.shape.x for cell in members) / len(members), 1),
            round(sum(cell.shape.y for cell in members) / len(members), 1),
        )
        for name, members in sorted(found.items())
    }
