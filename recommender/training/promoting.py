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

__all__ = ["Promotion", "promote", "rollback"]

Promotion = model_records.Promotion
"""Who put which model to work, when and why."""

_NO_REASON = "tanpa alasan tertulis / no reason given"


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
