"""What was imported, and what undoing an import did or would do."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from api.texts import Language

if TYPE_CHECKING:
    from recommender.importing import ImportRecord, UndoReport

__all__ = ["import_line", "import_record", "undo_record", "undo_sentences"]


def import_line(one: "ImportRecord", language: Language) -> str:
    """Return one line of the list of imports."""
    english = language == "en"
    undone = "" if one.undone_by is None else ("; undone" if english else "; dibatalkan")
    counts = (
        f"{one.new_count} new, {one.changed_count} changed, {one.same_count} the same"
        if english
        else f"{one.new_count} baru, {one.changed_count} berubah, {one.same_count} tetap"
    )
    day = one.made_at.isoformat(sep=" ", timespec="minutes")
    return f"{one.revision_id}  {day}  {one.table_name}  {one.file_name}  {counts}  ({one.author}){undone}"


def import_record(one: "ImportRecord") -> dict[str, Any]:
    """Return an import as a record."""
    return asdict(one)


def undo_sentences(report: "UndoReport", language: Language, *, is_trial: bool) -> list[str]:
    """Say what was taken back."""
    english, one = language == "en", report.imported
    lines = [
        f"Import {one.revision_id} ({one.file_name}, table {one.table_name}) undone: "
        f"{report.restored_count} rows "
        f"brought back, {report.removed_count} added rows taken out. The history stays."
        if english
        else f"Impor {one.revision_id} ({one.file_name}, tabel {one.table_name}) dibatalkan: "
        f"{report.restored_count} baris dikembalikan, {report.removed_count} baris tambahan dikeluarkan. "
        "Riwayatnya tetap ada."
    ]
    if is_trial:
        lines.append("A trial: nothing was stored." if english else "Uji coba: tidak ada yang disimpan.")
    return lines


def undo_record(report: "UndoReport") -> dict[str, Any]:
    """Return what was taken back as a record."""
    return {
        "imported": asdict(report.imported),
        "restored_count": report.restored_count,
        "removed_count": report.removed_count,
        "difference_count": report.difference_count,
    }
