"""City-wide plans as rows: what is there and whole, and what is added; only a damaged one gives way."""

from datetime import datetime

from sqlalchemy import Connection, Table, func, select

from recommender.store.allocation_records import MOST_CONTENT_BYTES, StoredAllocation
from recommender.store.allocation_seal import allocation_name, allocation_seal
from recommender.store.instants import instant_of, instant_text
from recommender.store.tables import database_tables

__all__ = [
    "add_allocation",
    "allocation_names",
    "allocation_stamps",
    "find_allocation",
    "is_there",
    "remove_allocation",
    "sealed_allocation",
]


def allocation_names(connection: Connection) -> list[str]:
    """Return the name of every plan, whole or damaged, oldest first, ties by name."""
    plans = _table()
    query = select(plans.c.allocation_id).order_by(plans.c.made_at, plans.c.allocation_id)
    return list(connection.scalars(query))


def allocation_stamps(connection: Connection) -> list[tuple[str, datetime, str]]:
    """Return name, time and author of each plan without reading any content, newest first, ties by name.

    One whose time cannot be read is left out; the check finds it.
    """
    plans = _table()
    query = select(plans.c.allocation_id, plans.c.made_at, plans.c.author).order_by(
        plans.c.made_at.desc(), plans.c.allocation_id
    )
    found = [(name, _moment(made_at), str(author)) for name, made_at, author in connection.execute(query)]
    return [(name, made_at, author) for name, made_at, author in found if made_at is not None]


def is_there(connection: Connection, allocation_id: str) -> bool:
    """Tell whether there is a plan of that name, whole or damaged."""
    plans = _table()
    query = select(plans.c.allocation_id).where(plans.c.allocation_id == allocation_id)
    return connection.execute(query).one_or_none() is not None


def find_allocation(connection: Connection, allocation_id: str) -> StoredAllocation | None:
    """Return a plan, ``None`` when there is none or it is not as it was written.

    The content of one that is too large is not even fetched.
    """
    plans = _table()
    is_asked = plans.c.allocation_id == allocation_id
    size = connection.execute(select(func.length(plans.c.content)).where(is_asked)).scalar_one_or_none()
    if size is None or size > MOST_CONTENT_BYTES:
        return None
    query = select(plans.c.made_at, plans.c.author, plans.c.seal, plans.c.content).where(is_asked)
    made_at, author, seal, content = connection.execute(query).one()
    moment = _moment(made_at)
    if moment is None or not isinstance(author, str) or not isinstance(content, bytes):
        return None
    if allocation_id != allocation_name(content) or seal != allocation_seal(made_at, author, content):
        return None
    return StoredAllocation(allocation_id, moment, author, seal, content)


def sealed_allocation(content: bytes, made_at: datetime, author: str) -> StoredAllocation:
    """Return the plan that stands for a content, made then by somebody."""
    seal = allocation_seal(instant_text(made_at), author, content)
    return StoredAllocation(allocation_name(content), made_at, author, seal, content)


def add_allocation(connection: Connection, plan: StoredAllocation) -> None:
    """Add a plan that is not there; only inside a writing transaction."""
    values = {
        "allocation_id": plan.allocation_id,
        "made_at": instant_text(plan.made_at),
        "author": plan.author,
        "seal": plan.seal,
        "content": plan.content,
    }
    connection.execute(_table().insert(), values)


def remove_allocation(connection: Connection, allocation_id: str) -> None:
    """Take a plan away that is damaged, or was a draft; only inside a writing transaction."""
    plans = _table()
    connection.execute(plans.delete().where(plans.c.allocation_id == allocation_id))


def _table() -> Table:
    return database_tables().tables["allocations"]


def _moment(text: object) -> datetime | None:
    # SQLite keeps whatever was put there
    try:
        moment = instant_of(text) if isinstance(text, str) else None
    except ValueError:
        return None
    return None if moment is None or moment.utcoffset() is None else moment
