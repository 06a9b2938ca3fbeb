"""What the views of assets and worklists say, in two languages."""

from collections.abc import Mapping
from types import MappingProxyType

from api.texts import Language

__all__ = ["FIELD_WORDS", "field_word"]

# Key to (Indonesian, English).
FIELD_WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "premises": ("Tempat usaha dari aset kota", "Premises from city assets"),
        "assumed": (
            "Asumsi: ruang paling kecil {least} m², paling jauh {most} km garis lurus.",
            "Assumed: a room of at least {least} m², at most {most} km in a straight line.",
        ),
        "no_assets": (
            "Belum ada aset. Isi `sanding template assets F`, lalu `sanding import assets F`.",
            "No assets yet. Fill in a template (`sanding template assets F`), `sanding import assets F`.",
        ),
        "given": ("Diusulkan untuk yang belum punya kantor", "Proposed for those without an office"),
        "could_use": (
            "Sisa aset, dapat dipakai yang meminjam atau belum didata",
            "Left over, of use to those who borrow or are not recorded",
        ),
        "left_no_office": ("Belum punya kantor dan belum terlayani", "Without an office and not served"),
        "left_could_use": (
            "Meminjam atau belum didata: {count}",
            "Borrowing or not recorded: {count}",
        ),
        "assets": ("Aset yang belum dibagikan", "Assets not given"),
        "nobody": ("Tidak ada.", "None."),
        "size_unknown": ("luas belum didata", "size not known"),
        "approximate": ("perkiraan", "approximate"),
        "nearest_to": ("terdekat dengan {name}, {km} km", "nearest to {name}, {km} km"),
        "awaiting_guidance": ("menunggu petunjuk pusat", "waiting for the centre's guidance"),
        "lent": ("sudah dipinjamkan", "lent already"),
        "status_unknown": ("status belum didata", "status not known"),
        "unlocated": ("letak belum didata", "place not known"),
        "area_unknown": ("tersedia, luas belum didata", "available, size not known"),
        "too_small": ("tersedia, terlalu kecil", "available, too small"),
        "spare": (
            "tersedia, tidak ada yang memerlukan dalam jangkauan",
            "available, nobody in reach needs it",
        ),
        "list": ("Daftar {number}: {districts}", "List {number}: {districts}"),
        "list_size": ("{count} koperasi, jalur {km} km", "{count} cooperatives, a way of {km} km"),
        "no_work": (
            "Daftarnya kosong: semua sudah bertransaksi, atau belum ada koperasi (`sanding init -h`).",
            "The list is empty: all cooperatives do business, or there are none yet (`sanding init -h`).",
        ),
        "running_apart": (
            "{count} koperasi sudah bertransaksi dan tidak ada di daftar.",
            "{count} cooperatives do business already and are on no list.",
        ),
        "capital": ("Modal", "Capital"),
        "place": ("Tempat", "Place"),
        "skill": ("Kecakapan", "Skill"),
        "permit": ("Dokumen dan izin", "Papers and permits"),
        "supply": ("Pasokan dan kuota", "Supply and quotas"),
        "members": ("Anggota", "Members"),
        "other": ("Lainnya", "Other"),
        "stated": ("disebut koperasi", "stated"),
        "likely": ("besar kemungkinan", "likely"),
        "possible": ("mungkin", "possible"),
        "unknown": ("belum didata", "not recorded"),
        "gaps": ("Belum didata: {fields}.", "Not recorded: {fields}."),
        "do": ("Langkah terkecil", "Smallest step"),
        "no_step": (
            "Belum ada langkah yang dapat dihitung: tanyakan dahulu isian di bawah.",
            "No step can be worked out yet: ask for the fields below first.",
        ),
        "opens": ("membuka {count}: {offers}", "opens {count}: {offers}"),
        "clears": (
            "tanpa halangan lagi, tinggal dipastikan: {count}",
            "nothing against them, to check: {count}",
        ),
        "eases": ("mengurangi kekurangan pada {count} model bisnis", "fewer gaps in {count} offers"),
        "assumption": ("asumsi", "assumption"),
        "ask": ("Tanyakan: {fields}.", "Ask: {fields}."),
        "cost_unknown": ("biaya belum diketahui", "cost not known"),
        "free": ("tanpa biaya", "no cost"),
        "days_unknown": ("lama belum diketahui", "duration not known"),
        "days": ("{count} hari", "{count} days"),
    }
)


def field_word(key: str, language: Language, **values: object) -> str:
    """Return a text in one language with its values filled in.

    Examples
    --------
    >>> field_word("place", "id"), field_word("days", "en", count=3)
    ('Tempat', '3 days')
    """
    return FIELD_WORDS[key][language == "en"].format(**values)
