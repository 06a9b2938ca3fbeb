"""The smallest addition to one resource that makes a better set possible."""

from bisect import bisect
from dataclasses import dataclass

from models.bundles.problem import BundleProblem, Item, Worth
from models.bundles.solver import best_set

__all__ = ["Addition", "smallest_addition"]


@dataclass(frozen=True, slots=True)
class Addition:
    """So much more of a resource, and the best set that it makes possible.

    ``amount`` is in the units of ``Item.uses``.
    """

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

    Notes
    -----
    More of a resource never lowers the worth, so the amount is found by halving.
    """
    limit = problem.limits[place]
    if limit is None:
        return None

    def worth(amount: int) -> Worth:
        larger = problem.with_limit(place, limit + amount)
        return larger.worth(best_set(larger))

    most = sum(item.uses[place] or 0 for item in problem.items)
    amount = bisect(range(most + 1), worth(0), key=worth)
    if amount > most:
        return None
    larger = problem.with_limit(place, limit + amount)
    items = best_set(larger)
    return Addition(amount, items, larger.worth(items))
