"""A plan as a workbook: pairs, waiting lists, quotas, who gets nothing, changes, an annex for a letter."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from models.explain.texts import Language
from recommender.allocations.annex import Annex, add_annex
from recommender.allocations.records import Allocation, Said
from recommender.allocations.telling import lock_sentence
from recommender.workbooks import Cell, Sheet, book_bytes

__all__ = ["plan_workbook"]

_AREA: Said = ("Kelurahan", "Area")
_COOPERATIVE: tuple[Said, ...] = (
    ("ID koperasi", "Cooperative ID"),
    ("Koperasi", "Cooperative"),
    _AREA,
    ("Kecamatan", "District"),
)
_OFFER: tuple[Said, ...] = (("ID model bisnis", "Offer ID"), ("Model bisnis", "Offer"))
_STATUS: Mapping[str, Said] = {
    "eligible": ("Siap diajukan", "Ready to apply"),
    "needs_steps": ("Perlu langkah", "Needs steps"),
    "unknown": ("Perlu dipastikan", "To be confirmed"),
    "blocked": ("Terhalang", "Blocked"),
}
_CHANGE: Mapping[str, Said] = {
    "new": ("Baru", "New"),
    "kept": ("Tetap", "Kept"),
    "dropped": ("Lepas", "Dropped"),
}
_UNIT: Mapping[str, Said] = {
    "points": ("poin", "points"),
    "successes": ("keberhasilan", "successes"),
    "idr_per_month": ("Rp per bulan", "Rp a month"),
    "jobs": ("pekerjaan", "jobs"),
}
_VALUE_UNIT: Said = ("Satuan nilai", "Unit of value")
_PAIR_HEADERS: tuple[Said, ...] = (
    *_COOPERATIVE,
    *_OFFER,
    ("Mitra", "Partner"),
    ("Status", "Status"),
    ("Peluang", "Chance"),
    ("Peluang terendah", "Chance, low"),
    ("Peluang tertinggi", "Chance, high"),
    ("Nilai", "Value"),
    _VALUE_UNIT,
    ("Perubahan", "Change"),
    ("Alasan", "Reason"),
    ("Ketetapan", "Decided beforehand"),
)
_WAITING_HEADERS: tuple[Said, ...] = (
    *_OFFER,
    ("Nomor urut", "Position"),
    *_COOPERATIVE,
    ("Tambahan nilai", "Adds"),
    _VALUE_UNIT,
    ("Melepas", "Gives up"),
)
_QUOTA_HEADERS: tuple[Said, ...] = (
    *_OFFER,
    ("Kecamatan", "District"),
    ("Kuota", "Quota"),
    ("Terpakai sebelumnya", "Taken before"),
    ("Diberikan rencana", "Given by the plan"),
    ("Sisa", "Left"),
    ("Diminati koperasi", "Wanted by"),
    ("Nilai satu tempat lagi", "One more place adds"),
    ("Paling banyak", "At most"),
    _VALUE_UNIT,
    ("Keterangan", "Remark"),
)
_UNSERVED_HEADERS: tuple[Said, ...] = (*_COOPERATIVE, ("Sebab", "Why"))
_CHANGE_HEADERS: tuple[Said, ...] = (
    ("Perubahan", "Change"),
    *_COOPERATIVE[:2],
    _AREA,
    *_OFFER,
    ("Nilai sebelum", "Value before"),
    ("Nilai sesudah", "Value after"),
    _VALUE_UNIT,
)
_CHANCE_DIGITS, _VALUE_DIGITS = 4, 6


def plan_workbook(
    plan: Allocation,
    *,
    areas: Mapping[str, str],
    titles: Mapping[str, str],
    language: Language = "id",
    paper: str = "a4",
) -> bytes:
    """Write a plan as a workbook of six sheets; numbers stay numbers, what is not known stays empty.

    Parameters
    ----------
    plan : Allocation
    areas : mapping of cooperative_id to str
        Names of their areas, as far as known.
    titles : mapping of offer_id to str
        Titles of offers; those that are missing stand by their id.
    language : {'id', 'en'}
    paper : str
        Of the annex; a key of ``PAPERS``.
    """
    said = partial(_said, language)
    names = _Names(areas, titles)
    tables: tuple[tuple[Said, Sequence[Said], Iterator[list[Cell]]], ...] = (
        (("Rencana", "Plan"), _PAIR_HEADERS, _pairs(plan, names, said)),
        (("Daftar tunggu", "Waiting list"), _WAITING_HEADERS, _waiting(plan, names, said)),
        (("Kuota", "Quotas"), _QUOTA_HEADERS, _quotas(plan, said)),
        (("Tidak mendapat", "Get nothing"), _UNSERVED_HEADERS, _unserved(plan, names, said)),
        (("Perubahan", "Changes"), _CHANGE_HEADERS, _changes(plan, names, said)),
    )
    sheets = [
        Sheet(said(title), plan.at, [said(one) for one in headers], list(rows))
        for title, headers, rows in tables
    ]
    annex = Annex(plan, areas, language, paper)
    return book_bytes(sheets, partial(add_annex, annex=annex))


@dataclass(frozen=True, slots=True)
class _Names:
    """What a plan's records do not say of those that they name."""

    areas: Mapping[str, str]
    titles: Mapping[str, str]


def _said(language: Language, said: Said) -> str:
    return said[language == "en"]


def _pairs(plan: Allocation, names: _Names, said: Callable[[Said], str]) -> Iterator[list[Cell]]:
    for one in plan.assignments:
        yield [
            one.cooperative_id,
            one.cooperative_name,
            names.areas.get(one.cooperative_id),
            one.district,
            one.offer_id,
            one.offer_title,
            one.partner_name,
            said(_STATUS[one.status]),
            round(one.success_probability, _CHANCE_DIGITS),
            round(one.lower, _CHANCE_DIGITS),
            round(one.upper, _CHANCE_DIGITS),
            round(one.value, _VALUE_DIGITS),
            said(_UNIT[plan.unit]),
            said(_CHANGE[one.change]),
            said(one.reason),
            None if one.hold is None else said(lock_sentence(one.hold)),
        ]


def _waiting(plan: Allocation, names: _Names, said: Callable[[Said], str]) -> Iterator[list[Cell]]:
    for one in sorted(plan.waiting, key=lambda one: (one.offer_title, one.offer_id, one.position)):
        yield [
            one.offer_id,
            one.offer_title,
            one.position,
            one.cooperative_id,
            one.cooperative_name,
            names.areas.get(one.cooperative_id),
            one.district,
            round(one.gain, _VALUE_DIGITS),
            said(_UNIT[plan.unit]),
            ", ".join(names.titles.get(offer_id, offer_id) for offer_id in one.gives_up) or None,
        ]


def _quotas(plan: Allocation, said: Callable[[Said], str]) -> Iterator[list[Cell]]:
    for one in plan.quotas:
        yield [
            one.offer_id,
            one.offer_title,
            one.district or said(("seluruh kota", "whole city")),
            one.quota,
            one.taken,
            one.given,
            one.left,
            one.wanted,
            None if one.price is None else round(one.price, _VALUE_DIGITS),
            None if one.price_bound is None else round(one.price_bound, _VALUE_DIGITS),
            said(_UNIT[plan.unit]),
            said(one.says),
        ]


def _unserved(plan: Allocation, names: _Names, said: Callable[[Said], str]) -> Iterator[list[Cell]]:
    for one in plan.unserved:
        yield [
            one.cooperative_id,
            one.cooperative_name,
            names.areas.get(one.cooperative_id),
            one.district,
            said(one.says),
        ]


def _changes(plan: Allocation, names: _Names, said: Callable[[Said], str]) -> Iterator[list[Cell]]:
    for one in plan.changes:
        yield [
            said(_CHANGE[one.kind]),
            one.cooperative_id,
            one.cooperative_name,
            names.areas.get(one.cooperative_id),
            one.offer_id,
            one.offer_title,
            None if one.value_before is None else round(one.value_before, _VALUE_DIGITS),
            None if one.value_after is None else round(one.value_after, _VALUE_DIGITS),
            said(_UNIT[plan.unit]),
        ]
