"""A revision that is decided on inside its own transaction: nobody writes between look and deed."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection, Engine

from recommender.store import allocation_sentences
from recommender.store.allocation_log import add_entry
from recommender.store.allocation_records import AllocationEntry, Concluded, PairNote, Wanted
from recommender.store.allocations import is_there
from recommender.store.place import Place
from recommender.store.reading import Reads, Snapshot
from recommender.store.recorder import Stamp
from recommender.store.revision import Revision
from recommender.store.writing import writing

__all__ = ["ConditionalWrites"]


class ConditionalWrites:
    """The part of a store that writes what a decision wants; ``Store`` has the connections."""

    _engine: Engine
    _place: Place

    def revision_if(
        self,
        decide: Callable[[Reads], Wanted],
        *,
        author: str,
        source: str,
        made_at: datetime,
        note: str | None = None,
    ) -> Concluded:
        """Write what a decision wants, made on exactly the state that it then changes.

        The writing transaction is open before the decision looks: in all processes nobody else writes until
        it has ended. Of two decisions that want the last of something, the later sees what the first wrote.

        Parameters
        ----------
        decide : callable
            Is given the store as it stands inside the transaction, for this call only; returns what to
            write. Whatever it raises undoes everything. It must not write by itself, and should be quick:
            all other writers wait for it.
        author, source : str
            Who writes and from where.
        made_at : datetime
            The time to record; with a time zone.
        note : str, optional

        Returns
        -------
        Concluded
            What was written; nothing, when nothing was wanted or everything stood there already.

        Raises
        ------
        NotFoundError
            When a note names a plan that is not there.
        RefusedError
            When a row does not fit its table, or the log of plans is not as it was written.
        """
        with writing(self._engine, self._place) as connection:
            wanted = decide(Snapshot(connection))
            revision = Revision(connection, Stamp(author, source, made_at, note))
            for table, rows in wanted.rows.items():
                revision.upsert(table, rows)
            has_rows = revision.seal()
            entries = tuple(_noted(connection, one, author, made_at) for one in wanted.notes)
            return Concluded(revision.revision_id if has_rows else None, entries)


def _noted(connection: Connection, note: PairNote, author: str, made_at: datetime) -> AllocationEntry:
    if note.allocation_id is not None and not is_there(connection, note.allocation_id):
        raise allocation_sentences.allocation_unknown(note.allocation_id)
    return add_entry(
        connection,
        note.kind,
        allocation_id=note.allocation_id,
        pair=(note.cooperative_id, note.offer_id),
        author=author,
        why=note.why,
        made_at=made_at,
    )
