"""One business model: each figure with its origin, rules, loans, the cooperatives it suits best."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import APIRouter, Request, Response

from api.security.access import Permission, Scope, declared
from api.security.routes import DeclaredRoute
from api.web.cooperatives import OBJECTIVES, chosen_objective
from api.web.templating import language_here, pages_of
from api.wiring import Wired
from recommender.listing import (
    Row,
    financing_rows,
    offer_origins,
    offer_row,
    offer_rows,
    requirement_rows,
    source_notes,
)
from recommender.offering import offer_openings
from recommender.profiles import OLD_AFTER_DAYS

__all__ = ["Figure", "figures_of", "router"]

router = APIRouter(route_class=DeclaredRoute, include_in_schema=False)

_MIRROR_ROWS = 20
# A browser still shows so many lines; whoever needs more takes them as a file.
_ALL_ROWS = 1000
# The figures of an offer with their units, in the order of the page.
_FIGURES: Mapping[str, str] = {
    "funding": "word",
    "capital_need_idr": "idr",
    "setup_days": "days",
    "jobs_count": "jobs",
    "skill_level": "level",
    "demand_units_per_month": "plain",
    "max_units_per_month": "units_per_month",
    "margin_idr_per_unit": "idr_per_unit",
    "running_cost_idr_per_month": "idr_per_month",
    "shop_area_m2": "m2",
    "store_area_m2": "m2",
    "commodities": "list",
    "city_quota": "places",
    "district_quota": "places",
    "city_minimum": "places",
    "min_spacing_km": "km",
    "latitude_deg": "deg",
    "longitude_deg": "deg",
    "valid_from": "day",
    "valid_to": "day",
    "apply_from": "day",
    "apply_to": "day",
}
# Shown even when unknown: without them an offer cannot be judged.
_ALWAYS = {
    "capital_need_idr",
    "setup_days",
    "jobs_count",
    "margin_idr_per_unit",
    "running_cost_idr_per_month",
}


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure and where it comes from; its origin is the offer's own where none is stated for it.

    ``value`` and ``confirmed_on`` are ``None`` when unknown; only a known day can be old.
    """

    field: str
    unit: str
    value: object
    basis: object
    source: object
    note: object
    confirmed_on: object
    is_old: bool


def figures_of(offer: Row, origins: Mapping[str, Row], at: dt.date) -> list[Figure]:
    """List an offer's figures, those that are known or cannot be missing.

    Parameters
    ----------
    offer : mapping
        The offer's row.
    origins : mapping of field to mapping
        Where each value comes from.
    at : date
        The day that their age is measured on.
    """
    found = []
    for field, unit in _FIGURES.items():
        if offer[field] is None and field not in _ALWAYS:
            continue
        origin = origins.get(field)
        stated = origin or offer
        day = stated["confirmed_on"]
        is_old = isinstance(day, dt.date) and (at - day).days > OLD_AFTER_DAYS
        note = origin["note"] if origin else None
        # without an origin of its own, all sources of the offer would stand here: basis and day are enough
        source = origin["source"] if origin else None
        found.append(Figure(field, unit, offer[field], stated["basis"], source, note, day, is_old))
    return found


@router.get("/model-bisnis/{offer_id}")
@declared(Permission.SEE_ADVICE, Scope.CITY, kept=True)
def get_offer_page(
    request: Request, workspace: Wired, offer_id: str, tujuan: str = "", semua: str = ""
) -> Response:
    """Show one business model; ``semua=1`` lists all cooperatives instead of the first twenty."""
    objective, most = chosen_objective(tujuan), _ALL_ROWS if semua == "1" else _MIRROR_ROWS
    offer, origins = offer_row(workspace.store, offer_id), offer_origins(workspace.store, offer_id)
    source = workspace.gathered()
    rules = sorted(requirement_rows(source, offer_id), key=lambda rule: rule["severity"] != "must")
    mirrored = workspace.mirror(
        offer_id, objective=objective, top=most, language=language_here(request), author="halaman"
    )
    loans = financing_rows(workspace.store) if offer["capital_need_idr"] != 0 else []
    sources = source_notes(row["source"] for row in (offer, *origins.values(), *rules, *loans))
    context = {
        "offer": offer,
        "opening": offer_openings(source)[offer_id],
        "figures": figures_of(offer, origins, source.at),
        "old_after_days": OLD_AFTER_DAYS,
        "others": _rivals(offer, offer_rows(workspace.store)),
        "rules": rules,
        "mirrored": mirrored,
        "has_more": semua != "1" and len(mirrored) == most,
        "loans": loans,
        "has_open_loan": any(loan["status"] == "open" for loan in loans),
        "objective": objective,
        "objectives": OBJECTIVES,
        "sources": sources,
        "titles": {one.source_id: one.title for one in sources},
    }
    return pages_of(request).page(
        request, "offer.html", context, day=source.at, model_version=workspace.model_version()
    )


def _rivals(offer: Row, rows: list[Row]) -> list[Row]:
    """List the other offers of its exclusive group."""
    group = offer["exclusive_group"]
    return [
        row
        for row in rows
        if group and row["exclusive_group"] == group and row["offer_id"] != offer["offer_id"]
    ]
