"""What the store says when an import cannot be undone, in two languages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from recommender.errors import NotFoundError, RefusedError
from recommender.store.import_records import ImportRecord
from recommender.store.instants import instant_words

__all__ = [
    "LaterChange",
    "already_undone",
    "changed_again",
    "import_unknown",
    "nothing_to_undo",
    "still_referred_to",
    "target_removed",
]


@dataclass(frozen=True, slots=True)
class LaterChange:
    """The newest change of a row after the import: which row, by whom, from where, when."""

    table: str
    key: str
    author: str
    source: str
    made_at: datetime

    def __str__(self) -> str:
        return f"{self.table} {self.key} ({self.author}, {self.source}, {instant_words(self.made_at)})"


def nothing_to_undo() -> RefusedError:
    """Say that no import stands that could be undone."""
    return RefusedError(
        "Tidak ada impor yang dapat dibatalkan: belum ada impor yang tercatat, atau semuanya sudah "
        "dibatalkan. Periksa daftar impor.",
        "There is no import to undo: none is on record yet, or all of them were undone already. Look at the "
        "list of imports.",
    )


def import_unknown(revision_id: int) -> NotFoundError:
    """Say that a revision was not made by an import."""
    return NotFoundError(
        f"Tidak ada impor bernomor {revision_id}. Periksa nomornya di daftar impor.",
        f"There is no import number {revision_id}. Check its number in the list of imports.",
    )


def already_undone(record: ImportRecord) -> RefusedError:
    """Say that an import was undone before."""
    made = instant_words(record.made_at)
    return RefusedError(
        f"Impor {record.file_name} ({made}) sudah dibatalkan oleh revisi {record.undone_by}; tidak ada yang "
        "diubah. Bila isinya diperlukan lagi, impor ulang berkas itu.",
        f"The import of {record.file_name} ({made}) was undone already by revision {record.undone_by}; "
        "nothing was changed. If its content is needed again, import the file once more.",
    )


def changed_again(record: ImportRecord, first: Sequence[LaterChange], count: int) -> RefusedError:
    """Say which rows of an import were changed after it; ``first`` of them are listed."""
    listed = "; ".join(map(str, first))
    rest = count - len(first)
    more_id, more_en = (f"; dan {rest} baris lain", f"; and {rest} more") if rest else ("", "")
    return RefusedError(
        f"Impor {record.file_name} tidak dapat dibatalkan: {count} baris sudah diubah lagi sesudahnya: "
        f"{listed}{more_id}. Batalkan dahulu impor yang lebih baru, atau perbaiki barisnya dengan berkas "
        "koreksi; tidak ada yang diubah.",
        f"The import of {record.file_name} cannot be undone: {count} of its rows were changed after it: "
        f"{listed}{more_en}. Undo the newer import first, or correct the rows with a file of corrections; "
        "nothing was changed.",
    )


def still_referred_to(record: ImportRecord, table: str, counts: Mapping[str, int]) -> RefusedError:
    """Say which other tables refer to rows that would be removed, and by how many rows."""
    rows_id = ", ".join(f"{name} ({count} baris)" for name, count in counts.items())
    rows_en = ", ".join(f"{name} ({count} rows)" for name, count in counts.items())
    return RefusedError(
        f"Impor {record.file_name} tidak dapat dibatalkan: baris baru tabel {table} sudah dirujuk oleh "
        f"{rows_id}. Batalkan dahulu impor yang merujuknya, atau ubah rujukannya; tidak ada yang diubah.",
        f"The import of {record.file_name} cannot be undone: rows that it added to table {table} are "
        f"referred to by {rows_en}. Undo the import of those first, or change what they refer to; nothing "
        "was changed.",
    )


def target_removed(record: ImportRecord, table: str, targets: Mapping[str, Sequence[str]]) -> RefusedError:
    """Say what the earlier values refer to that is no longer there, by the table it was in."""
    named = "; ".join(f"{name} {', '.join(keys)}" for name, keys in targets.items())
    return RefusedError(
        f"Impor {record.file_name} tidak dapat dibatalkan: isi lama tabel {table} merujuk ke baris yang "
        f"sudah tidak ada ({named}). Impor dahulu baris itu; tidak ada yang diubah.",
        f"The import of {record.file_name} cannot be undone: the earlier values of table {table} refer to "
        f"rows that are no longer there ({named}). Import those first; nothing was changed.",
    )
