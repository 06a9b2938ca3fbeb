"""What two plans have in common and what not."""

from collections.abc import Mapping, Sequence

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
    found: list[Change] = []
    for pair in sorted(before.keys() | after.keys()):
        kind = "kept" if pair in before and pair in after else "new" if pair in after else "dropped"
        found.append(
            Change(
                kind,
                pair[0],
                names.cooperative(pair[0]),
                pair[1],
                names.offer(pair[1]),
                before.get(pair),
                after.get(pair),
            )
        )
    return tuple(found)


def pairs_of(assignments: Sequence[Assignment]) -> dict[Pair, float]:
    """Return the values of a plan's pairs."""
    return {(one.cooperative_id, one.offer_id): one.value for one in assignments}
