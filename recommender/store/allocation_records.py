"""The records of city-wide plans that cross the store's border."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from recommender.store.merging import Given

__all__ = [
    "MOST_CONTENT_BYTES",
    "AllocationEntry",
    "AllocationKind",
    "AllocationLine",
    "AllocationLog",
    "AllocationOutcome",
    "Concluded",
    "PairKind",
    "PairNote",
    "PlanState",
    "StoredAllocation",
    "Wanted",
]

AllocationOutcome = Literal["draft", "solved", "no_solution", "failed"]
"""What a plan is registered as; a draft leaves no row in the log."""

PairKind = Literal["offered", "accepted", "released"]
"""What the log says of one place: offered to a cooperative, accepted by it, given up or taken back."""

AllocationKind = Literal[
    "solved", "no_solution", "failed", "published", "withdrawn", "released", "offered", "accepted"
]
"""What a row of the log says."""

PlanState = Literal["draft", "solved", "no_solution", "failed", "published", "withdrawn"]
"""What the log makes of a plan."""

MOST_CONTENT_BYTES = 64 * 2**20
"""A larger plan is neither written nor read."""


@dataclass(frozen=True, slots=True)
class StoredAllocation:
    """A plan as bytes, whole: nothing in the content has been parsed.

    Attributes
    ----------
    allocation_id : str
        Such as ``rencana-3f2a90c1d2e4``: the first digits of the content's SHA-256.
    made_at : datetime
        With a time zone.
    author : str
    seal : bytes
        SHA-256 over time, author and content, 32 bytes.
    content : bytes
        Compressed by whoever wrote it.
    """

    allocation_id: str
    made_at: datetime
    author: str
    seal: bytes
    content: bytes


@dataclass(frozen=True, slots=True)
class AllocationEntry:
    """One row of the log.

    Attributes
    ----------
    number : int
        Counted from 1.
    made_at : datetime
        With a time zone.
    author : str
    kind : str
        One of ``AllocationKind``.
    allocation_id : str or None
        ``None`` where a place was given up that no plan had given.
    cooperative_id, offer_id : str or None
        The pair, where the row speaks of one.
    why : str or None
    """

    number: int
    made_at: datetime
    author: str
    kind: AllocationKind
    allocation_id: str | None
    cooperative_id: str | None
    offer_id: str | None
    why: str | None


@dataclass(frozen=True, slots=True)
class AllocationLog:
    """Rows of the log that can be trusted, oldest first.

    Attributes
    ----------
    entries : tuple of AllocationEntry
        Those asked for.
    newest : int
        The number of the newest row that can be trusted, asked for or not; 0 for none.
    broken_at : int or None
        The number of the first row that is not as it was written; it and all after it are left out.
    """

    entries: tuple[AllocationEntry, ...]
    newest: int
    broken_at: int | None


@dataclass(frozen=True, slots=True)
class AllocationLine:
    """One plan in the list of plans.

    Attributes
    ----------
    made_at : datetime
        When it was made; with a time zone.
    author : str
        Who made it.
    state : str
        One of ``PlanState``.
    since : datetime
        When it came to this state.
    why : str or None
        The reason that was given for it.
    """

    allocation_id: str
    made_at: datetime
    author: str
    state: PlanState
    since: datetime
    why: str | None


@dataclass(frozen=True, slots=True)
class PairNote:
    """What is to be written into the log about one place."""

    kind: PairKind
    cooperative_id: str
    offer_id: str
    allocation_id: str | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a decision wants written, all or nothing.

    Attributes
    ----------
    rows : mapping of str to sequence of mapping
        By table, written in the order given; as in ``Revision.upsert``.
    notes : sequence of PairNote
        For the log of plans.
    """

    rows: Mapping[str, Sequence[Given]] = field(default_factory=dict)
    notes: Sequence[PairNote] = ()


@dataclass(frozen=True, slots=True)
class Concluded:
    """What was written: the revision, ``None`` where no row changed, and the rows of the log."""

    revision_id: int | None
    entries: tuple[AllocationEntry, ...]
