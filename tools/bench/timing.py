"""Seconds a function takes: the best of several runs."""

import gc
import time
from collections.abc import Callable

__all__ = ["best_seconds"]


def best_seconds(run: Callable[[], object], repeats: int = 5) -> float:
    """Return the shortest of several runs, in seconds.

    The shortest run is the one least disturbed by whatever else the machine did. One run before
    the clock starts fills caches, so that both sides of a ratio are measured warm.

    Parameters
    ----------
    run : callable
        What is measured; called ``repeats + 1`` times, so it must not use anything up.
    repeats : int
        How many runs are timed; at least 1.

    Examples
    --------
    >>> best_seconds(lambda: None, repeats=2) < 1
    True
    """
    run()
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        return min(_seconds(run) for _ in range(max(1, repeats)))
    finally:
        if was_enabled:
            gc.enable()


def _seconds(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start
