"""What a plan is chosen from: pairs with their value, and every limit it has to keep."""

from dataclasses import dataclass, replace
from typing import Self

import numpy as np
import numpy.typing as npt

from models.errors import AllocationError

__all__ = [
    "CLOSED",
    "HELD",
    "LOCKED",
    "OPEN",
    "UNKNOWN",
    "UNLIMITED",
    "AllocationProblem",
    "Fairness",
    "Quotas",
    "Rooms",
    "Stability",
    "in_given_order",
]

Ints = npt.NDArray[np.integer]
Longs = npt.NDArray[np.int64]

CLOSED, OPEN, LOCKED, HELD = 0, 1, 2, 3
"""States of a pair: cannot be chosen, may be, must be, its place is kept back without being given."""

UNLIMITED = 2**62
"""A limit that does not bind."""

UNKNOWN = -1
"""A use or a room that nobody has stated."""


@dataclass(frozen=True, slots=True)
class Quotas:
    """How many places of each offer may, and must, be given.

    Attributes
    ----------
    city_left : ndarray of int, shape (n_offers,)
        Places not taken yet; ``UNLIMITED`` where the partner sets no quota.
    district_left : ndarray of int, shape (n_districts, n_offers)
        The same in each district; a cooperative in no known district is measured by the city's alone.
    city_minimum : ndarray of int, shape (n_offers,)
        So many must be given at least, 0 for none, where a partner comes only then.
    apart : ndarray of int, shape (n_conflicts, 3)
        Offer, cooperative, cooperative: these two stand nearer than the offer's minimum spacing.
    """

    city_left: Longs
    district_left: Longs
    city_minimum: Longs
    apart: Ints


@dataclass(frozen=True, slots=True)
class Rooms:
    """What the offers of one cooperative share, as in ``models.bundles.problem``.

    Attributes
    ----------
    most : ndarray of int, shape (n_cooperatives,)
        At most so many offers, those held back included.
    uses : ndarray of int, shape (n_offers, n_resources)
        What an offer takes; ``UNKNOWN`` bars it wherever that resource is limited.
    have : ndarray of int, shape (n_cooperatives, n_resources)
        What a cooperative has; ``UNKNOWN`` does not limit.
    group_of : ndarray of int, shape (n_offers,)
        At most one offer of a group; -1 is in none.
    """

    most: Longs
    uses: Longs
    have: Longs
    group_of: Ints


@dataclass(frozen=True, slots=True)
class Fairness:
    """What the department asks of the plan as a whole.

    Attributes
    ----------
    district_minimum : ndarray of int, shape (n_districts,)
        So many pairs in each district at least, 0 for none.
    one_each : bool
        Whether every cooperative with a pair that may be chosen gets one at least.
    cost_idr : ndarray of int, shape (n_offers,)
        What one place costs the budget; unknown counts as 0 and is told by whoever sets it.
    city_budget_idr : int
    district_budget_idr : ndarray of int, shape (n_districts,)
        ``UNLIMITED`` where none is set, in both.
    """

    district_minimum: Longs
    one_each: bool
    cost_idr: Longs
    city_budget_idr: int
    district_budget_idr: Longs


@dataclass(frozen=True, slots=True)
class Stability:
    """The plan before, and what each of its pairs that is given up costs.

    Attributes
    ----------
    previous : ndarray of bool, shape (n_cooperatives, n_offers)
        Pairs of the plan before.
    change_price : int
        In units of value; 0 makes every change free.
    """

    previous: npt.NDArray[np.bool_]
    change_price: int


@dataclass(frozen=True, slots=True)
class AllocationProblem:
    """Everything a plan is chosen from.

    Attributes
    ----------
    cooperative_ids, offer_ids : tuple of str
        Names of rows and columns; the answer does not depend on their order.
    districts : tuple of str
    district_of : ndarray of int, shape (n_cooperatives,)
        Position in ``districts``; -1 where unknown.
    value : ndarray of int, shape (n_cooperatives, n_offers)
        What a pair is worth, in whole units, so that sums are exact; pairs of no or negative worth are
        chosen only where a minimum asks for them.
    state : ndarray of int8, shape (n_cooperatives, n_offers)
        ``CLOSED``, ``OPEN``, ``LOCKED`` or ``HELD``.
    quotas, rooms, fairness, stability
        The limits.
    """

    cooperative_ids: tuple[str, ...]
    offer_ids: tuple[str, ...]
    districts: tuple[str, ...]
    district_of: Ints
    value: Ints
    state: npt.NDArray[np.int8]
    quotas: Quotas
    rooms: Rooms
    fairness: Fairness
    stability: Stability | None = None

    def __post_init__(self) -> None:
        """Refuse parts that do not fit together."""
        n, m, d = len(self.cooperative_ids), len(self.offer_ids), len(self.districts)
        quotas, rooms, fairness = self.quotas, self.rooms, self.fairness
        shapes: dict[str, tuple[tuple[int, ...], tuple[int, ...]]] = {
            "value": (self.value.shape, (n, m)),
            "state": (self.state.shape, (n, m)),
            "district_of": (self.district_of.shape, (n,)),
            "city_left": (quotas.city_left.shape, (m,)),
            "district_left": (quotas.district_left.shape, (d, m)),
            "city_minimum": (quotas.city_minimum.shape, (m,)),
            "most": (rooms.most.shape, (n,)),
            "uses": (rooms.uses.shape, (m, rooms.have.shape[1])),
            "have": (rooms.have.shape, (n, rooms.have.shape[1])),
            "group_of": (rooms.group_of.shape, (m,)),
            "district_minimum": (fairness.district_minimum.shape, (d,)),
            "cost_idr": (fairness.cost_idr.shape, (m,)),
            "district_budget_idr": (fairness.district_budget_idr.shape, (d,)),
        }
        if self.stability is not None:
            shapes["previous"] = (self.stability.previous.shape, (n, m))
        for name, (found, wanted) in shapes.items():
            if found != wanted:
                raise AllocationError(
                    f"Bagian {name} berukuran {found}, seharusnya {wanted}.",
                    f"The part {name} has the shape {found} and should have {wanted}.",
                )

    def sorted(self) -> Self:
        """Return the same problem with cooperatives, offers and districts in the order of their names."""
        rows = np.argsort(np.array(self.cooperative_ids, dtype=object), kind="stable")
        columns = np.argsort(np.array(self.offer_ids, dtype=object), kind="stable")
        places = np.argsort(np.array(self.districts, dtype=object), kind="stable")
        grid = np.ix_(rows, columns)
        return replace(
            self,
            cooperative_ids=tuple(self.cooperative_ids[row] for row in rows),
            offer_ids=tuple(self.offer_ids[column] for column in columns),
            districts=tuple(self.districts[place] for place in places),
            district_of=_renumbered(self.district_of[rows], places),
            value=self.value[grid],
            state=self.state[grid],
            quotas=_sorted_quotas(self.quotas, rows, columns, places),
            rooms=Rooms(
                most=self.rooms.most[rows],
                uses=self.rooms.uses[columns],
                have=self.rooms.have[rows],
                group_of=self.rooms.group_of[columns],
            ),
            fairness=replace(
                self.fairness,
                district_minimum=self.fairness.district_minimum[places],
                cost_idr=self.fairness.cost_idr[columns],
                district_budget_idr=self.fairness.district_budget_idr[places],
            ),
            stability=self.stability
            and Stability(self.stability.previous[grid], self.stability.change_price),
        )

    def objective(self) -> Longs:
        """Return what choosing each pair adds; shape (n_cooperatives, n_offers).

        A pair of the plan before adds the price of giving it up as well.
        """
        value = self.value.astype(np.int64)
        if self.stability is None or self.stability.change_price == 0:
            return value
        return value + self.stability.change_price * self.stability.previous

    def can_hold(self) -> npt.NDArray[np.bool_]:
        """Mark the pairs that fit a cooperative's room by themselves; shape (n_cooperatives, n_offers)."""
        fits = np.ones(self.value.shape, dtype=np.bool_)
        for resource in range(self.rooms.uses.shape[1]):
            have = self.rooms.have[:, resource, None]
            uses = self.rooms.uses[None, :, resource]
            fits &= (have == UNKNOWN) | ((uses != UNKNOWN) & (uses <= have))
        return fits


def in_given_order(
    problem: AllocationProblem, ordered: AllocationProblem, marks: npt.NDArray[np.bool_]
) -> npt.NDArray[np.bool_]:
    """Put marks of a sorted problem back into the order in which the problem was given.

    Parameters
    ----------
    problem, ordered : AllocationProblem
        The same one, as given and after ``sorted``; nothing is copied where they are one.
    marks : ndarray of bool, shape (n_cooperatives, n_offers)
    """
    if ordered is problem:
        return marks
    row_of = {name: row for row, name in enumerate(ordered.cooperative_ids)}
    column_of = {name: column for column, name in enumerate(ordered.offer_ids)}
    rows = [row_of[name] for name in problem.cooperative_ids]
    columns = [column_of[name] for name in problem.offer_ids]
    return marks[np.ix_(rows, columns)]


def _renumbered(numbers: Ints, order: npt.NDArray[np.intp]) -> Ints:
    """Translate positions before sorting to those after it; -1 stays."""
    after = np.empty(len(order) + 1, dtype=numbers.dtype)
    after[order] = np.arange(len(order))
    after[-1] = -1
    found: Ints = after[numbers]
    return found


def _sorted_quotas(
    quotas: Quotas,
    rows: npt.NDArray[np.intp],
    columns: npt.NDArray[np.intp],
    places: npt.NDArray[np.intp],
) -> Quotas:
    apart = quotas.apart
    if len(apart):
        ends = np.sort(_renumbered(apart[:, 1:], rows), axis=1)
        moved = np.column_stack([_renumbered(apart[:, 0], columns), ends])
        apart = moved[np.lexsort(moved.T[::-1])]
    return Quotas(
        city_left=quotas.city_left[columns],
        district_left=quotas.district_left[np.ix_(places, columns)],
        city_minimum=quotas.city_minimum[columns],
        apart=apart,
    )
