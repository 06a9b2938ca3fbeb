"""Answers kept for as long as they are asked for again, up to a number."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

__all__ = ["Memory"]

Answer = TypeVar("Answer")


class Memory(Generic[Answer]):
    """A bounded, thread-safe store of answers; the one asked for longest ago goes first.

    Parameters
    ----------
    most : int
        At most so many answers.

    Examples
    --------
    >>> memory = Memory[int](2)
    >>> memory.recall("a", lambda: 1), memory.recall("a", lambda: 2)
    (1, 1)
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._answers: OrderedDict[Hashable, Answer] = OrderedDict()
        self._lock = Lock()

    def recall(self, key: Hashable, make: Callable[[], Answer]) -> Answer:
        """Return the answer to a key, made now if it is not remembered.

        Two threads may make the same answer at once; both are right, and one is kept.
        """
        with self._lock:
            if key in self._answers:
                self._answers.move_to_end(key)
                return self._answers[key]
        answer = make()
        with self._lock:
            self._answers[key] = answer
            while len(self._answers) > self._most:
                self._answers.popitem(last=False)
        return answer
