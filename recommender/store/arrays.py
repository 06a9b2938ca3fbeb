"""What a driver fetched, turned into one array for each column."""

import json
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from features.schema.loader import Column

__all__ = ["UNREADABLE", "Array", "arrays_of"]

Array: TypeAlias = npt.NDArray[Any]

UNREADABLE = (TypeError, ValueError)
"""What is raised by a cell that is not of its column's kind."""


def arrays_of(rows: Sequence[Any], columns: Sequence[Column], seen: dict[object, object]) -> list[Array]:
    """Turn rows as a driver gives them into one array for each column.

    Parameters
    ----------
    rows : sequence of rows
        Values in the order of ``columns``.
    columns : sequence of Column
    seen : dict
        Values met so far, so that equal lists and choices are held once; kept between calls.

    Returns
    -------
    list of numpy.ndarray
        Shape (n_rows,) each: float64 with NaN, datetime64[s] with NaT, or object with ``None``.

    Examples
    --------
    >>> from features.schema.loader import column
    >>> arrays_of([(1,), (None,)], [column("cooperatives", "has_deed")], {})
    [array([ 1., nan])]
    """
    by_column = zip(*rows, strict=True) if rows else [()] * len(columns)
    return [
        _ARRAYS.get(column.kind, _numbers if column.is_numeric else _texts)(values, seen)
        for column, values in zip(columns, by_column, strict=True)
    ]


def _numbers(values: Sequence[Any], _seen: dict[object, object]) -> Array:
    return np.array(values, dtype=np.float64)  # None becomes NaN


def _dates(values: Sequence[Any], _seen: dict[object, object]) -> Array:
    return np.array(values, dtype="datetime64[D]").astype("datetime64[s]")


def _texts(values: Sequence[Any], _seen: dict[object, object]) -> Array:
    _refuse_bytes(values)
    return np.fromiter(values, dtype=object, count=len(values))


def _choices(values: Sequence[Any], seen: dict[object, object]) -> Array:
    _refuse_bytes(values)
    shared = (seen.setdefault(value, value) for value in values)
    return np.fromiter(shared, dtype=object, count=len(values))


def _refuse_bytes(values: Sequence[Any]) -> None:
    """Raise ``TypeError`` where a file holds bytes in the place of a text: nobody can show or sort them."""
    if bytes in set(map(type, values)):
        raise TypeError("bytes in the place of a text")


def _lists(values: Sequence[Any], seen: dict[object, object]) -> Array:
    for value in set(values):
        if value is not None and ("list", value) not in seen:
            seen["list", value] = tuple(json.loads(value))
    read = (None if value is None else seen["list", value] for value in values)
    return np.fromiter(read, dtype=object, count=len(values))


_ARRAYS: dict[str, Callable[[Sequence[Any], dict[object, object]], Array]] = {
    "choice": _choices,
    "date": _dates,
    "list": _lists,
}
