"""Why an offer is not in the bundle."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.bundles.problem import RESOURCES, BundleProblem, Item

__all__ = ["LeftOut", "why_left_out"]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One reason, the first that applies.

    Attributes
    ----------
    offer_id : str
    code : str
        ``worthless`` (earns nothing by the numbers given), ``need_unknown`` (what it takes of a limited
        resource is not known), ``too_large`` (alone more than there is), ``exclusive`` (one of its group is
        chosen),
        ``no_room`` (beside the chosen ones), ``enough`` (as many as one cooperative should begin with).
    resource : str or None
        The first resource that the reason is about.
    missing : int
        How much of it is missing, in the units of ``Item.uses``.
    other : str or None
        The chosen offer that stands in its way.
    """

    offer_id: str
    code: str
    resource: str | None = None
    missing: int = 0
    other: str | None = None


def why_left_out(problem: BundleProblem, chosen: Sequence[Item]) -> tuple[LeftOut, ...]:
    """Return a reason for every item that is not chosen, most worth first.

    Parameters
    ----------
    problem : BundleProblem
    chosen : sequence of Item
        From ``best_set``.
    """
    ids = {item.offer_id for item in chosen}
    others = [item for item in problem.items if item.offer_id not in ids]
    others.sort(key=lambda item: (-item.value, item.offer_id))
    return tuple(_reason(problem, chosen, item) for item in others)


def _reason(problem: BundleProblem, chosen: Sequence[Item], item: Item) -> LeftOut:
    if item.value <= 0:
        return LeftOut(item.offer_id, "worthless")
    limited = [(place, limit) for place, limit in enumerate(problem.limits) if limit is not None]
    for place, _limit in limited:
        if item.uses[place] is None:
            return LeftOut(item.offer_id, "need_unknown", RESOURCES[place])
    for place, limit in limited:
        missing = (item.uses[place] or 0) - limit
        if missing > 0:
            return LeftOut(item.offer_id, "too_large", RESOURCES[place], missing)
    for one in chosen:
        if item.group is not None and one.group == item.group:
            return LeftOut(item.offer_id, "exclusive", other=one.offer_id)
    for place, limit in limited:
        missing = (item.uses[place] or 0) + sum(one.uses[place] or 0 for one in chosen) - limit
        if missing > 0:
            return LeftOut(item.offer_id, "no_room", RESOURCES[place], missing)
    return LeftOut(item.offer_id, "enough")
