"""What a plan says on a terminal, in two languages."""

from collections.abc import Mapping
from types import MappingProxyType

from api.cli.amounts import number, rupiah
from api.texts import Language

__all__ = ["amount_text", "plan_word", "said_in"]

_WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "title": ("Rencana alokasi {id} per {day}", "City-wide plan {id} as of {day}"),
        "draft": ("percobaan, tidak disimpan", "dry run, not kept"),
        "solved": ("tersimpan", "kept"),
        "published": ("disahkan", "published"),
        "withdrawn": ("dicabut", "withdrawn"),
        "failed": ("gagal", "failed"),
        "no_solution": ("tanpa penyelesaian", "no solution"),
        "damaged": ("rusak", "damaged"),
        "optimal": ("terbukti terbaik", "proved best"),
        "near_optimal": (
            "paling jauh {gap} dari yang terbaik, terbukti",
            "within {gap} of the best, proved",
        ),
        "worth": (
            "{pairs} pasangan untuk {served} dari {all} koperasi, senilai {value} ({proof}).",
            "{pairs} pairs for {served} of {all} cooperatives, worth {value} ({proof}).",
        ),
        "nothing": (
            "Tidak ada rencana yang memenuhi semua batas. Perubahan terkecil yang memungkinkannya:",
            "No plan keeps every limit. The smallest change that would make one possible:",
        ),
        "pairs": ("Siapa mendapat apa", "Who gets what"),
        "held": ("Tempat yang ditahan", "Places kept back"),
        "full": ("Kuota penuh", "Full quotas"),
        "free": ("Kuota lain masih bersisa.", "All other quotas have places left."),
        "quota_row": (
            "{taken} terpakai, {given} diberikan, dari {quota}; diminati {wanted}. {says}",
            "{taken} taken, {given} given, of {quota}; wanted by {wanted}. {says}",
        ),
        "waiting": ("Daftar tunggu", "Waiting lists"),
        "waiting_row": (
            "{place}. {name}{district}: +{gain}{gives}",
            "{place}. {name}{district}: +{gain}{gives}",
        ),
        "gives_up": ("; melepas {names}", "; would leave {names}"),
        "more": ("… dan {count} lagi (--format json)", "… and {count} more (--format json)"),
        "unserved": ("Tidak mendapat", "Without an offer"),
        "changes": ("Terhadap rencana {id}", "Against plan {id}"),
        "change_counts": (
            "{kept} tetap, {new} baru, {dropped} lepas.",
            "{kept} kept, {new} new, {dropped} dropped.",
        ),
        "kept": ("tetap", "kept"),
        "new": ("baru", "new"),
        "dropped": ("lepas", "dropped"),
        "note": (
            "Perkiraan sistem, bukan keputusan: anggota yang memutuskan.",
            "An estimate of the system, not a decision: the members decide.",
        ),
        "no_plans": (
            "Belum ada rencana yang disimpan: `sanding allocate --keep`.",
            "No plan has been kept yet: `sanding allocate --keep`.",
        ),
        "list_row": (
            "{id}  {state}  per {day}, {objective}: {pairs} pasangan, {value}; oleh {author}{why}",
            "{id}  {state}  as of {day}, {objective}: {pairs} pairs, {value}; by {author}{why}",
        ),
        "damaged_row": (
            "{id}  RUSAK; oleh {author}. Jalankan `sanding check`.",
            "{id}  DAMAGED; by {author}. Run `sanding check`.",
        ),
        "now": ("{id}: {state}{why}.", "{id}: {state}{why}."),
        "in_plan": ("Pasangan ini ada dalam rencana.", "This pair is in the plan."),
        "not_in_plan": ("Pasangan ini tidak ada dalam rencana.", "This pair is not in the plan."),
        "shortfall": (
            "Rencana terbaik yang memuatnya bernilai {value} kurang.",
            "The best plan with it is worth {value} less.",
        ),
        "impossible": ("Tidak ada rencana yang dapat memuatnya.", "No plan can hold it."),
        "as_good": (
            "Ada rencana lain yang sama nilainya dan memuatnya.",
            "Another plan with it is worth as much.",
        ),
        "holders": ("Yang mendapat tempatnya, terlemah dahulu", "Who has the places, the weakest first"),
        "would_change": ("Yang akan berubah", "What would change"),
        "nobody_left": (
            "Belum ada tempat yang dilepas sejak rencana ini dibuat.",
            "No place has been given up since this plan was made.",
        ),
        "dial_row": (
            "{setting}: {value}; {served} koperasi; {least} di kecamatan tersedikit; {changes} berubah{mark}",
            "{setting}: {value}; {served} cooperatives; {least} in the last district; {changes} moved{mark}",
        ),
        "dial_none": ("{setting}: tidak mungkin", "{setting}: not possible"),
        "present": (" (sekarang)", " (now)"),
        "contest_row": ("{title} ({id}): {says}", "{title} ({id}): {says}"),
        "compare": ("{before} → {after}", "{before} → {after}"),
        "accepted": (
            "{name} mendapat tempat {offer} per {day}.{left}",
            "{name} holds a place of {offer} as of {day}.{left}",
        ),
        "held_before": (
            "{name} sudah memegang tempat {offer} sejak {day}.",
            "{name} has held a place of {offer} since {day}.",
        ),
        "places_left": (" Masih tersisa {count}.", " {count} left."),
        "released": (
            "{name} melepas {offer}; tempatnya kosong. Lihat `sanding allocations next`.",
            "{name} gave up {offer}; the place is free. See `sanding allocations next`.",
        ),
        "turned_down": (
            "{name} tidak mengambil {offer}; tercatat.",
            "{name} does not take {offer}; recorded.",
        ),
    }
)
_UNITS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {"points": ("poin", "points"), "successes": ("keberhasilan", "successes"), "jobs": ("pekerjaan", "jobs")}
)


def plan_word(key: str, language: Language, **values: object) -> str:
    """Return a text in one language with its values filled in.

    Examples
    --------
    >>> plan_word("optimal", "id"), plan_word("present", "en")
    ('terbukti terbaik', ' (now)')
    """
    return _WORDS[key][language == "en"].format(**values)


def amount_text(value: float, unit: str, language: Language) -> str:
    """Write a plan's value with its unit.

    Examples
    --------
    >>> amount_text(1250.5, "points", "id"), amount_text(1250000.0, "idr_per_month", "en")
    ('1.250,5 poin', 'Rp1,250,000/month')
    """
    if unit == "idr_per_month":
        return f"{rupiah(value, language)}/{'month' if language == 'en' else 'bulan'}"
    return f"{number(value, language, 2)} {_UNITS[unit][language == 'en']}"


def said_in(said: tuple[str, str], language: Language) -> str:
    """Return a sentence in one language.

    Examples
    --------
    >>> said_in(("Penuh.", "Full."), "en")
    'Full.'
    """
    return said[language == "en"]
