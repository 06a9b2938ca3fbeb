"""The part of the workspace that plans for the whole city."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

from recommender.allocations.allocating import allocated
from recommender.allocations.hold_files import read_holds
from recommender.allocations.holds import counted_holds, given_up_lately
from recommender.allocations.keeping import KeptPlan, draft_id, packed
from recommender.allocations.questions import PlanQuestions
from recommender.allocations.records import Allocation
from recommender.allocations.settings import AllocationSettings, Hold, checked_settings
from recommender.store.allocation_records import AllocationOutcome

__all__ = ["Allocator"]


class Allocator(PlanQuestions):
    """Makes plans for the whole city; the workspace has the store and the clock."""

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
        given_up = given_up_lately(self.store.frame("events"), source.at)
        return allocated(source, checked, holds, previous, given_up)
