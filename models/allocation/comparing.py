"""What two plans have in common and what not, by ids, so that plans of different days compare."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from models.allocation.plan import AllocationPlan
from models.allocation.problem import AllocationProblem

__all__ = [
    "Difference",
    "PairChange",
    "by_cooperative",
    "by_offer",
    "difference_of",
    "moved_pairs",
    "pair_values",
]

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class PairChange:
    """One pair of either plan.

    Attributes
    ----------
    kind : {'kept', 'new', 'dropped'}
    cooperative_id, offer_id : str
    value_before, value_after : float or None
        What the pair is worth in each plan, in that plan's unit; ``None`` where it is not in it.
    """

    kind: Literal["kept", "new", "dropped"]
    cooperative_id: str
    offer_id: str
    value_before: float | None
    value_after: float | None


@dataclass(frozen=True, slots=True)
class Difference:
    """Two plans side by side; every pair of either is in exactly one part, by cooperative and offer."""

    kept: tuple[PairChange, ...]
    new: tuple[PairChange, ...]
    dropped: tuple[PairChange, ...]

    @property
    def value_before(self) -> float:
        """What the plan before is worth."""
        return sum(one.value_before or 0 for one in (*self.kept, *self.dropped))

    @property
    def value_after(self) -> float:
        """What the plan after is worth."""
        return sum(one.value_after or 0 for one in (*self.kept, *self.new))


def pair_values(problem: AllocationProblem, plan: AllocationPlan) -> dict[Pair, int]:
    """Return what each pair of a plan is worth, in the problem's whole units."""
    return {
        (problem.cooperative_ids[row], problem.offer_ids[column]): int(problem.value[row, column])
        for row, column in plan.pairs
    }


def difference_of(before: Mapping[Pair, float], after: Mapping[Pair, float]) -> Difference:
    """Return what is kept, new and dropped.

    Parameters
    ----------
    before, after : mapping of (cooperative_id, offer_id) to value
        As ``pair_values`` gives them; cooperatives and offers need not be the same in both.

    Examples
    --------
    >>> found = difference_of({("k1", "a"): 5}, {("k1", "b"): 7})
    >>> [(one.cooperative_id, one.offer_id) for one in found.new]
    [('k1', 'b')]
    """
    kept = (
        PairChange("kept", *pair, before[pair], after[pair]) for pair in sorted(before.keys() & after.keys())
    )
    new = (PairChange("new", *pair, None, after[pair]) for pair in sorted(after.keys() - before.keys()))
    gone = (PairChange("dropped", *pair, before[pair], None) for pair in sorted(before.keys() - after.keys()))
    return Difference(tuple(kept), tuple(new), tuple(gone))


def by_cooperative(changes: Iterable[PairChange]) -> dict[str, tuple[PairChange, ...]]:
    """Group changes by cooperative, in the order of its id and then the offer's."""
    found: dict[str, tuple[PairChange, ...]] = {}
    for one in sorted(changes, key=lambda change: (change.cooperative_id, change.offer_id)):
        found[one.cooperative_id] = (*found.get(one.cooperative_id, ()), one)
    return found


def by_offer(changes: Iterable[PairChange]) -> dict[str, tuple[PairChange, ...]]:
    """Group changes by offer, in the order of its id and then the cooperative's."""
    found: dict[str, tuple[PairChange, ...]] = {}
    for one in sorted(changes, key=lambda change: (change.offer_id, change.cooperative_id)):
        found[one.offer_id] = (*found.get(one.offer_id, ()), one)
    return found


def moved_pairs(
    problem: AllocationProblem, before: AllocationPlan, after: AllocationPlan
) -> tuple[tuple[Pair, ...], tuple[Pair, ...]]:
    """Return the pairs that enter and those that leave from one plan to another of the same problem."""
    change = difference_of(pair_values(problem, before), pair_values(problem, after))
    return (
        tuple((one.cooperative_id, one.offer_id) for one in change.new),
        tuple((one.cooperative_id, one.offer_id) for one in change.dropped),
    )
