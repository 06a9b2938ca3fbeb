"""The records that cross the store's border."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from recommender.store.values import Value

__all__ = ["AdviceRun", "ChangedRow", "Counts", "Difference", "Finding", "Head", "RemovedRow", "Version"]


@dataclass(frozen=True, slots=True)
class Head:
    """The newest revision; ``revision_id`` 0 and no time when nothing was ever written.

    ``digest`` (64 hexadecimal digits) stands for the content of the whole history: two stores
    with the same one hold the same, whoever wrote it and when.
    """

    revision_id: int
    digest: str
    made_at: datetime | None


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of the rows of one upsert."""

    new: int = 0
    changed: int = 0
    same: int = 0


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that a revision changes.

    ``before`` is ``None`` if it was unknown or the row is new, ``after`` if it becomes unknown or
    the row is removed.
    """

    table: str
    key: tuple[Value, ...]
    column: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True)
class Version:
    """One version of one row: its values, and who recorded them when and from where.

    ``version`` counts from 1 within the row; ``values`` holds every column, unknown as ``None``.
    """

    version: int
    values: Mapping[str, Value]
    revision_id: int
    made_at: datetime
    author: str
    source: str
    note: str | None

    @property
    def is_removal(self) -> bool:
        """Whether the row was taken away by this version: then not even its key is known."""
        return all(value is None for value in self.values.values())


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """A row that was written after a revision.

    Attributes
    ----------
    key : tuple of Value
        One value for each key column.
    base : mapping of str to Value, or None
        Every column as that revision left it; ``None`` when the row was not there.
    now : mapping of str to Value
        Every column as it is.
    author : str
        Who made the newest change.
    made_at : datetime
        When that was; with a time zone.
    """

    key: tuple[Value, ...]
    base: Mapping[str, Value] | None
    now: Mapping[str, Value]
    author: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class RemovedRow:
    """A row that was there after a revision and no longer is.

    ``base`` holds every column as that revision left it; ``author`` and ``made_at`` (with a time
    zone) are those of the removal.
    """

    key: tuple[Value, ...]
    base: Mapping[str, Value]
    author: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class AdviceRun:
    """One run of advice: all that is needed to give the same advice again.

    Attributes
    ----------
    recommendation_id : str
        A hash of the run's content.
    made_at : datetime
        When it ran; with a time zone.
    at_date : date
        The day it speaks of.
    author, objective, model_version, code_version : str
        Who asked, what the ranking sorted by, which model and which program answered.
    data_digest, catalog_digest : str
        What stood in the store and in the packaged data.
    revision_id : int
        The store's newest revision then; 0 before the first.
    note : str or None
    """

    recommendation_id: str
    made_at: datetime
    at_date: date
    author: str
    objective: str
    model_version: str
    data_digest: str
    revision_id: int
    catalog_digest: str
    code_version: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in the store that is not as it was written; ``code`` is stable."""

    code: str
    message_id: str
    message_en: str

    def __str__(self) -> str:
        return f"{self.message_id} / {self.message_en}"
