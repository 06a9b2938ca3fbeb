"""Linear algebra on one thread: the same bits whatever the number of processors."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from threadpoolctl import ThreadpoolController

__all__ = ["one_thread"]

# How many threads BLAS uses is the whole process's. Of two trainings at once the one that ends first would
# give the other its threads back, so the second waits.
_ONE_AT_A_TIME = threading.RLock()


@cache
def _controller() -> ThreadpoolController:
    """Find the libraries once: it takes milliseconds."""
    return ThreadpoolController()


@contextmanager
def one_thread() -> Iterator[None]:
    """Keep BLAS on one thread while inside; of several threads of Python one at a time is inside.

    How many threads share a sum decides in which order it is added, and so its last bits. On the tall and
    narrow matrices of training several threads are slower, too: 7.5 s instead of 6 at 100,000 outcomes.

    Examples
    --------
    >>> with one_thread():
    ...     pass
    """
    with _ONE_AT_A_TIME, _controller().limit(limits=1, user_api="blas"):
        yield
