"""What two plans have in common and what not."""

from collections.abc import Mapping, Sequence

from models.allocation.comparing import difference_of
from recommender.allocations.names import Names
from recommender.allocations.records import Assignment, Change

__all__ = ["changes_between", "pairs_of"]

Pair = tuple[str, str]


def changes_between(
    before: Mapping[Pair, float], after: Mapping[Pair, float], names: Names
) -> tuple[Change, ...]:
    """Return what is kept, new and dropped between two plans, by cooperative and offer.

    Parameters
    ----------
    before, after : mapping of (cooperative_id, offer_id) to value
    names : Names
    """
    found = difference_of(before, after)
    return tuple(
        Change(
            one.kind,
            one.cooperative_id,
            names.cooperative(one.cooperative_id),
            one.offer_id,
            names.offer(one.offer_id),
            one.value_before,
            one.value_after,
        )
        for one in sorted(
            (*found.kept, *found.new, *found.dropped), key=lambda one: (one.cooperative_id, one.offer_id)
        )
    )


def pairs_of(assignments: Sequence[Assignment]) -> dict[Pair, float]:
    """Return the values of a plan's pairs."""
    return {(one.cooperative_id, one.offer_id): one.value for one in assignments}
