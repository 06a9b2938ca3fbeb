"""The sentences of faults that concern a whole file or its header, in two languages."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

__all__ = [
    "FILE_FAULTS",
    "Sentences",
    "bad_quote",
    "column_duplicate",
    "column_ignored",
    "column_missing",
    "column_outranked",
    "encoding_told",
    "header_guessed",
    "header_unit",
    "too_large",
    "undecodable",
]

Sentences = tuple[str, str]

FILE_FAULTS: Mapping[str, Sentences] = MappingProxyType(
    {
        "file_empty": (
            "Berkas kosong. Isi judul kolom dan data.",
            "The file is empty. Give it column headers and data.",
        ),
        "not_a_spreadsheet": (
            (
                "Isi berkas bukan Excel atau CSV. Buka di program aslinya, lalu simpan sebagai .xlsx "
                'atau "CSV UTF-8".'
            ),
            (
                "The content of the file is neither Excel nor CSV. Open it where it was made and save it "
                "as .xlsx "
                'or "CSV UTF-8".'
            ),
        ),
        "delimiter_unclear": (
            "Pemisah kolom tidak jelas. Pisahkan kolom dengan titik koma (;) atau koma (,) saja.",
            "The column separator is unclear. Separate columns with semicolons (;) or commas (,) only.",
        ),
    }
)


def too_large(size_bytes: int, most_bytes: int) -> Sentences:
    """Say that a file of text is too large."""
    size, most = f"{size_bytes / (1 << 20):.1f}", most_bytes >> 20
    return (
        f"Berkas {size.replace('.', ',')} MB; batasnya {most} MB. Bagi menjadi beberapa berkas.",
        f"The file has {size} MB; the limit is {most} MB. Split it into several files.",
    )


def undecodable(line: int) -> Sentences:
    """Say that a byte is no UTF-8."""
    return (
        f'Huruf di sekitar baris {line} tidak terbaca. Simpan ulang sebagai "CSV UTF-8".',
        f'A letter near row {line} cannot be read. Save the file again as "CSV UTF-8".',
    )


def encoding_told(name: str) -> Sentences:
    """Say in which encoding a file was read."""
    shown = {"cp1252": "Windows-1252", "utf-16": "UTF-16"}.get(name, name)
    return (
        f'Berkas dibaca sebagai {shown}. Periksa huruf beraksen; lebih aman disimpan sebagai "CSV UTF-8".',
        f'The file was read as {shown}. Check accented letters; it is safer to save it as "CSV UTF-8".',
    )


def bad_quote(detail: str) -> Sentences:
    """Say that a quote is not closed or stands in the wrong place, or that a cell is endless."""
    if "limit" in detail:
        return (
            'Satu isian lebih dari 131.000 huruf. Periksa tanda kutip (") yang tidak ditutup.',
            'One cell is longer than 131,000 letters. Look for a quote (") that is not closed.',
        )
    if "end of data" in detail:
        return (
            'Tanda kutip (") dibuka tetapi tidak ditutup. Tutup tanda kutip itu atau hapus.',
            'A quote (") is opened but not closed. Close it or remove it.',
        )
    return (
        'Tanda kutip (") salah tempat. Tulis tanda kutip di dalam isian dua kali ("").',
        'A quote (") is out of place. Write a quote inside a cell twice ("").',
    )


def column_missing(missing: Iterable[str], header: Iterable[str], *, or_area: bool = False) -> Sentences:
    """Say that a key column is not in the header, or the header itself is not there."""
    names = ", ".join(missing)
    else_id = ' Kolom "Kelurahan" (dengan "Kecamatan") atau nama koperasi juga cukup.' if or_area else ""
    else_en = (
        ' A column "Kelurahan" (with "Kecamatan") or the cooperative\'s name will do as well.'
        if or_area
        else ""
    )
    found = ", ".join(one for one in header if one)
    found = found if len(found) <= 200 else found[:199] + "…"  # noqa: PLR2004 - fits a screen
    return (
        (
            f"Kolom kunci tidak ada: {names}.{else_id} Judul yang terbaca di baris pertama: {found}. "
            "Hapus baris judul laporan di atas tabel, atau pakai berkas dari `sanding template`."
        ),
        (
            f"Key column missing: {names}.{else_en} Headers read in the first row: {found}. "
            "Remove report titles above the table, or use a file from `sanding template`."
        ),
    )


def column_duplicate(first: str, second: str) -> Sentences:
    """Say that two headers mean the same column."""
    return (
        f'Kolom "{second}" sudah ada ("{first}"). Hapus salah satunya.',
        f'Column "{second}" is there already ("{first}"). Remove one of them.',
    )


def column_ignored(header: str, near: str | None) -> Sentences:
    """Say that a header is not known and its column is left out."""
    hint_id = f' Bila maksudnya "{near}", ganti judulnya.' if near else ""
    hint_en = f' If "{near}" was meant, change the header.' if near else ""
    return (
        f'Kolom "{header}" tidak dikenal dan diabaikan.{hint_id}',
        f'Column "{header}" is not known and was ignored.{hint_en}',
    )


def column_outranked(first: str, second: str) -> Sentences:
    """Say that a header gives way to a better known one for the same column."""
    return (
        f'Kolom "{second}" tidak dipakai: kolom "{first}" sudah berisi hal yang sama.',
        f'Column "{second}" is not used: column "{first}" holds the same.',
    )


def header_guessed(header: str, label_id: str, label_en: str) -> Sentences:
    """Say that the meaning of a header was guessed, and how to say otherwise."""
    return (
        (
            f'Kolom "{header}" ditebak sebagai "{label_id}". Periksa; bila salah, sebutkan artinya '
            f'(--map "{header}=NAMA_KOLOM") atau abaikan (--map "{header}=").'
        ),
        (
            f'Column "{header}" was taken for "{label_en}". Check it; if wrong, say what it is '
            f'(--map "{header}=COLUMN") or leave it out (--map "{header}=").'
        ),
    )


def header_unit(header: str, unit: str) -> Sentences:
    """Say that the numbers below a header are read in the unit that it names."""
    return (
        f'Angka di bawah "{header}" dibaca dalam satuan {unit} sesuai judulnya. Periksa.',
        f'Numbers below "{header}" are read in {unit}, as the header says. Check them.',
    )
