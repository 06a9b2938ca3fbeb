"""Put a version to work, or go back to the one that worked before it; who, when and why stay on record."""

import datetime as dt
from collections.abc import Callable

from recommender.errors import RefusedError
from recommender.reasons import checked_reason
from recommender.registry import sentences
from recommender.registry.standing import open_version, promoted_ones, standing
from recommender.store import model_records
from recommender.store.model_sentences import version_unknown
from recommender.store.store import Store

__all__ = ["Promotion", "gate_reason", "promote", "reason_pair", "rollback"]

Promotion = model_records.Promotion
"""Who put which model to work, when and why."""

_NO_REASON = "tanpa alasan tertulis / no reason given"
_GATE_REASON = "lulus gerbang, {count} hasil / passed the gate, {count} outcomes"
_BY_PROGRAM = (_NO_REASON, _GATE_REASON)


def gate_reason(count: int) -> str:
    """Return what is written down when the gate lets a model of so many outcomes through."""
    return _GATE_REASON.format(count=count)


def reason_pair(why: str) -> tuple[str, str]:
    """Return a reason in Indonesian and English; what a person wrote is the same in both.

    Examples
    --------
    >>> reason_pair(gate_reason(41))
    ('lulus gerbang, 41 hasil', 'passed the gate, 41 outcomes')
    >>> reason_pair("rapat 7/2026 / dinas")
    ('rapat 7/2026 / dinas', 'rapat 7/2026 / dinas')
    """
    said_id, _, said_en = why.partition(" / ")
    count = "".join(filter(str.isdigit, said_id))
    is_own = why in {one.format(count=count) for one in _BY_PROGRAM}
    return (said_id, said_en) if is_own else (why, why)


def promote(
    store: Store, version: str, author: str, why: str | None, clock: Callable[[], dt.datetime]
) -> Promotion:
    """Let a version answer from now on; one that answers already stays, and nothing is written.

    Parameters
    ----------
    store : Store
    version : str
    author : str
        Who decides it.
    why : str or None
        At most 500 letters; that no reason was given is written down, too.
    clock : callable
        Returns this moment with its time zone.

    Returns
    -------
    Promotion
        The one by which it answers.

    Raises
    ------
    NotFoundError
        When there is no such version.
    RefusedError
        When the version is not whole, or somebody else has just decided otherwise.
    """
    reason = checked_reason(why) or _NO_REASON
    if version not in store.model_versions():
        raise version_unknown(version)
    before = standing(store)
    if before.version == before.promoted == version:
        return promoted_ones(store.promotion_log().promotions)[-1]
    open_version(store, version)
    return store.promote_model(
        version, "promote", after=before.number, author=author, why=reason, made_at=clock()
    )


def rollback(store: Store, author: str, why: str | None, clock: Callable[[], dt.datetime]) -> Promotion:
    """Go back to the version promoted before the one that answers, or to the prior.

    Versions that are not whole are passed over. Parameters as in ``promote``.

    Raises
    ------
    RefusedError
        When no version was promoted, or somebody else has just decided otherwise.
    """
    reason = checked_reason(why) or _NO_REASON
    number = store.newest_promotion()
    line = promoted_ones(store.promotion_log().promotions)
    if not line:
        raise sentences.nothing_to_go_back_to()
    target = next((one.to_version for one in reversed(line[:-1]) if _is_usable(store, one)), None)
    return store.promote_model(target, "rollback", after=number, author=author, why=reason, made_at=clock())


def _is_usable(store: Store, promotion: Promotion) -> bool:
    try:
        open_version(store, str(promotion.to_version), promotion.seal)
    except RefusedError:
        return False
    return True
