"""What may be asked of the store about city-wide plans: the plans, their states, the log of their places."""

from abc import ABC, abstractmethod
from contextlib import AbstractContextManager

from sqlalchemy import Connection

from recommender.store import allocation_log, allocation_sentences
from recommender.store.allocation_records import (
    AllocationEntry,
    AllocationLine,
    AllocationLog,
    StoredAllocation,
)
from recommender.store.allocation_states import plan_lines
from recommender.store.allocations import allocation_stamps, find_allocation, is_there

__all__ = ["AllocationReads"]


class AllocationReads(ABC):
    """Questions about plans; nothing in them is parsed here."""

    @abstractmethod
    def _reading(self) -> AbstractContextManager[Connection]:
        """Give a connection inside a reading transaction."""

    def allocation(self, allocation_id: str) -> StoredAllocation | None:
        """Return a plan as it was registered, or ``None``.

        Raises
        ------
        RefusedError
            When it is not as it was written.
        """
        with self._reading() as connection:
            found = find_allocation(connection, allocation_id)
            if found is None and is_there(connection, allocation_id):
                raise allocation_sentences.damaged(allocation_id)
            return found

    def allocations(self) -> list[AllocationLine]:
        """Return every plan with its state, newest first, ties by name; no content is read.

        States come from the rows of the log that can be trusted. A plan whose time cannot be read is left
        out; the check finds it.
        """
        with self._reading() as connection:
            entries = allocation_log.allocation_log(connection).entries
            return plan_lines(allocation_stamps(connection), entries)

    def allocation_log(self, allocation_id: str | None = None) -> AllocationLog:
        """Return the log, or what it says of one plan, up to the first row that is not as it was written."""
        with self._reading() as connection:
            return allocation_log.allocation_log(connection, allocation_id)

    def newest_allocation_entry(self) -> int:
        """Return the number of the log's newest row, 0 for none; cheap enough to ask at each request."""
        with self._reading() as connection:
            return allocation_log.newest_number(connection)

    def published_allocation_id(self) -> str | None:
        """Return the plan that holds now, or ``None``; cheap enough to ask at each request.

        Raises
        ------
        RefusedError
            When the row of the log that says so is not as it was written.
        """
        with self._reading() as connection:
            return allocation_log.published_id(connection)

    def pair_entries(self, cooperative_id: str, offer_id: str) -> tuple[AllocationEntry, ...]:
        """Return what the log says of one pair, oldest first.

        Raises
        ------
        RefusedError
            When one of these rows is not as it was written.
        """
        with self._reading() as connection:
            return allocation_log.pair_entries(connection, cooperative_id, offer_id)
