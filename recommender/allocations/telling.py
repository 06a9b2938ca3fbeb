"""The sentences of a plan, each in Indonesian and in English."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from models.allocation.plan import Relaxation
from models.explain.amounts import number, rupiah
from recommender.allocations.records import Said
from recommender.allocations.settings import Hold

__all__ = [
    "amount_of_value",
    "closed_sentence",
    "contest_sentence",
    "given_sentence",
    "joined",
    "lock_sentence",
    "minimum_sentence",
    "quota_sentence",
    "relaxation_sentence",
]

CLOSED_SENTENCES: Mapping[str, Said] = MappingProxyType(
    {
        "support": (
            "Ini pendampingan, bukan model bisnis; tidak ikut dalam rencana.",
            "This is support, not a business; it is no part of the plan.",
        ),
        "runs": ("Sudah berjalan di koperasi ini.", "It runs at this cooperative already."),
        "invalid": (
            "Model bisnis ini di luar masa berlakunya. Minta mitra memperbarui tanggalnya.",
            "The offer is outside its period of validity. Ask the partner for new dates.",
        ),
        "unremedied": (
            "Syarat wajib tidak terpenuhi dan tidak dapat dipenuhi; lihat halaman syaratnya.",
            "A mandatory rule is not met and cannot be; see the page of its rules.",
        ),
        "status": (
            "Statusnya tidak termasuk yang diminta untuk rencana ini.",
            "Its status is not among those asked for in this plan.",
        ),
        "group_runs": (
            "Model bisnis lain dari kelompok yang sama sudah berjalan di koperasi ini.",
            "Another offer of the same group runs at this cooperative already.",
        ),
        "near_holder": (
            "Terlalu dekat dengan koperasi lain yang sudah menjalankannya.",
            "Too near to another cooperative that runs it already.",
        ),
        "forbidden": ("Dilarang untuk koperasi ini.", "Forbidden for this cooperative."),
        "given_up": (
            "Dilepas atau ditolak dalam setengah tahun terakhir. Kunci pasangan ini bila keadaannya berubah.",
            "Given up or turned down within half a year. Lock this pair if things have changed.",
        ),
    }
)


def amount_of_value(value: float, unit: str) -> Said:
    """Write a value with its unit.

    Examples
    --------
    >>> amount_of_value(1250000, "idr_per_month")
    ('Rp1.250.000 per bulan', 'Rp1,250,000 a month')
    >>> amount_of_value(12.345, "points")
    ('12,35 poin', '12.35 points')
    """
    if unit == "idr_per_month":
        return f"{rupiah(value, 'id')} per bulan", f"{rupiah(value, 'en')} a month"
    words = {
        "points": ("poin", "points"),
        "successes": ("keberhasilan", "successes"),
        "jobs": ("pekerjaan", "jobs"),
    }
    id_, en = words[unit]
    return f"{number(value, 'id', 2, padded=True)} {id_}", f"{number(value, 'en', 2, padded=True)} {en}"


def joined(sentences: Sequence[Said]) -> Said:
    """Put sentences one after another."""
    return " ".join(one[0] for one in sentences), " ".join(one[1] for one in sentences)


def closed_sentence(cause: str, hold: Hold | None) -> Said:
    """Say why a pair could not be chosen at all; a ban names who set it and why."""
    if cause == "forbidden" and hold is not None:
        who, why = _who_and_why(hold)
        return f"Dilarang{who[0]}{why}.", f"Forbidden{who[1]}{why}."
    return CLOSED_SENTENCES[cause]


def lock_sentence(hold: Hold) -> Said:
    """Say who locked a pair, or keeps its place back, and why."""
    who, why = _who_and_why(hold)
    if hold.kind == "held":
        return f"Tempatnya ditahan{who[0]}{why}.", f"Its place is kept back{who[1]}{why}."
    return f"Dikunci{who[0]}{why}.", f"Locked{who[1]}{why}."


def _who_and_why(hold: Hold) -> tuple[Said, str]:
    name = hold.recorded_by
    by = (f" oleh {name}", f" by {name}") if name else ("", "")
    return by, f": {hold.reason.rstrip('.')}" if hold.reason else ""


def given_sentence(rank: int, open_count: int, places: int | None, change: str) -> Said:
    """Say how a pair came into the plan: the cooperative's own order, and whether places were few."""
    id_, en = f"Pilihan ke-{rank} dari {open_count} yang terbuka", f"Choice {rank} of {open_count} open to it"
    if places is not None:
        id_ += f"; mendapat satu dari {places} tempat yang ada"
        en += f"; got one of the {places} places there were"
    if change == "kept":
        id_, en = f"{id_}; tetap dari rencana sebelumnya", f"{en}; kept from the plan before"
    return f"{id_}.", f"{en}."


def quota_sentence(title: str, district: str | None, left: int, gain: Said | None) -> Said:
    """Say what is left of a quota, and what one more place would bring where nothing is."""
    where = (f" di {district}", f" in {district}") if district else ("", "")
    if left > 0:
        places = "place" if left == 1 else "places"
        return f"Masih {left} tempat{where[0]}.", f"{left} {places} left{where[1]}."
    id_, en = f"Kuota {title}{where[0]} penuh", f"The quota of {title}{where[1]} is full"
    if gain is None:
        return f"{id_}.", f"{en}."
    return (
        f"{id_}; satu tempat lagi menambah {gain[0]}.",
        f"{en}; one more place would add {gain[1]}.",
    )


def minimum_sentence(of: str, gain: Said) -> Said:
    """Say what a minimum that just holds costs; ``of`` names the offer or the district."""
    return (
        f"Batas paling sedikit untuk {of} baru saja terpenuhi; satu lebih sedikit menambah {gain[0]}.",
        f"The minimum for {of} just holds; one less would add {gain[1]}.",
    )


def contest_sentence(wanted: int, places: int | None) -> Said:
    """Say how many want an offer and how many places there are, before any plan."""
    if places is None:
        return f"Diminati {wanted} koperasi; tanpa batas tempat.", f"Wanted by {wanted}; no limit of places."
    return f"Diminati {wanted} koperasi, ada {places} tempat.", f"Wanted by {wanted}, {places} places."


def relaxation_sentence(one: Relaxation, titles: Mapping[str, str], names: Mapping[str, str]) -> Said:
    """Say which limit would have to give way, and by how much.

    Parameters
    ----------
    one : Relaxation
    titles : mapping of offer_id to title
    names : mapping of cooperative_id or district to name
    """
    offer = titles.get(one.offer_id or "", one.offer_id or "")
    who = names.get(one.cooperative_id or "", one.cooperative_id or "")
    where = names.get(one.district or "", one.district or "")
    n = one.amount
    money = rupiah(float(n), "id"), rupiah(float(n), "en")
    return {
        "locked": (f"Lepaskan kunci {who} – {offer}.", f"Lift the lock {who} – {offer}."),
        "held": (
            f"Lepaskan tempat yang ditahan: {who} – {offer}.",
            f"Release the place kept back: {who} – {offer}.",
        ),
        "most": (
            f"Naikkan jumlah terbanyak untuk {who} sebanyak {n}.",
            f"Raise the number allowed for {who} by {n}.",
        ),
        "one_each": (f"Biarkan {who} tanpa model bisnis.", f"Let {who} go without an offer."),
        "city_minimum": (
            f"Minta mitra menurunkan jumlah terkecil {offer} sebanyak {n}.",
            f"Ask the partner to lower the minimum number of {offer} by {n}.",
        ),
        "district_minimum": (
            f"Turunkan jumlah terkecil untuk {where} sebanyak {n}.",
            f"Lower the minimum for {where} by {n}.",
        ),
        "city_quota": (f"Minta {n} tempat lagi untuk {offer}.", f"Ask for {n} more places of {offer}."),
        "district_quota": (
            f"Minta {n} tempat lagi untuk {offer} di {where}.",
            f"Ask for {n} more places of {offer} in {where}.",
        ),
        "city_budget": (
            f"Tambah anggaran kota {money[0]}.",
            f"Raise the city's budget by {money[1]}.",
        ),
        "district_budget": (
            f"Tambah anggaran {where} {money[0]}.",
            f"Raise the budget of {where} by {money[1]}.",
        ),
    }[one.kind]
