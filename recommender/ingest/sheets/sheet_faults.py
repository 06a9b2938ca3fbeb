"""The sentences for workbooks that are not read, in two languages."""

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["refusal_sentences"]

_SENTENCES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "file_too_large": (
            (
                "Berkas {size} MB; batasnya {megabytes} MB. Bagi menjadi beberapa berkas, atau simpan "
                "sebagai CSV."
            ),
            (
                "The file has {size} MB; the limit is {megabytes} MB. Split it into several files, or "
                "save it as CSV."
            ),
        ),
        "not_a_spreadsheet": (
            "Isi berkas bukan Excel atau CSV. Buka di program aslinya, lalu simpan sebagai .xlsx.",
            (
                "The content of the file is neither Excel nor CSV. Open it where it was made and save it "
                "as .xlsx."
            ),
        ),
        "format_unsupported": (
            "Format .xlsb tidak didukung. Simpan ulang sebagai .xlsx atau .csv.",
            "The format .xlsb is not supported. Save the file again as .xlsx or .csv.",
        ),
        "macro_not_allowed": (
            "Berkas berisi makro. Simpan sebagai .xlsx (buku kerja tanpa makro).",
            "The file holds macros. Save it as .xlsx (a workbook without macros).",
        ),
        "external_links": (
            (
                "Berkas memuat tautan ke buku kerja lain. Putuskan tautannya (Data > Edit Links > Break "
                "Link), lalu "
                "simpan dan unggah lagi."
            ),
            (
                "The file links to other workbooks. Break the links (Data > Edit Links > Break Link), "
                "save it and send "
                "it again."
            ),
        ),
        "file_encrypted": (
            "Berkas dikunci kata sandi. Buka kuncinya, simpan, lalu unggah lagi.",
            "The file is locked with a password. Unlock it, save it and send it again.",
        ),
        "file_damaged": (
            "Berkas rusak atau terpotong. Buka di Excel, simpan ulang sebagai .xlsx, lalu kirim lagi.",
            "The file is damaged or cut off. Open it in Excel, save it again as .xlsx and send it again.",
        ),
        "file_unpacks_too_large": (
            (
                "Isi berkas terlalu besar setelah dibuka. Salin datanya ke buku kerja baru, atau simpan "
                "sebagai CSV."
            ),
            (
                "The content of the file is too large once unpacked. Copy the data to a new workbook, or "
                "save it as CSV."
            ),
        ),
        "sheet_too_wide": (
            'Lembar "{sheet}": ada isi di kolom {column}. Hapus kolom-kolom di kanan data.',
            (
                'Sheet "{sheet}": there is something in column {column}. Remove the columns to the right '
                "of the data."
            ),
        ),
        "too_many_rows": (
            (
                'Lembar "{sheet}" berisi lebih dari {rows} baris; itu batasnya. Bagi datanya, atau '
                "simpan sebagai CSV."
            ),
            (
                'Sheet "{sheet}" has more than {rows} rows; that is the limit. Split the data, or save '
                "it as CSV."
            ),
        ),
        "too_many_cells": (
            (
                'Lembar "{sheet}" berisi lebih dari {cells} sel; itu batasnya. Bagi datanya, atau simpan '
                "sebagai CSV."
            ),
            (
                'Sheet "{sheet}" has more than {cells} cells; that is the limit. Split the data, or save '
                "it as CSV."
            ),
        ),
        "row_too_long": (
            "Baris {row} berisi teks terlalu panjang. Ringkas isinya.",
            "Row {row} holds too much text. Shorten it.",
        ),
        "xml_not_allowed": (
            "Berkas berisi bagian XML yang tidak diizinkan (DOCTYPE). Simpan ulang sebagai .xlsx di Excel.",
            "The file holds XML that is not allowed (DOCTYPE). Save it again as .xlsx in Excel.",
        ),
        "reader_timeout": (
            "Berkas terlalu lama dibaca. Salin datanya ke buku kerja baru, atau simpan sebagai CSV.",
            "Reading the file took too long. Copy the data to a new workbook, or save it as CSV.",
        ),
        "reader_crashed": (
            (
                "Berkas tidak dapat dibaca: terlalu besar atau rusak. Salin datanya ke buku kerja baru, "
                "atau simpan "
                "sebagai CSV."
            ),
            (
                "The file cannot be read: it is too large or damaged. Copy the data to a new workbook, "
                "or save it as CSV."
            ),
        ),
    }
)


def refusal_sentences(code: str, details: Mapping[str, str | int]) -> tuple[str, str]:
    """Return the sentences for a refusal; details come from the file and are cut short.

    Examples
    --------
    >>> refusal_sentences("too_many_rows", {"sheet": "Data", "rows": 100000})[0][:42]
    'Lembar "Data" berisi lebih dari 100.000 ba'
    """
    shown_id = {name: _shown(value, ".") for name, value in details.items()}
    shown_en = {name: _shown(value, ",") for name, value in details.items()}
    found = _SENTENCES.get(code, _SENTENCES["file_damaged"])
    return found[0].format(**shown_id), found[1].format(**shown_en)


def _shown(value: str | int, mark: str) -> str:
    if isinstance(value, int):
        return f"{value:,}".replace(",", mark)
    return "".join(one for one in value[:40] if one.isprintable())
