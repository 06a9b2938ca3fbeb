"""Records as JSON with every digit, or as CSV rows whose texts no spreadsheet runs."""

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TextIO

__all__ = ["harmless", "write_csv", "write_json"]

_RUNS = ("=", "+", "-", "@", "\t", "\r")


def write_json(record: object, handle: TextIO) -> None:
    """Write a record, readable, dates in ISO form; an endless number is refused."""
    text = json.dumps(record, ensure_ascii=False, allow_nan=False, default=str, indent=2)
    handle.write(f"{text}\n")


def write_csv(names: Sequence[str], rows: Iterable[Mapping[str, Any]], handle: TextIO) -> None:
    """Write a header and a line per row; unknown is empty, texts are harmless.

    Parameters
    ----------
    names : sequence of str
        The columns; what a row does not have is unknown.
    rows : iterable of mapping
    handle : TextIO
    """
    writer = csv.writer(handle, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([harmless(row.get(name)) for name in names] for row in rows)


def harmless(value: object) -> object:
    """Put an apostrophe before a text that a spreadsheet would run as a formula; a number stays one.

    Examples
    --------
    >>> harmless("=HYPERLINK(1)"), harmless(-5), harmless(None)
    ("'=HYPERLINK(1)", -5, None)
    """
    if isinstance(value, str) and value.startswith(_RUNS):
        return f"'{value}"
    return value
