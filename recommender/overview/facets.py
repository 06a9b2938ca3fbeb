"""How many cooperatives each choice of a filter would leave, all other filters kept."""

from collections import Counter
from collections.abc import Mapping

import numpy as np

from recommender.gathering import Gathered
from recommender.overview.records import Facet
from recommender.overview.roster import STAGE_GROUPS, Bools, Roster
from recommender.overview.standings import STATUS_ORDER, Standings

__all__ = ["MOST_DISTRICTS", "all_but", "facets_of"]

MOST_DISTRICTS = 200
"""With more districts than these a list to choose from helps nobody; the name is typed instead."""


def all_but(masks: Mapping[str, Bools], name: str, count: int) -> Bools:
    """Mark the rows that pass every filter except one; shape (count,)."""
    found = np.ones(count, dtype=np.bool_)
    for key, mask in masks.items():
        if key != name:
            found &= mask
    return found


def facets_of(
    source: Gathered, roster: Roster, masks: Mapping[str, Bools], standings: Standings | None, scope: Bools
) -> dict[str, tuple[Facet, ...]]:
    """Count every choice.

    Parameters
    ----------
    source : Gathered
    roster : Roster
    masks : mapping of str to ndarray of bool
        Rows that pass each filter in force.
    standings : Standings or None
        Of the rows in ``scope``; ``None`` when there are too many to know.
    scope : ndarray of bool, shape (n_cooperatives,)

    Returns
    -------
    dict
        Choices of ``district`` (empty when there are too many), ``stage``, ``status`` and ``offer``.
    """
    count = len(roster)
    districts = Counter(roster.districts[all_but(masks, "district", count)])
    names = sorted({*roster.districts} - {""})
    stages = Counter(roster.stage_groups[all_but(masks, "stage", count)])
    found = {
        "district": tuple(Facet(name, name, districts[name]) for name in names[: MOST_DISTRICTS + 1]),
        "stage": tuple(Facet(name, name, stages[name]) for name in STAGE_GROUPS),
        "status": tuple(Facet(name, name, None) for name in STATUS_ORDER),
        "offer": tuple(
            Facet(offer_id, str(title), None)
            for offer_id, title, is_ranked in zip(
                source.context.offer_ids, source.context.offers["title"], source.context.ranked, strict=True
            )
            if is_ranked
        ),
    }
    if len(names) > MOST_DISTRICTS:
        found["district"] = ()
    if standings is None:
        return found
    statuses = Counter(standings.status[all_but(masks, "status", count)[scope]])
    top = standings.top[all_but(masks, "offer", count)[scope]]
    among = Counter(top[top >= 0].tolist())
    columns = {offer_id: column for column, offer_id in enumerate(source.context.offer_ids)}
    found["status"] = tuple(Facet(one.key, one.label, statuses[one.key]) for one in found["status"])
    found["offer"] = tuple(
        Facet(one.key, one.label, among[columns[one.key]])
        for one in sorted(found["offer"], key=lambda one: one.label.casefold())
    )
    return found
