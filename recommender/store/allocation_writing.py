"""What is written about city-wide plans: one that stays as it is, and which of them holds."""

from datetime import datetime
from typing import cast

from sqlalchemy import Connection, Engine

from recommender.store import allocation_sentences
from recommender.store.allocation_log import add_entry, whole_log
from recommender.store.allocation_records import (
    MOST_CONTENT_BYTES,
    AllocationEntry,
    AllocationKind,
    AllocationOutcome,
    StoredAllocation,
)
from recommender.store.allocation_seal import allocation_name
from recommender.store.allocation_states import states_of
from recommender.store.allocations import (
    add_allocation,
    find_allocation,
    is_there,
    remove_allocation,
    sealed_allocation,
)
from recommender.store.place import Place
from recommender.store.values import readable_text
from recommender.store.writing import writing

__all__ = ["AllocationWrites"]

_OUTCOMES = ("solved", "no_solution", "failed")
_PUBLISHABLE = ("solved", "withdrawn")


class AllocationWrites:
    """The part of a store that writes plans; ``Store`` has the connections."""

    _engine: Engine
    _place: Place

    def register_allocation(
        self, content: bytes, kind: AllocationOutcome, *, author: str, made_at: datetime
    ) -> StoredAllocation:
        """Keep a plan; the same content again changes nothing, and whoever was first stays its author.

        Only a damaged plan gives way, and a draft to the same plan that is solved or failed by now.

        Parameters
        ----------
        content : bytes
            Compressed by the caller.
        kind : {'draft', 'solved', 'no_solution', 'failed'}
        author : str
        made_at : datetime
            The time to record; with a time zone.

        Returns
        -------
        StoredAllocation
            As it stands in the store.

        Raises
        ------
        RefusedError
            When it is too large, or the log is not as it was written.
        """
        if len(content) > MOST_CONTENT_BYTES:
            raise allocation_sentences.too_large(MOST_CONTENT_BYTES)
        name = allocation_name(content)
        with writing(self._engine, self._place) as connection:
            entries = whole_log(connection).entries
            outcome = next(
                (one for one in entries if one.allocation_id == name and one.kind in _OUTCOMES), None
            )
            there = find_allocation(connection, name)
            if there is not None and (outcome is not None or kind == "draft"):
                return there
            if outcome is not None:  # it was damaged or lost: whoever made it then is still its author
                plan = sealed_allocation(content, outcome.made_at, outcome.author)
            else:
                plan = sealed_allocation(content, made_at, readable_text(author))
            remove_allocation(connection, name)
            add_allocation(connection, plan)
            if outcome is None and kind != "draft":
                said = cast("AllocationKind", kind)
                add_entry(connection, said, allocation_id=name, author=author, why=None, made_at=made_at)
        return plan

    def publish_allocation(
        self, allocation_id: str, *, after: int, author: str, why: str | None, made_at: datetime
    ) -> AllocationEntry:
        """Let a plan hold from now on; the one that holds is withdrawn by the same transaction.

        Where it holds already, nothing is written.

        Parameters
        ----------
        allocation_id : str
        after : int
            The number of the log's newest row that the decision was made on; 0 for none.
        author : str
        why : str or None
        made_at : datetime
            The time to record; with a time zone.

        Returns
        -------
        AllocationEntry
            The row by which it holds.

        Raises
        ------
        NotFoundError
            When there is no such plan.
        RefusedError
            When it is damaged or has no solution, or the log has moved on since or is not as it was written.
        """
        with writing(self._engine, self._place) as connection:
            log = whole_log(connection)
            _demand_whole(connection, allocation_id)
            states = states_of(log.entries)
            state, entry = states.get(allocation_id, ("draft", None))
            if entry is not None and state == "published":
                return entry
            if state not in _PUBLISHABLE:
                raise allocation_sentences.not_publishable(allocation_id, state)
            if log.newest != after:
                raise allocation_sentences.log_moved_on()
            for name, (before, _) in states.items():
                if before == "published":
                    reason = f"diganti oleh / replaced by {allocation_id}"
                    add_entry(
                        connection,
                        "withdrawn",
                        allocation_id=name,
                        author=author,
                        why=reason,
                        made_at=made_at,
                    )
            return add_entry(
                connection, "published", allocation_id=allocation_id, author=author, why=why, made_at=made_at
            )

    def withdraw_allocation(
        self, allocation_id: str, *, after: int, author: str, why: str | None, made_at: datetime
    ) -> AllocationEntry:
        """Take back the plan that holds; places that were accepted stay. Parameters as in publishing.

        Where it was withdrawn already, nothing is written. A damaged one can be withdrawn, too.

        Returns
        -------
        AllocationEntry
            The row by which it holds no more.

        Raises
        ------
        NotFoundError
            When there is no such plan.
        RefusedError
            When it does not hold, or the log has moved on since or is not as it was written.
        """
        with writing(self._engine, self._place) as connection:
            log = whole_log(connection)
            state, entry = states_of(log.entries).get(allocation_id, ("draft", None))
            if entry is None and not is_there(connection, allocation_id):
                raise allocation_sentences.allocation_unknown(allocation_id)
            if entry is not None and state == "withdrawn":
                return entry
            if state != "published":
                raise allocation_sentences.not_published(allocation_id, state)
            if log.newest != after:
                raise allocation_sentences.log_moved_on()
            return add_entry(
                connection, "withdrawn", allocation_id=allocation_id, author=author, why=why, made_at=made_at
            )


def _demand_whole(connection: Connection, allocation_id: str) -> None:
    if find_allocation(connection, allocation_id) is not None:
        return
    if is_there(connection, allocation_id):
        raise allocation_sentences.damaged(allocation_id)
    raise allocation_sentences.allocation_unknown(allocation_id)
