"""How far long work is: a bar on standard error, on a terminal only."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

__all__ = ["counted", "counting", "waiting"]

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
def counting(label: str) -> Iterator[Callable[[int], None] | None]:
    """Show how many rows of unknowably many are done; gives what is to be told the count."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console

    with Console(stderr=True).status(label) as status:

        def tell(count: int) -> None:
            rows = f"{count:,}".replace(",", ".")
            status.update(f"{label}: {rows} baris / rows")

        yield tell


@contextmanager
def waiting(label: str) -> Iterator[None]:
    """Show that something of unknown length is going on."""
    with counting(label):
        yield
