"""Plans that were kept: list, read, publish, withdraw, compare."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property

from recommender.allocations.changes import changes_between, pairs_of
from recommender.allocations.keeping import KeptPlan, is_draft, unpacked
from recommender.allocations.names import names_of
from recommender.allocations.records import Allocation, AllocationState, Comparison
from recommender.errors import NotFoundError, RefusedError
from recommender.gathering import Gathered
from recommender.memory import Memory
from recommender.reasons import checked_reason
from recommender.store.allocation_records import AllocationLine, StoredAllocation
from recommender.store.store import Store

__all__ = ["KeptPlans"]

_CACHED_PLANS = 16


class KeptPlans:
    """The plans of one department; the workspace has the store and the clock."""

    store: Store
    _clock: Callable[[], dt.datetime]
    gathered: Callable[..., Gathered]

    @cached_property
    def _plans(self) -> Memory[KeptPlan]:
        return Memory(_CACHED_PLANS)

    def allocations(self) -> list[AllocationState]:
        """List the plans that were kept, newest first; one that is damaged is listed as such."""
        return [self._state(one) for one in self.store.allocations()]

    def allocation(self, allocation_id: str) -> Allocation:
        """Return a plan as it was made, in the state that it has now.

        Raises
        ------
        NotFoundError
            When there is no such plan.
        RefusedError
            When it is not as it was written.
        """
        stored = self._stored(allocation_id)
        state = self._line(allocation_id).state
        return replace(self._kept(stored).allocation, allocation_id=stored.allocation_id, state=state)

    def published_allocation(self) -> Allocation | None:
        """Return the plan that holds now, if any."""
        found = self.store.published_allocation_id()
        return None if found is None else self.allocation(found)

    def publish_allocation(
        self, allocation_id: str, *, author: str = "-", why: str | None = None
    ) -> AllocationState:
        """Let a plan hold from now on; the one before is withdrawn.

        Raises
        ------
        NotFoundError
            When there is no such plan.
        RefusedError
            When it has no solution or is damaged, or another decision came first.
        """
        newest = self.store.newest_allocation_entry()
        self.store.publish_allocation(
            allocation_id, after=newest, author=author, why=checked_reason(why), made_at=self._clock()
        )
        return self._state(self._line(allocation_id))

    def withdraw_allocation(
        self, allocation_id: str, *, author: str = "-", why: str | None = None
    ) -> AllocationState:
        """Take a plan back; what was accepted meanwhile stays. Errors as in ``publish_allocation``."""
        newest = self.store.newest_allocation_entry()
        self.store.withdraw_allocation(
            allocation_id, after=newest, author=author, why=checked_reason(why), made_at=self._clock()
        )
        return self._state(self._line(allocation_id))

    def compare_allocations(self, before_id: str, after_id: str) -> Comparison:
        """Set two plans side by side; errors as in ``allocation``."""
        before, after = self.allocation(before_id), self.allocation(after_id)
        changes = changes_between(
            pairs_of(before.assignments), pairs_of(after.assignments), names_of(self.gathered())
        )
        return Comparison(
            before_id=before.allocation_id,
            after_id=after.allocation_id,
            total_before=before.total_value,
            total_after=after.total_value,
            unit_before=before.unit,
            unit_after=after.unit,
            changes=changes,
        )

    def _stored(self, allocation_id: str) -> StoredAllocation:
        stored = self.store.allocation(allocation_id)
        if stored is None and is_draft(allocation_id):
            raise NotFoundError(
                f"{allocation_id} hanya hitungan, tidak disimpan. Hitung lagi dengan --keep.",
                f"{allocation_id} was a dry run and is not kept. Make it again with --keep.",
            )
        if stored is None:
            raise NotFoundError(
                f"Tidak ada rencana {allocation_id}. Lihat `sanding allocations list`.",
                f"There is no plan {allocation_id}. See `sanding allocations list`.",
            )
        return stored

    def _kept(self, stored: StoredAllocation) -> KeptPlan:
        return self._plans.recall(stored.seal, lambda: unpacked(stored.content))

    def _line(self, allocation_id: str) -> AllocationLine:
        return next(one for one in self.store.allocations() if one.allocation_id == allocation_id)

    def _state(self, line: AllocationLine) -> AllocationState:
        try:
            told = self._kept(self._stored(line.allocation_id)).allocation
        except RefusedError:
            # a plan that cannot be read stays in the list, so that somebody asks why
            return AllocationState(line.allocation_id, line.state, line.made_at, line.author, why=line.why)
        return AllocationState(
            line.allocation_id,
            line.state,
            line.made_at,
            line.author,
            at=told.at,
            objective=told.settings.objective,
            status=told.status,
            total_value=told.total_value,
            unit=told.unit,
            pair_count=len(told.assignments),
            cooperative_count=len({one.cooperative_id for one in told.assignments}),
            why=line.why,
        )
