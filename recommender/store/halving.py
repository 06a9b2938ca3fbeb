"""Many things read at once, or, where one of them cannot be read, all the others."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from recommender.store.arrays import UNREADABLE

__all__ = ["read_by_halves"]

K = TypeVar("K")
T = TypeVar("T")


def read_by_halves(
    keys: Sequence[K], read: Callable[[Sequence[K]], list[T]], instead: Callable[[K], list[T]]
) -> list[T]:
    """Read everything at once; where that fails, halve until what cannot be read stands alone.

    Parameters
    ----------
    keys : sequence
        What is to be read; the answers keep its order.
    read : callable
        Reads some of them; raises one of ``UNREADABLE`` when any cannot be read.
    instead : callable
        What to give for the one that cannot.

    Examples
    --------
    >>> read_by_halves(["1", "2", "drei", "4"], lambda some: [int(one) for one in some], lambda one: [])
    [1, 2, 4]
    """
    if not keys:
        return []
    try:
        return read(keys)
    except UNREADABLE:
        if len(keys) == 1:
            return instead(keys[0])
    middle = len(keys) // 2
    parts = (read_by_halves(some, read, instead) for some in (keys[:middle], keys[middle:]))
    return [one for part in parts for one in part]
