"""The rows of a file that were passed over, and what the user should know of them."""

from collections.abc import Mapping
from types import MappingProxyType

from recommender.ingest.fault_texts import Sentences
from recommender.ingest.faults import FaultLog
from recommender.ingest.row_kinds import RowKind

__all__ = ["PassedRows"]

_EACH: Mapping[str, Sentences] = MappingProxyType(
    {
        "example_row": (
            "baris contoh dilewati. Hapus baris itu agar pesan ini hilang.",
            "the example row was passed over. Remove it to be rid of this message.",
        ),
        "total_row": (
            "baris jumlah dilewati.",
            "a row of totals was passed over.",
        ),
    }
)
_SILENT = frozenset({"notes_row", "number_row", "header_row", "group_row"})


class PassedRows:
    """Counts rows that are no data.

    Attributes
    ----------
    count : int
        All of them; blank rows are not counted.
    """

    def __init__(self) -> None:
        self.count = 0
        self._footer: list[int] = []
        self._hidden: list[int] = []

    def add(self, kind: RowKind, number: int, warnings: FaultLog) -> None:
        """Note one row that is no data."""
        self.count += 1
        if kind in _EACH:
            warnings.note(kind, _EACH[kind], row=number)
        elif kind not in _SILENT:
            self._footer.append(number)

    def add_hidden(self, number: int) -> None:
        """Note a row of data that the sheet does not show."""
        self._hidden.append(number)

    def tell(self, warnings: FaultLog) -> None:
        """Say at the end of the file what stood below the table, and how many rows were hidden."""
        if self._footer:
            first, last = self._footer[0], self._footer[-1]
            message = (
                (
                    f"{len(self._footer)} baris sampai baris {last} dibaca sebagai keterangan atau tanda "
                    "tangan, bukan "
                    "data. Bila itu data, lengkapi isiannya."
                ),
                (
                    f"{len(self._footer)} rows up to row {last} were taken for notes or signatures, not "
                    "for data. "
                    "If they are data, complete their cells."
                ),
            )
            warnings.note("footer_rows", message, row=first)
        if self._hidden:
            message = (
                (
                    f"{len(self._hidden)} baris tersembunyi ikut dibaca. Tampilkan dan periksa; hapus "
                    "bila bukan data."
                ),
                (
                    f"{len(self._hidden)} hidden rows were read as well. Show and check them; remove what "
                    "is no data."
                ),
            )
            warnings.note("hidden_rows", message, row=self._hidden[0])
