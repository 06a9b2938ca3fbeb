"""What goes into a column, in words: for the notes row and the header notes of sheets to fill in."""

from collections.abc import Mapping
from types import MappingProxyType

from features.cells.choices import choice_words
from features.schema.loader import Column

__all__ = ["NOTES_MARK", "allowed_words", "column_example", "column_note", "kind_words"]

NOTES_MARK = "keterangan-lewati-baris-ini"
"""The first cell of a template's notes row; such rows are passed over."""

_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "id": "ID (teks, tanpa spasi)",
        "code": "kode wilayah Kemendagri, atau nama kelurahan dan kecamatannya",
        "text": "teks",
        "yes_no": "ya atau tidak",
        "count": "bilangan bulat",
        "level": "tingkat (angka)",
        "money": "rupiah utuh",
        "decimal": "angka, desimal dengan koma",
        "date": "tanggal (hari, bulan, tahun)",
        "choice": "satu pilihan",
        "list": "beberapa butir, dipisahkan titik koma (;)",
    }
)
_EXAMPLES: Mapping[str, str] = MappingProxyType(
    {
        "id": "contoh",
        "code": "36.73.01.1001",
        "text": "contoh",
        "yes_no": "ya",
        "count": "25",
        "level": "2",
        "money": "1.250.000",
        "decimal": "12,5",
        "date": "24 Juli 2025",
    }
)
_OF_COLUMNS: Mapping[str, str] = MappingProxyType(
    {"latitude_deg": "-6,128", "longitude_deg": "106,147", "propensity": "0,5"}
)
_BLANK = "Kosong = tidak tahu."
_ZERO = frozenset({"count", "money", "decimal", "list"})


def kind_words(column: Column) -> str:
    """Return what kind of content a column takes, in Indonesian."""
    return _KINDS[column.kind]


def allowed_words(column: Column) -> tuple[str, ...]:
    """Return the words a column allows, the best Indonesian one for each; empty where it is not a choice.

    Examples
    --------
    >>> from features.schema.loader import column
    >>> allowed_words(column("cooperatives", "road_access"))
    ('motor', 'pikap', 'truk')
    """
    if column.kind == "yes_no":
        return ("ya", "tidak")
    return tuple((choice_words(column.name, one) or (one,))[0] for one in column.choices)


def column_example(column: Column) -> str:
    """Return a value as somebody would type it; it reads back under Indonesian headers."""
    if column.name in _OF_COLUMNS:
        return _OF_COLUMNS[column.name]
    words = allowed_words(column)
    if column.kind == "list":
        return ";".join(words[:2]) or "padi;jagung"
    if column.kind == "choice":
        return f"'{words[0]}" if words[0].startswith("=") else words[0]
    return _EXAMPLES[column.kind]


def column_note(column: Column) -> str:
    """Return what goes into a column, in one short Indonesian paragraph.

    Examples
    --------
    >>> from features.schema.loader import column
    >>> column_note(column("cooperatives", "has_internet"))
    'Ya atau tidak. Kosong = tidak tahu.'
    """
    words = allowed_words(column)
    what = kind_words(column)
    parts = [f"{what[0].upper()}{what[1:]}."]
    if column.choices:
        parts.append(f"Pilihan: {', '.join(words)}.")
    elif column.kind not in {"yes_no", "id", "text"}:
        parts.append(f"Contoh: {column_example(column)}.")
    if column.required:
        parts.append("Wajib diisi.")
    else:
        parts.append(f"{_BLANK} nihil = memang tidak ada." if column.kind in _ZERO else _BLANK)
    return " ".join(parts)
