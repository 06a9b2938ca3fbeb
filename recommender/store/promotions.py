"""The log of promotions: each row chained to the one before, so that none can be changed or lost unseen."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, Table, select

from recommender.store.digest import FIRST_DIGEST, next_log_digest
from recommender.store.instants import instant_of, instant_text
from recommender.store.model_records import Promotion, PromotionKind, PromotionLog
from recommender.store.tables import database_tables
from recommender.store.values import readable_text

__all__ = ["add_promotion", "newest_promotion", "promotion_log"]

_KINDS = ("promote", "rollback")


def newest_promotion(connection: Connection) -> int:
    """Return the number of the newest promotion without looking at the others; 0 for none."""
    log = _table()
    query = select(log.c.number).order_by(log.c.number.desc()).limit(1)
    return int(connection.execute(query).scalar_one_or_none() or 0)


def promotion_log(connection: Connection) -> PromotionLog:
    """Return the log up to the first row that is not as it was written."""
    log = _table()
    digest, before = FIRST_DIGEST, None
    found: list[Promotion] = []
    for number, row in enumerate(connection.execute(select(log).order_by(log.c.number)).mappings(), start=1):
        digest = next_log_digest(digest, _content(row))
        promotion = _promotion(row)
        is_next = promotion is not None and promotion.number == number and promotion.from_version == before
        if promotion is None or not is_next or row["digest"] != digest:
            return PromotionLog(tuple(found), number)
        found.append(promotion)
        before = promotion.to_version
    return PromotionLog(tuple(found), None)


def add_promotion(
    connection: Connection,
    to: tuple[str | None, str | None],
    kind: PromotionKind,
    *,
    author: str,
    why: str,
    made_at: datetime,
) -> Promotion:
    """Add the next row; only inside a writing transaction, after a log that is whole.

    Parameters
    ----------
    connection : Connection
    to : (str or None, str or None)
        The version it leads to, and that model's seal in hexadecimal digits.
    kind : {'promote', 'rollback'}
    author, why : str
    made_at : datetime
        With a time zone.
    """
    log = _table()
    last = connection.execute(select(log).order_by(log.c.number.desc()).limit(1)).mappings().one_or_none()
    content: dict[str, Any] = {
        "number": 1 if last is None else last["number"] + 1,
        "made_at": instant_text(made_at),
        "author": readable_text(author),
        "why": readable_text(why),
        "kind": kind,
        "from_version": None if last is None else last["to_version"],
        "to_version": to[0],
        "seal": to[1],
    }
    digest = next_log_digest(FIRST_DIGEST if last is None else last["digest"], content)
    connection.execute(log.insert(), {**content, "digest": digest})
    return Promotion(**{**content, "made_at": instant_of(content["made_at"])})


def _content(row: RowMapping) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "digest"}


def _promotion(row: RowMapping) -> Promotion | None:
    try:
        made_at = instant_of(row["made_at"])
    except (TypeError, ValueError):
        return None
    return Promotion(**{**_content(row), "made_at": made_at}) if row["kind"] in _KINDS else None


def _table() -> Table:
    return database_tables().tables["promotions"]
