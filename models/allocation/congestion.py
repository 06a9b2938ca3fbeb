"""How contested an offer is in single rankings, before any plan."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.allocation.fullness import given_counts
from models.allocation.problem import CLOSED, UNLIMITED, AllocationProblem

__all__ = ["Contest", "contests", "first_choices"]

Marks = npt.NDArray[np.bool_]

# Cooperatives looked at together: some megabytes of values at 200 offers, which a processor's cache holds.
_BLOCK = 4096


@dataclass(frozen=True, slots=True)
class Contest:
    """How many ask for the places of one quota.

    Attributes
    ----------
    offer_id : str
    district : str or None
        Of a district's quota; ``None`` is the whole city.
    wanted : int
        Cooperatives that have the offer among their first choices.
    places : int or None
        Places not taken yet; ``None`` where nothing limits them.
    """

    offer_id: str
    district: str | None
    wanted: int
    places: int | None

    @property
    def ratio(self) -> float | None:
        """Wishes for each place; infinite where there is no place, ``None`` where nothing limits them."""
        if self.places is None:
            return None
        if self.places > 0:
            return self.wanted / self.places
        return float("inf") if self.wanted else 0.0


def first_choices(problem: AllocationProblem, first: int, block: int = _BLOCK) -> Marks:
    """Mark each cooperative's first choices by value, ties by the id of the offer.

    Parameters
    ----------
    problem : AllocationProblem
    first : int
        So many of each, as far as they may be chosen and are worth something.
    block : int
        So many cooperatives at a time; the answer does not depend on it.

    Returns
    -------
    ndarray of bool, shape (n_cooperatives, n_offers)
    """
    marks = np.zeros(problem.value.shape, dtype=np.bool_)
    for rows, columns in _choices(problem, first, block):
        marks[rows, columns] = True
    return marks


def contests(problem: AllocationProblem, first: int, block: int = _BLOCK) -> tuple[Contest, ...]:
    """Return how contested each offer is, by offer and district; districts only where a quota is set.

    Parameters
    ----------
    problem : AllocationProblem
    first, block : int
        As in ``first_choices``.
    """
    in_city, inside = given_counts(problem, first_choices(problem, first, block))
    quotas = problem.quotas
    found = []
    for column, offer_id in enumerate(problem.offer_ids):
        left = int(quotas.city_left[column])
        found.append(Contest(offer_id, None, int(in_city[column]), None if left >= UNLIMITED else left))
    for place, column in np.argwhere(quotas.district_left < UNLIMITED):
        wanted, left = int(inside[place, column]), int(quotas.district_left[place, column])
        found.append(Contest(problem.offer_ids[column], problem.districts[place], wanted, left))
    return tuple(sorted(found, key=lambda one: (one.offer_id, one.district or "")))


def _choices(
    problem: AllocationProblem, first: int, block: int
) -> Iterator[tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]]:
    """Yield rows and columns of choices: the first of each in a block, then the second, and so on."""
    # the largest of equals that stands first is found, so that columns stand by id
    by_id = np.argsort(np.array(problem.offer_ids, dtype=object), kind="stable")
    for start in range(0, len(problem.cooperative_ids), block):
        part = slice(start, start + block)
        worth = np.where(problem.state[part] == CLOSED, 0, problem.value[part])[:, by_id]
        rows = np.arange(len(worth))
        for _ in range(min(first, len(by_id))):
            best = worth[rows].argmax(axis=1)
            wanted = worth[rows, best] > 0
            rows, best = rows[wanted], best[wanted]
            if not len(rows):
                break
            yield rows + start, by_id[best]
            worth[rows, best] = 0
