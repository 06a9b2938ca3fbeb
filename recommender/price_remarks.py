"""What has to be said beside the figures of a price comparison, in both languages."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType

from babel.dates import format_date

from models.explain.amounts import number, rupiah
from models.explain.texts import Language
from models.prices.comparison import ItemComparison

__all__ = ["REASON_TEXTS", "Remark", "remarks_on"]

REASON_TEXTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "not_bought": ("harga beli sekarang belum diketahui", "what is paid now is not known"),
        "no_price": ("tidak ada harga pemasok yang berlaku", "no supplier's price is valid"),
        "minimum": (
            "pesanan minimum melebihi kebutuhan sebulan",
            "the minimum order is above a month's need",
        ),
        "quantity": ("jumlah per bulan belum diketahui", "the monthly quantity is not known"),
        "freight": ("ongkos kirim belum diketahui", "freight is not known"),
    }
)
"""Why an item is not in the sum of the basket, by reason: Indonesian, English."""

_TEXTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "no_paid": ("Harga beli sekarang belum diketahui.", "What is paid now is not known."),
        "market": (
            "Dibandingkan dengan harga pasar setempat, bukan pembelian koperasi ini.",
            "Compared with the local market's price, not with a purchase of this cooperative.",
        ),
        "old_paid": (
            "Harga beli sekarang dari {day}, sudah lebih dari 90 hari.",
            "What is paid dates from {day}, more than 90 days ago.",
        ),
        "undated_paid": (
            "Harga beli sekarang tidak bertanggal.",
            "What is paid bears no date.",
        ),
        "no_quantity": (
            "Jumlah per bulan belum diketahui, jadi hematnya belum dapat dihitung.",
            "The monthly quantity is not known, so the saving cannot be worked out.",
        ),
        "unit_content": (
            "Satuan “{unit}” tidak menyebut isinya: hanya dibandingkan dengan satuan yang sama.",
            "The unit “{unit}” does not say what it holds: compared with the same unit only.",
        ),
        "unit_number": (
            "Angka dalam satuan “{unit}” dapat dibaca dua cara: tulis tanpa titik ribuan.",
            "The number in the unit “{unit}” can be read in two ways: write it without a thousands mark.",
        ),
        "unit_words": (
            "Satuan “{unit}” tidak dikenal: hanya dibandingkan dengan satuan yang sama.",
            "The unit “{unit}” is not understood: compared with the same unit only.",
        ),
        "other_units": (
            "Barang ini ada juga dalam satuan lain ({units}), yang tidak dapat dibandingkan.",
            "This item stands in other units, too ({units}), which cannot be compared.",
        ),
        "expired": (
            "Harga {supplier} kedaluwarsa sejak {day} dan tidak dipakai.",
            "The price of {supplier} expired after {day} and is not used.",
        ),
        "none_valid": ("Tidak ada harga pemasok yang berlaku.", "No supplier's price is valid."),
        "minimum_too_large": (
            "{supplier}: pesanan minimum {minimum} {unit}, lebih dari kebutuhan sebulan.",
            "{supplier}: minimum order of {minimum} {unit}, more than a month's need.",
        ),
        "minimum_unknown": (
            "Pesanan minimum {supplier} belum diketahui. Tanyakan.",
            "The minimum order of {supplier} is not known. Ask.",
        ),
        "minimum_unchecked": (
            "Pesanan minimum {supplier} {minimum} {unit}; periksa apakah cukup untuk kebutuhan sebulan.",
            "The minimum order of {supplier} is {minimum} {unit}; check it against a month's need.",
        ),
        "before_freight": (
            "Belum termasuk ongkos kirim, yang belum diketahui.",
            "Before freight, which is not known.",
        ),
        "estimated_freight": (
            "Belum termasuk ongkos kirim, diperkirakan {cost} per pesanan.",
            "Before freight, estimated at {cost} per order.",
        ),
        "not_cheaper": (
            "Tidak lebih murah daripada yang dibayar sekarang.",
            "Not cheaper than what is paid now.",
        ),
        "cheaper_before_freight": (
            "{supplier} lebih murah sebelum ongkos kirim ({price} per {unit}).",
            "{supplier} is cheaper before freight ({price} per {unit}).",
        ),
        "freight_limit": (
            "{supplier} lebih murah sebelum ongkos kirim; pilih bila ongkosnya di bawah {limit} sebulan.",
            "{supplier} is cheaper before freight; better if that is below {limit} a month.",
        ),
    }
)


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark: a stable code for programs, a sentence for people."""

    code: str
    text: str


def remarks_on(item: ItemComparison, names: Mapping[str, str], language: Language) -> tuple[Remark, ...]:
    """Return what has to be said beside an item's figures, the most important first.

    Parameters
    ----------
    item : ItemComparison
    names : mapping of str to str
        Names of suppliers by id; an id without a name stands for itself.
    language : {'id', 'en'}
    """

    def say(code: str, **values: object) -> Remark:
        return Remark(code, _TEXTS[code][language == "en"].format(**values))

    teller = _Teller(item, names, language)
    found = [*teller.on_best(), *teller.on_paid(), *teller.on_units(), *teller.on_others()]
    return tuple(say(code, **values) for code, values in found)


_Told = Iterator[tuple[str, dict[str, object]]]


class _Teller:
    """Finds the remarks on one item; each is a code with what fills its sentence."""

    def __init__(self, item: ItemComparison, names: Mapping[str, str], language: Language) -> None:
        self._item, self._names, self._language = item, names, language

    def on_best(self) -> _Told:
        item, best = self._item, self._item.best
        if best is None:
            if not any(one.state == "current" for one in item.quotes):
                yield "none_valid", {}
            return
        if item.is_before_freight:
            yield "before_freight", {}
        elif best.freight == "estimated":
            yield "estimated_freight", {"cost": self._rupiah(best.freight_idr_per_order or 0)}
        if item.paid is not None and best.price_idr_per_base >= item.paid.price_idr_per_base:
            yield "not_cheaper", {}
        supplier = self._supplier(best.row.supplier_id)
        if best.fit(item.monthly_base) == "unknown":
            if best.row.minimum_order is None:
                yield "minimum_unknown", {"supplier": supplier}
            else:
                yield "minimum_unchecked", self._minimum(best.row.minimum_order, best.row.unit, supplier)
        if item.cheaper_before_freight is not None:
            yield self._cheaper()

    def on_paid(self) -> _Told:
        paid = self._item.paid
        if paid is None:
            yield "no_paid", {}
            return
        if not paid.row.is_own:
            yield "market", {}
        if paid.row.observed_on is None:
            yield "undated_paid", {}
        elif paid.is_old:
            yield "old_paid", {"day": self._day(paid.row.observed_on)}
        if paid.monthly_base is None:
            yield "no_quantity", {}

    def on_units(self) -> _Told:
        item = self._item
        if item.doubt:
            yield f"unit_{item.doubt}", {"unit": item.base}
        if item.other_bases:
            yield "other_units", {"units": ", ".join(item.other_bases)}

    def on_others(self) -> _Told:
        item = self._item
        current = [one for one in item.quotes if one.state == "current"]
        renewed = {one.row.supplier_id for one in current}
        for one in current:
            dear = item.best is not None and one.price_idr_per_base >= item.best.price_idr_per_base
            if one.row.minimum_order and one.fit(item.monthly_base) == "too_large" and not dear:
                supplier = self._supplier(one.row.supplier_id)
                yield "minimum_too_large", self._minimum(one.row.minimum_order, one.row.unit, supplier)
        ended: dict[str, dt.date] = {}
        for one in item.quotes:
            supplier_id, day = one.row.supplier_id, one.row.valid_to
            if one.state == "expired" and day is not None and supplier_id not in renewed:
                ended[supplier_id] = max(ended.get(supplier_id, day), day)
        for supplier_id, day in sorted(ended.items()):
            yield "expired", {"supplier": self._supplier(supplier_id), "day": self._day(day)}

    def _cheaper(self) -> tuple[str, dict[str, object]]:
        found, limit = self._item.cheaper_before_freight, self._item.freight_limit_idr_per_month
        supplier = self._supplier(found.row.supplier_id) if found else ""
        if limit is not None:
            return "freight_limit", {"supplier": supplier, "limit": self._rupiah(limit)}
        price = self._rupiah(found.price_idr_per_base) if found else ""
        return "cheaper_before_freight", {"supplier": supplier, "price": price, "unit": self._item.base}

    def _minimum(self, minimum: Fraction, unit: str, supplier: str) -> dict[str, object]:
        return {"supplier": supplier, "minimum": number(float(minimum), self._language, 2), "unit": unit}

    def _supplier(self, supplier_id: str) -> str:
        return self._names.get(supplier_id, supplier_id)

    def _rupiah(self, amount: Fraction | int) -> str:
        return rupiah(float(amount), self._language)

    def _day(self, day: dt.date) -> str:
        text: str = format_date(day, "d MMM y", locale=self._language)
        return text
