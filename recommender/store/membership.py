"""Is a column's value one of many? Asked with one parameter, however many there are."""

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import ARRAY, ColumnElement, Connection, Text, any_, func, literal, select

__all__ = ["is_one_of"]


def is_one_of(
    connection: Connection, column: ColumnElement[Any], values: Iterable[str]
) -> ColumnElement[bool]:
    """Return the condition that a column of texts holds one of the values.

    Both engines limit the number of parameters, and many of them are slow to bind.
    """
    wanted = list(values)
    if len(wanted) == 1:
        return column == wanted[0]
    if connection.dialect.name == "sqlite":
        text = json.dumps(wanted)
        return column.in_(select(func.json_each(text).table_valued("value").c.value))
    return column == any_(literal(wanted, ARRAY(Text())))
