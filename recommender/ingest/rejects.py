"""The refused rows as a file that can be corrected and imported again.

It has the header and the cells of the original and, in front, the column ``Masalah`` with the
reasons; in front, so that a row with too many or too few cells stays as it was.
"""

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import MappingProxyType

from features.cells.words import is_unknown
from recommender.errors import Fault
from recommender.ingest.atomic import written_whole
from recommender.ingest.books.rejects_book import RejectsBook
from recommender.ingest.header_texts import plain_header
from recommender.ingest.headers import PROBLEM_HEADER

__all__ = ["RejectsWriter", "rejects_writer"]

_FORMULA = ("=", "+", "@", "\t", "\r", "-")
_NUMERIC = frozenset("0123456789.,-+ ")


def _harmless(cell: str) -> str:
    # a spreadsheet would run it; every cell parser takes the apostrophe off again
    runs = cell.startswith(_FORMULA) and not is_unknown(cell) and not set(cell) <= _NUMERIC
    return f"'{cell}" if runs else cell


class RejectsWriter:
    """Takes refused rows; the file is begun with the first one.

    Parameters
    ----------
    path : Path or None
        ``.xlsx`` gives a workbook, anything else a CSV; ``None`` counts the rows and writes nothing.
    header : sequence of str
        The header of the original file.
    separator : str
        Of a CSV.
    properties : mapping of str to str
        What the original workbook said of itself; a workbook keeps it.
    closing : contextlib.ExitStack
        Closes the file, and puts it into its place, at the end.
    """

    def __init__(
        self,
        path: Path | None,
        header: Sequence[str],
        separator: str,
        properties: Mapping[str, str],
        closing: ExitStack,
    ) -> None:
        self._path = path
        # the reasons of an earlier round make place for the new ones
        self._old = [at for at, one in enumerate(header) if plain_header(one) == "masalah"]
        self._header = self._without_old(header)
        self._separator = separator
        self._properties = properties
        self._closing = closing
        self._write: Callable[[Sequence[str], Sequence[Fault]], None] | None = None
        self.count = 0

    def add(self, cells: Sequence[str], faults: Sequence[Fault]) -> None:
        """Write one refused row with its reasons."""
        self.count += 1
        if self._path is None:
            return
        if self._write is None:
            is_book = self._path.suffix.lower() == ".xlsx"
            self._write = self._begin_book(self._path) if is_book else self._begin_csv(self._path)
        self._write(self._without_old(cells), faults)

    def _begin_book(self, path: Path) -> Callable[[Sequence[str], Sequence[Fault]], None]:
        return self._closing.enter_context(RejectsBook(path, self._header, self._properties)).add

    def _begin_csv(self, path: Path) -> Callable[[Sequence[str], Sequence[Fault]], None]:
        # the mark at the start lets spreadsheets open it as UTF-8
        handle = self._closing.enter_context(written_whole(path, encoding="utf-8-sig"))
        write = csv.writer(handle, delimiter=self._separator).writerow
        write([PROBLEM_HEADER, *self._header])

        def add(cells: Sequence[str], faults: Sequence[Fault]) -> None:
            write([" | ".join(fault.message_id for fault in faults), *map(_harmless, cells)])

        return add

    def _without_old(self, cells: Sequence[str]) -> list[str]:
        return [cell for at, cell in enumerate(cells) if at not in self._old]


@contextmanager
def rejects_writer(
    path: Path | None,
    header: Sequence[str],
    separator: str,
    properties: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[RejectsWriter]:
    """Give a writer for refused rows; no file appears when there are none or something fails."""
    with ExitStack() as closing:
        yield RejectsWriter(path, header, separator, properties, closing)
