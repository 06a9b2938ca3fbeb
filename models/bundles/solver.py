"""The best set of items, found by branch and bound in whole numbers, so that equal inputs give equal sets."""

from collections.abc import Sequence

from models.bundles.bounds import Bounds
from models.bundles.problem import BundleProblem, Item, Worth

__all__ = ["best_set"]


def best_set(problem: BundleProblem) -> tuple[Item, ...]:
    """Return the set of most worth; of equal ones the one with least capital, fewest items, first ids.

    Parameters
    ----------
    problem : BundleProblem

    Returns
    -------
    tuple of Item
        By id; empty when nothing fits.

    Examples
    --------
    >>> items = (Item("a", 5, (0, 0, 4, 0)), Item("b", 4, (0, 0, 3, 0)), Item("c", 3, (0, 0, 3, 0)))
    >>> [item.offer_id for item in best_set(BundleProblem(items, (None, None, 6, None), None, 0))]
    ['b', 'c']
    """
    return _Search(problem).best()


class _Search:
    def __init__(self, problem: BundleProblem) -> None:
        self._problem = problem
        self._items = problem.usable()
        self._bounds = Bounds(self._items, problem.limits)
        self._best: tuple[Item, ...] = ()
        self._worth = problem.worth(())

    def best(self) -> tuple[Item, ...]:
        slots = len(self._items) if self._problem.most is None else self._problem.most
        self._branch(0, (), list(self._problem.limits), slots)
        return tuple(sorted(self._best, key=lambda item: item.offer_id))

    def _branch(self, start: int, chosen: tuple[Item, ...], left: list[int | None], slots: int) -> None:
        self._consider(chosen)
        if start == len(self._items) or slots == 0 or self._cannot_win(start, chosen, left, slots):
            return
        item = self._items[start]
        rest = _taken(left, item)
        if rest is not None and (item.group is None or all(one.group != item.group for one in chosen)):
            self._branch(start + 1, (*chosen, item), rest, slots - 1)
        self._branch(start + 1, chosen, left, slots)

    def _consider(self, chosen: tuple[Item, ...]) -> None:
        worth = self._problem.worth(chosen)
        if worth > self._worth or (worth == self._worth and _order(chosen) < _order(self._best)):
            self._best, self._worth = chosen, worth

    def _cannot_win(
        self, start: int, chosen: tuple[Item, ...], left: Sequence[int | None], slots: int
    ) -> bool:
        here = self._problem.worth(chosen)
        most = self._bounds.jobs(start) + sum(item.jobs_hundredths for item in chosen)
        can_reach = most >= self._problem.jobs_target_hundredths
        value = here.value + self._bounds.value(start, left, slots)
        return Worth(can_reach, value) < self._worth


def _taken(left: Sequence[int | None], item: Item) -> list[int | None] | None:
    rest: list[int | None] = []
    for limit, use in zip(left, item.uses, strict=True):
        if limit is None:
            rest.append(None)
        elif use is None or use > limit:
            return None
        else:
            rest.append(limit - use)
    return rest


def _order(chosen: Sequence[Item]) -> tuple[int, int, list[str]]:
    capital = sum(item.uses[2] or 0 for item in chosen)
    return capital, len(chosen), sorted(item.offer_id for item in chosen)
