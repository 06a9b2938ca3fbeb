"""What the headers of a sender's files were said to mean, remembered for the next file."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, select

from recommender.store.instants import instant_text
from recommender.store.membership import is_one_of
from recommender.store.tables import header_memory_table, table_columns
from recommender.store.values import readable_text

__all__ = ["remember", "remembered"]


def remembered(connection: Connection, sender: str, table: str) -> dict[str, str]:
    """Return what each remembered header means; see ``RecordReads.remembered_headers``."""
    memory = header_memory_table()
    table_columns(table)
    query = (
        select(memory.c.header, memory.c.column_name)
        .where(memory.c.sender == readable_text(sender), memory.c.table_name == table)
        .order_by(memory.c.header)
    )
    return {row.header: row.column_name for row in connection.execute(query)}


def remember(
    connection: Connection, sender: str, table: str, headers: Mapping[str, str], made_at: datetime
) -> None:
    """Put headers in the place of what was remembered of them; only inside a writing transaction."""
    memory = header_memory_table()
    said = {readable_text(header): column for header, column in headers.items()}
    whose = {"sender": readable_text(sender), "table_name": table, "made_at": instant_text(made_at)}
    connection.execute(
        memory.delete().where(
            memory.c.sender == whose["sender"],
            memory.c.table_name == table,
            is_one_of(connection, memory.c.header, said),
        )
    )
    rows = [{**whose, "header": header, "column_name": column} for header, column in said.items()]
    connection.execute(memory.insert(), rows)
