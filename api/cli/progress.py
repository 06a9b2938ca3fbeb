"""How far long work is: a bar on standard error, on a terminal only."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

__all__ = ["counted", "waiting"]

Item = TypeVar("Item")


def counted(items: Iterable[Item], total: int, label: str, out: Path | None) -> Iterator[Item]:
    """Pass items on and show how many of them are done.

    No bar where answers scroll by on the same terminal: they show progress themselves.
    """
    if not sys.stderr.isatty() or (out is None and sys.stdout.isatty()):
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, label, total=total, console=Console(stderr=True), transient=True)


@contextmanager
def waiting(label: str) -> Iterator[None]:
    """Show that something of unknown length is going on."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(label):
        yield
