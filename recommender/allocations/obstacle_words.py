"""The sentences about what stands in a pair's way."""

from collections.abc import Mapping, Sequence

from models.allocation.why_not import Obstacle
from models.bundles.problem import RESOURCES
from recommender.allocations.names import Names
from recommender.allocations.records import Assignment, Said
from recommender.allocations.telling import amount_of_value

__all__ = ["obstacle_sentence"]

_SHOWN = 3
_RESOURCES: Mapping[str, Said] = {
    "shop_area_m2": ("luas toko", "shop area"),
    "store_area_m2": ("luas gudang", "store area"),
    "capital_idr": ("modal", "capital"),
    "people_count": ("tenaga kerja", "people"),
}


def obstacle_sentence(one: Obstacle, names: Names, holders: Mapping[str, Assignment], unit: str) -> Said:
    """Say what stands in a pair's way.

    Parameters
    ----------
    one : Obstacle
    names : Names
    holders : mapping of cooperative_id to Assignment
        Who has the offer in the plan.
    unit : str
        Of values.
    """
    offers = _listed([names.offer(offer_id) for offer_id in one.offers])
    if one.kind in ("city_quota", "district_quota"):
        return _quota(one, names, holders, unit)
    if one.kind in ("room", "alone"):
        id_, en = _RESOURCES[RESOURCES[one.resource]]
        if one.kind == "alone":
            return f"Tidak muat: {id_} koperasi tidak cukup.", f"Does not fit: its {en} is too small."
        return (
            f"Tidak muat bersama {offers[0]}: {id_} tidak cukup.",
            f"Does not fit beside {offers[1]}: not enough {en}.",
        )
    who = _listed([names.cooperative(cooperative_id) for cooperative_id in one.cooperatives])
    return {
        "closed": ("Tidak terbuka bagi koperasi ini.", "Not open to this cooperative."),
        "held": (
            "Tempatnya ditahan untuk koperasi ini, belum diberikan.",
            "Its place is kept back for this cooperative, not given yet.",
        ),
        "no_worth": ("Tidak menambah nilai rencana.", "It adds nothing to the plan."),
        "apart": (f"Terlalu dekat dengan {who[0]}.", f"Too near to {who[1]}."),
        "group": (
            f"Tidak dapat dijalankan bersama {offers[0]}.",
            f"It cannot be run together with {offers[1]}.",
        ),
        "most": (
            f"Jumlah terbanyak untuk koperasi ini sudah terisi: {offers[0]}.",
            f"The number allowed for this cooperative is filled: {offers[1]}.",
        ),
        "city_budget": ("Anggaran kota sudah habis terpakai.", "The city's budget is used up."),
        "district_budget": (
            "Anggaran kecamatan sudah habis terpakai.",
            "The district's budget is used up.",
        ),
        "elsewhere": (
            "Ada rencana lain yang sama nilainya, atau batas paling sedikit di tempat lain lebih dahulu.",
            "Another plan is worth as much, or a minimum elsewhere comes first.",
        ),
    }[one.kind]


def _quota(one: Obstacle, names: Names, holders: Mapping[str, Assignment], unit: str) -> Said:
    where = ("kecamatan ", "district ") if one.kind == "district_quota" else ("", "city ")
    weakest = next((holders[other] for other in one.cooperatives if other in holders), None)
    if weakest is None:
        return (
            f"Kuota {where[0]}penuh oleh yang sudah berjalan.",
            f"The {where[1]}quota is full with those that run already.",
        )
    worth = amount_of_value(weakest.value, unit)
    name = names.cooperative(weakest.cooperative_id)
    count = len(one.cooperatives)
    return (
        f"Kuota {where[0]}penuh oleh {count} koperasi; yang terlemah {name} ({worth[0]}).",
        f"The {where[1]}quota is full with {count}; the weakest is {name} ({worth[1]}).",
    )


def _listed(names: Sequence[str]) -> Said:
    """List names, the rest as a number."""
    shown, rest = ", ".join(names[:_SHOWN]), len(names) - _SHOWN
    if rest > 0:
        return f"{shown} dan {rest} lainnya", f"{shown} and {rest} more"
    return shown, shown
