"""The part of the workspace that plans for the whole city."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from models.errors import ModelError
from models.ranking.objectives import checked_objective
from recommender.allocations.allocating import allocated
from recommender.allocations.asking import contests_of, dials_of, why_not_of
from recommender.allocations.hold_files import read_holds
from recommender.allocations.holds import counted_holds
from recommender.allocations.keeping import KeptPlan, draft_id, packed, unpacked
from recommender.allocations.lines import changes_between, names_of, pairs_of
from recommender.allocations.records import (
    Allocation,
    AllocationState,
    Comparison,
    Contest,
    Dial,
    NextInLine,
    WhyNot,
)
from recommender.allocations.settings import AllocationSettings, Hold, checked_settings
from recommender.allocations.succession import places_given_up
from recommender.errors import NotFoundError, RefusedError
from recommender.gathering import Gathered
from recommender.memory import Memory
from recommender.reasons import checked_reason
from recommender.store.allocation_records import AllocationLine, AllocationOutcome, StoredAllocation
from recommender.store.store import Store

__all__ = ["Allocator"]

_CACHED_PLANS = 16
_CACHED_CONTESTS = 16
_MOST_CONTESTANTS = 5_000


class Allocator:
    """Plans for the whole city; the workspace has the store and the clock."""

    store: Store
    _clock: Callable[[], dt.datetime]
    gathered: Callable[..., Gathered]

    @cached_property
    def _plans(self) -> Memory[KeptPlan]:
        return Memory(_CACHED_PLANS)

    @cached_property
    def _contests(self) -> Memory[tuple[Contest, ...]]:
        return Memory(_CACHED_CONTESTS)

    def allocate(
        self, settings: AllocationSettings | None = None, *, at: dt.date | None = None
    ) -> Allocation:
        """Make a plan without keeping it: a dry run.

        Parameters
        ----------
        settings : AllocationSettings, optional
        at : date, optional
            The day the plan speaks of; today in Jakarta by default.

        Raises
        ------
        RefusedError
            When a setting cannot be used, or a lock is against a rule; names it and what to write.
        NotFoundError
            When the plan before, or a pair among the holds, does not exist.
        """
        kept = self._made(settings or AllocationSettings(), at)
        return replace(kept.allocation, allocation_id=draft_id(packed(kept)))

    def solve_allocation(
        self, settings: AllocationSettings | None = None, *, at: dt.date | None = None, author: str = "-"
    ) -> Allocation:
        """Make a plan and keep it as a record that stays as it is; see ``allocate``."""
        kept = self._made(settings or AllocationSettings(), at)
        kind: AllocationOutcome = "no_solution" if kept.allocation.status == "no_solution" else "solved"
        stored = self.store.register_allocation(packed(kept), kind, author=author, made_at=self._clock())
        return self.allocation(stored.allocation_id)

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

    def why_not(self, allocation_id: str, cooperative_id: str, offer_id: str) -> WhyNot:
        """Tell why a pair is not in a plan, and what it would cost to have it in.

        Raises
        ------
        NotFoundError
            When there is no such plan, or it knows no such cooperative or offer.
        RefusedError
            When the plan was too large to be kept with its problem.
        """
        kept = self._kept(self._stored(allocation_id))
        return why_not_of(kept, names_of(self.gathered()), cooperative_id, offer_id)

    def next_in_line(self, allocation_id: str) -> tuple[NextInLine, ...]:
        """Return who comes next for every place of a plan that was given up since."""
        kept = self._kept(self._stored(allocation_id))
        return places_given_up(kept, self.store.frame("events"), names_of(self.gathered()))

    def dials(self, allocation_id: str) -> tuple[Dial, ...]:
        """Return what each setting of fairness would cost in a plan."""
        return dials_of(self._kept(self._stored(allocation_id)))

    def contests(self, *, at: dt.date | None = None, objective: str = "balanced") -> tuple[Contest, ...]:
        """Return how contested each offer is before any plan, most contested first.

        Empty where there are more than 5,000 cooperatives: scoring all of them takes minutes; ask a plan.
        """
        try:
            checked_objective(objective)
        except ModelError as error:
            raise RefusedError(error.message_id, error.message_en) from error
        source = self.gathered(at)
        if len(source.cooperatives) > _MOST_CONTESTANTS:
            return ()
        key = (source.head.revision_id, source.model_version, source.at, objective)
        return self._contests.recall(key, lambda: contests_of(source, objective))

    def read_holds(self, path: Path) -> tuple[Hold, ...]:
        """Read pairs from a file: a table of holds, or a plan that was exported, whose pairs are locked."""
        return read_holds(path)

    def _made(self, settings: AllocationSettings, at: dt.date | None) -> KeptPlan:
        checked = checked_settings(settings)
        source = self.gathered(at)
        if checked.previous_id is None:
            previous = self.published_allocation()
        else:
            previous = self.allocation(checked.previous_id)
        holds = counted_holds(self.store.frame("holds"), checked.holds, source.at)
        return allocated(source, checked, holds, previous)

    def _stored(self, allocation_id: str) -> StoredAllocation:
        stored = self.store.allocation(allocation_id)
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
