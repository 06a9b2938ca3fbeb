"""The smallest addition to one resource that makes a better set possible."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.bundles.bounds import Bounds
from models.bundles.problem import BundleProblem, Item, Worth
from models.bundles.solver import best_set

__all__ = ["Addition", "smallest_addition"]


@dataclass(frozen=True, slots=True)
class Addition:
    """So much more of a resource, and the best set that it makes possible.

    ``amount`` is in the units of ``Item.uses``.
    """

    place: int
    amount: int
    items: tuple[Item, ...]
    worth: Worth


def smallest_addition(problem: BundleProblem, place: int) -> Addition | None:
    """Return the smallest addition that raises the worth; ``None`` where no addition would, or none limits.

    Parameters
    ----------
    problem : BundleProblem
    place : int
        Position of the resource in ``RESOURCES``.
    """
    limit = problem.limits[place]
    if limit is None:
        return None
    now = problem.worth(best_set(problem))
    needed = _Thrift(problem.with_limit(place, None), place, now).least()
    if needed is None:
        return None
    larger = problem.with_limit(place, needed)
    items = best_set(larger)
    return Addition(place, needed - limit, items, larger.worth(items))


class _Thrift:
    """Of all sets worth more than some worth, the least use of one resource."""

    def __init__(self, problem: BundleProblem, place: int, above: Worth) -> None:
        self._problem = problem
        self._place = place
        self._above = above
        self._items = tuple(item for item in problem.usable() if item.uses[place] is not None)
        self._bounds = Bounds(self._items, problem.limits)
        self._least: int | None = None

    def least(self) -> int | None:
        slots = len(self._items) if self._problem.most is None else self._problem.most
        self._branch(0, (), slots)
        return self._least

    def _branch(self, start: int, chosen: tuple[Item, ...], slots: int) -> None:
        used = sum(item.uses[self._place] or 0 for item in chosen)
        if self._least is not None and used >= self._least:
            return
        if self._problem.worth(chosen) > self._above:
            self._least = used
            return
        if start == len(self._items) or slots == 0 or not self._may_win(start, chosen, slots):
            return
        item = self._items[start]
        if self._problem.fits((*chosen, item)):
            self._branch(start + 1, (*chosen, item), slots - 1)
        self._branch(start + 1, chosen, slots)

    def _may_win(self, start: int, chosen: Sequence[Item], slots: int) -> bool:
        here = self._problem.worth(chosen)
        most = self._bounds.jobs(start) + sum(item.jobs_hundredths for item in chosen)
        can_reach = most >= self._problem.jobs_target_hundredths
        left = [
            None if limit is None else limit - sum(item.uses[place] or 0 for item in chosen)
            for place, limit in enumerate(self._problem.limits)
        ]
        return Worth(can_reach, here.value + self._bounds.value(start, left, slots)) > self._above
