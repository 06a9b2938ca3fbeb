"""A plan that follows one change at once: prices stay, only what the change touches is decided again."""

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from models.allocation.national.by_offer import ByOffer
from models.allocation.national.certificate import certified, prove_again
from models.allocation.national.exchange import Exchange
from models.allocation.national.following import fill_places, follow, give_up
from models.allocation.national.ledger import Ledger
from models.allocation.national.mending import mended
from models.allocation.national.minimums import ask_again, lacking
from models.allocation.national.opening import open_or_close
from models.allocation.national.pair_list import PairList, moved_pairs
from models.allocation.national.pricing import priced
from models.allocation.national.remaining import remaining, usable_pairs
from models.allocation.national.solver import Solved
from models.allocation.national.spare_rows import trimmed, with_spare_rows
from models.allocation.national.weakest_first import WeakestFirst
from models.allocation.plan import AllocationPlan
from models.allocation.problem import LOCKED, OPEN, UNKNOWN, UNLIMITED, AllocationProblem
from models.errors import AllocationError

__all__ = ["PricedPlan"]

_SPARE_ROWS = 32
# Of the smoothing: an exchange that gains less is not worth the ones that follow it.
_LEAST_GAIN = 0.3


class PricedPlan:
    """A plan kept with its prices; a change costs milliseconds, whatever the size.

    After each change the pairs keep all limits, and the bound is proved: it is that of the same prices. It
    drifts from the best one as changes add up; ``certified_plan`` finds new prices for it.

    Parameters
    ----------
    solved : Solved
        What ``solved_by_prices`` found; its arrays are copied.
    spare_rows : int
        So many cooperatives may be added.
    """

    def __init__(self, solved: Solved, *, spare_rows: int = _SPARE_ROWS) -> None:
        # in the order of their rows
        self._row_of = {name: row for row, name in enumerate(solved.problem.cooperative_ids)}
        self._part = remaining(with_spare_rows(solved.problem, spare_rows))
        self._found = solved.found
        own = np.concatenate([solved.certificate.own, np.zeros(spare_rows, dtype=np.int64)])
        self._certificate = replace(solved.certificate, own=own)
        self._ledger = Ledger(self._part)
        self._ledger.take_all(*np.nonzero(solved.ledger.taken))
        self._by_offer = ByOffer(self._part)
        self._everywhere: WeakestFirst | None = None
        self._exchange = self._at_prices()
        self._fixed_of = self._part.taken.sum(axis=0)
        locked = np.flatnonzero(self._part.problem.state == LOCKED)
        self._locked_value = int(self._part.problem.value.ravel()[locked].sum(dtype=np.int64))
        self._pairs = PairList(self._ledger, locked)

    def problem(self) -> AllocationProblem:
        """Return the problem as it is now; cooperatives added stand last."""
        return trimmed(self._part.problem, tuple(self._row_of))

    def plan(self) -> AllocationPlan:
        """Return the plan as it is now, rows and columns as in ``problem()``."""
        part, ledger = self._part, self._ledger
        if ledger.journal:
            moved = moved_pairs(ledger)
            self._pairs.follow(moved)
            if self._everywhere is not None:
                self._everywhere.follow(moved)
            ledger.journal.clear()
        objective = part.fixed_gain + ledger.total_gain
        bound = max(self._certificate.bound, objective)
        return AllocationPlan(
            "optimal" if bound == objective else "near_optimal",
            self._pairs.pairs(),
            ledger.total_value + self._locked_value,
            objective,
            bound,
        )

    def add_cooperative(
        self,
        cooperative_id: str,
        district: str | None,
        value: npt.NDArray[np.integer],
        state: npt.NDArray[np.int8],
        *,
        most: int,
        have: npt.NDArray[np.integer] | None = None,
    ) -> AllocationPlan:
        """Add a cooperative without locked or held pairs and let it choose.

        Raises
        ------
        AllocationError
            When there is no spare row left, the name is known, or a pair is locked or held.
        """
        row = len(self._row_of)
        if row == len(self._part.most) or cooperative_id in self._row_of:
            raise AllocationError(
                f"{cooperative_id} tidak dapat ditambahkan lagi pada rencana ini: hitung rencana baru.",
                f"{cooperative_id} cannot be added to this plan any more: solve a new one.",
            )
        _no_fixed(state)
        part, problem = self._part, self._part.problem
        place = problem.districts.index(district) if district is not None else -1
        problem.district_of[row] = place
        old, part.place_of[row] = int(part.place_of[row]), place if place >= 0 else len(problem.districts)
        self._exchange.move(row, old, int(part.place_of[row]))
        problem.rooms.most[row] = part.most[row] = self._ledger.most[row] = most
        if have is not None:
            problem.rooms.have[row] = part.have[row] = self._ledger.have[row] = have
            self._ledger.limits_room[row] = have != UNKNOWN
        self._row_of[cooperative_id] = row
        try:
            return self.change_cooperative(cooperative_id, value, state)
        except AllocationError:
            del self._row_of[cooperative_id]
            raise

    def change_cooperative(
        self, cooperative_id: str, value: npt.NDArray[np.integer], state: npt.NDArray[np.int8]
    ) -> AllocationPlan:
        """Give a cooperative new values and states, and let it choose anew.

        Raises
        ------
        AllocationError
            When a pair is to be locked or held that is not, or the other way round, or a minimum cannot be
            kept; the plan is then as before.
        """
        part, problem, ledger = self._part, self._part.problem, self._ledger
        row = self._row_of[cooperative_id]
        _no_fixed(np.where(part.taken[row] & (state == problem.state[row]), OPEN, state))
        if (part.taken[row] & (state != problem.state[row])).any():
            _no_fixed(problem.state[row])
        before = problem.value[row].copy(), problem.state[row].copy()
        start = len(ledger.journal)
        freed = np.flatnonzero(ledger.taken[row]).tolist()
        for column in freed:
            ledger.give_back(row, column)
        self._set_row(row, value, state)
        follow(self._exchange, [row], freed)
        if lacking(ledger) and not mended(self._exchange):
            ledger.rewind(start)
            self._set_row(row, *before)
            raise _not_kept()
        return self.plan()

    def change_quota(self, offer_id: str, city_left: int) -> AllocationPlan:
        """Set how many places of an offer are left in the city, locked and held pairs included.

        Raises
        ------
        AllocationError
            When locked and held pairs take more, or a minimum cannot be kept; the plan is then as before.
        """
        part, ledger = self._part, self._ledger
        column = part.problem.offer_ids.index(offer_id)
        before, start = int(part.problem.quotas.city_left[column]), len(ledger.journal)
        fixed = int(self._fixed_of[column])
        if city_left < fixed:
            raise AllocationError(
                f"Kuota {offer_id} tidak boleh di bawah {fixed} yang sudah dikunci atau dipesan.",
                f"The quota of {offer_id} cannot be below the {fixed} that are locked or held.",
            )
        self._set_quota(column, city_left, fixed)
        given = give_up(self._exchange, column, max(-int(ledger.city_left[column]), 0))
        if city_left > before:
            given = fill_places(self._exchange, column, int(min(city_left - before, len(part.most))))
        follow(self._exchange, [row for row, _ in given], [of for _, of in given if of != column])
        if lacking(ledger) and not mended(self._exchange):
            ledger.rewind(start)
            self._set_quota(column, before, fixed)
            raise _not_kept()
        return self.plan()

    def certified_plan(self) -> AllocationPlan:
        """Find new prices, starting from the old ones, for a bound as close as a fresh one."""
        part = self._part
        found = priced(part, start=self._found)
        certificate = certified(part, found.limits, found.prices)
        self._found = found
        if certificate.bound <= self._certificate.bound:
            self._certificate = certificate
        self._exchange = self._at_prices()
        return self.plan()

    def _at_prices(self) -> Exchange:
        found = self._found
        table = found.limits.table(found.prices)
        if self._part.city_budget_idr < UNLIMITED:
            self._everywhere = WeakestFirst(self._ledger, table)
        return Exchange(
            self._ledger,
            table,
            _LEAST_GAIN * found.smoothing,
            by_offer=self._by_offer,
            everywhere=self._everywhere,
        )

    def _set_row(self, row: int, value: npt.NDArray[np.integer], state: npt.NDArray[np.int8]) -> None:
        """Write a row, and what the bound says of it."""
        locked = self._part.problem.state[row] == LOCKED
        more = int((value[locked] - self._part.problem.value[row, locked]).sum(dtype=np.int64))
        part = self._ledger.part = self._part = replace(self._part, fixed_gain=self._part.fixed_gain + more)
        self._certificate = replace(self._certificate, fixed_gain=part.fixed_gain)
        self._locked_value += more
        part.problem.value[row] = value
        part.problem.state[row] = state
        rows = np.array([row])
        part.usable[row] = usable_pairs(part, rows)[0]
        self._exchange.row_changed(row)
        ask_again(self._ledger, row)
        prove_again(self._certificate, part, rows)

    def _set_quota(self, column: int, city_left: int, fixed: int) -> None:
        """Write a quota, and what the bound says of it; it binds up to the number of cooperatives."""
        part, ledger = self._part, self._ledger
        n = len(part.most)
        old, new = int(part.city_left[column]), city_left if city_left >= UNLIMITED else city_left - fixed
        price = int(self._certificate.city_price[column])
        cost = self._certificate.limits_cost + price * (min(new, n) - min(old, n))
        self._certificate = replace(self._certificate, limits_cost=cost)
        part.problem.quotas.city_left[column] = city_left
        part.city_left[column] = new
        taken = int(np.count_nonzero(ledger.takers[column]))
        ledger.city_left[column] = new if new >= UNLIMITED else new - taken
        if (old <= 0) != (new <= 0):
            open_or_close(part, self._certificate, self._by_offer, column)


def _no_fixed(state: npt.NDArray[np.int8]) -> None:
    if (state >= LOCKED).any():
        raise AllocationError(
            "Pasangan yang dikunci atau dipesan tidak diubah di sini: hitung rencana baru.",
            "Locked and held pairs are not changed here: solve a new plan.",
        )


def _not_kept() -> AllocationError:
    return AllocationError(
        "Perubahan ini membuat batas minimum tidak terpenuhi dengan pertukaran kecil: hitung rencana baru.",
        "With this change a minimum cannot be kept by small exchanges: solve a new plan.",
    )
