"""The sentences about sheets: which one is read, which are not, and that none has a header."""

from collections.abc import Iterable

from recommender.ingest.fault_texts import Sentences

__all__ = ["choose_sheet", "header_not_found", "sheet_chosen", "sheet_unknown"]


def header_not_found(rows: Iterable[Iterable[str]]) -> Sentences:
    """Say that no row of the file is a header, and show the first rows."""
    shown = [" | ".join(cell for cell in row if cell.strip())[:80] for row in rows]
    listed = "; ".join(f'"{one}"' for one in shown if one)
    return (
        (
            f"Baris judul kolom tidak ditemukan; baris pertama: {listed}. Beri judul kolom seperti di "
            "berkas dari `sanding template`."
        ),
        (
            f"No row of column headers was found; the first rows: {listed}. Give the columns headers as in "
            "a file from `sanding template`."
        ),
    )


def choose_sheet(names: Iterable[str]) -> Sentences:
    """Say that several sheets fit and one has to be named."""
    listed = ", ".join(names)
    return (
        f"Beberapa lembar berisi tabel yang cocok. Pilih lembar: {listed} (--sheet NAMA).",
        f"Several sheets hold a table that fits. Choose a sheet: {listed} (--sheet NAME).",
    )


def sheet_unknown(name: str, names: Iterable[str]) -> Sentences:
    """Say that there is no such sheet."""
    listed = ", ".join(one for one in names if one)
    if not listed:
        return (
            (
                f'Lembar "{name}" tidak dapat dipilih: berkas ini tidak punya lembar. Impor tanpa memilih '
                "lembar."
            ),
            f'Sheet "{name}" cannot be chosen: this file has no sheets. Import it without choosing one.',
        )
    return (
        f'Lembar "{name}" tidak ada. Pilih salah satu: {listed}.',
        f'There is no sheet "{name}". Choose one of: {listed}.',
    )


def sheet_chosen(name: str, others: Iterable[str]) -> Sentences:
    """Say which sheet of several was read."""
    listed = ", ".join(others)
    return (
        f'Lembar "{name}" yang dibaca; yang tidak dibaca: {listed}.',
        f'Sheet "{name}" was read; not read: {listed}.',
    )
