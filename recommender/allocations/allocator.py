"""The part of the workspace that plans for the whole city."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from recommender.allocations.records import (
    Allocation,
    AllocationState,
    Comparison,
    Contest,
    Dial,
    NextInLine,
    WhyNot,
)
from recommender.allocations.settings import AllocationSettings, Hold
from recommender.gathering import Gathered
from recommender.store.store import Store

__all__ = ["Allocator"]


class Allocator:
    """Plans for the whole city; the workspace has the store and the clock."""

    store: Store
    _clock: Callable[[], dt.datetime]

    def gathered(self, at: dt.date | None = None) -> Gathered:
        """Return the frames of one day; the adviser's."""
        raise NotImplementedError

    def allocate(
        self,
        settings: AllocationSettings | None = None,
        *,
        at: dt.date | None = None,
        author: str = "-",
    ) -> Allocation:
        """Make a plan without keeping it: a dry run.

        Raises
        ------
        RefusedError
            When a setting cannot be used; names it and what to write.
        NotFoundError
            When the plan before, or a pair that is held, does not exist.
        """
        raise NotImplementedError

    def solve_allocation(
        self,
        settings: AllocationSettings | None = None,
        *,
        at: dt.date | None = None,
        author: str = "-",
    ) -> Allocation:
        """Make a plan and keep it as a record that stays as it is."""
        raise NotImplementedError

    def allocations(self) -> list[AllocationState]:
        """List the plans that were kept, newest first."""
        raise NotImplementedError

    def allocation(self, allocation_id: str) -> Allocation:
        """Return a plan as it was made, in the state that it has now."""
        raise NotImplementedError

    def published_allocation(self) -> Allocation | None:
        """Return the plan that holds now, if any."""
        raise NotImplementedError

    def publish_allocation(
        self, allocation_id: str, *, author: str = "-", why: str | None = None
    ) -> AllocationState:
        """Let a plan hold from now on; the one before is withdrawn."""
        raise NotImplementedError

    def withdraw_allocation(
        self, allocation_id: str, *, author: str = "-", why: str | None = None
    ) -> AllocationState:
        """Take a plan back; what was accepted meanwhile stays."""
        raise NotImplementedError

    def compare_allocations(self, before_id: str, after_id: str) -> Comparison:
        """Set two plans side by side."""
        raise NotImplementedError

    def why_not(self, allocation_id: str, cooperative_id: str, offer_id: str) -> WhyNot:
        """Tell why a pair is not in a plan, and what it would cost to have it in."""
        raise NotImplementedError

    def next_in_line(self, allocation_id: str) -> tuple[NextInLine, ...]:
        """Return who comes next for every place of a plan that was given up since."""
        raise NotImplementedError

    def dials(self, allocation_id: str) -> tuple[Dial, ...]:
        """Return what each setting of fairness would cost in a plan."""
        raise NotImplementedError

    def contests(self, *, at: dt.date | None = None, objective: str = "balanced") -> tuple[Contest, ...]:
        """Return how contested each offer is before any plan, most contested first."""
        raise NotImplementedError

    def read_holds(self, path: Path) -> tuple[Hold, ...]:
        """Read pairs from a file: a table of holds, or a plan that was exported, whose pairs are locked."""
        raise NotImplementedError
