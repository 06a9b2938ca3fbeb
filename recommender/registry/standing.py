"""Which model answers, which ones were refused and why: the last good promotion, else the prior."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from recommender.errors import RefusedError
from recommender.registry import sentences
from recommender.registry.compatibility import demand_known, known_to
from recommender.registry.opening import OpenedModel, opened
from recommender.store.model_records import Promotion
from recommender.store.reading import Reads

__all__ = ["Refusal", "Standing", "active_model", "open_version", "promoted_ones", "standing"]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A model that should answer and may not; the sentences say why and what to do."""

    version: str
    message_id: str
    message_en: str


@dataclass(frozen=True, slots=True)
class Standing:
    """Who answers.

    Attributes
    ----------
    number : int
        Of the newest promotion; the same number, the same standing while nothing breaks. 0 for none.
    promoted : str or None
        The version that was promoted last and not taken back; ``None`` is the prior.
    served : OpenedModel or None
        What answers: that one, or the last good one before it; ``None`` is the prior.
    refused : tuple of Refusal
        Those that were passed over, newest first.
    broken_at : int or None
        The promotion from which on the log does not count.
    """

    number: int
    promoted: str | None
    served: OpenedModel | None
    refused: tuple[Refusal, ...]
    broken_at: int | None

    @property
    def version(self) -> str | None:
        """The version that answers; ``None`` is the prior."""
        return None if self.served is None else self.served.version

    @property
    def warnings(self) -> tuple[tuple[str, str], ...]:
        """What the department should know, in Indonesian and English; empty when all is well."""
        found = []
        if self.broken_at is not None:
            said = sentences.log_broken(self.broken_at)
            found.append((said.message_id, said.message_en))
        for one in self.refused:
            reason = one.message_id, one.message_en
            found.append(sentences.served_instead(self.version, one.version, reason))
        return tuple(found)


def standing(store: Reads, day: dt.date | None = None) -> Standing:
    """Return who answers; a model that is not whole never does, and never fails the caller.

    Parameters
    ----------
    store : Reads
        A store, or a snapshot of it.
    day : date, optional
        The day asked about: what was learned from later days has no say in it. By default all days have.
    """
    # before the log is read: what is promoted meanwhile shows in the next number
    number = store.newest_promotion()
    log = store.promotion_log()
    refused: list[Refusal] = []
    served = None
    line = promoted_ones(log.promotions)
    promoted = line[-1].to_version if line else None
    for promotion in reversed(line):
        version = str(promotion.to_version)
        if version in {one.version for one in refused}:
            continue
        try:
            served = open_version(store, version, promotion.seal)
        except RefusedError as error:
            refused.append(Refusal(version, error.message_id, error.message_en))
        else:
            if day is None or served.manifest.facts.at <= day:
                break
            served = None
    return Standing(number, promoted, served, tuple(refused), log.broken_at)


def active_model(store: Reads, day: dt.date | None = None) -> OpenedModel | None:
    """Return the model that answers; ``None`` is the experts' prior. See ``standing``."""
    return standing(store, day).served


def open_version(store: Reads, version: str, seal: str | None = None) -> OpenedModel:
    """Return a version that is whole and that this program knows how to use.

    Parameters
    ----------
    store : Reads
    version : str
    seal : str, optional
        The one it had when it was promoted.

    Raises
    ------
    RefusedError
        When it is not there, is not as it was sealed, or speaks of what nobody here knows.
    """
    stored = store.stored_model(version)
    if stored is None:
        raise sentences.lost()
    found = opened(stored, seal)
    demand_known(found.model, known_to(store), store)
    return found


def promoted_ones(log: Sequence[Promotion]) -> list[Promotion]:
    """Return the promotions that stand, oldest first: one that was gone back from does not.

    Parameters
    ----------
    log : sequence of Promotion
        All of them, oldest first.
    """
    line: list[Promotion] = []
    for promotion in log:
        if promotion.kind == "promote":
            line.append(promotion)
            continue
        line = line[:-1]
        while line and line[-1].to_version != promotion.to_version:
            line.pop()
    return line
