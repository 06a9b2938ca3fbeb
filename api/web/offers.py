"""Business models, and one of them with the origin of each figure."""

from collections.abc import Mapping

from fastapi import APIRouter, Request, Response

from api.security.access import Permission, Scope, declared
from api.security.routes import DeclaredRoute
from api.web.cooperatives import chosen_objective
from api.web.templating import language_here, pages_of
from api.wiring import Wired
from recommender.listing import Row, offer_origins, offer_row, offer_rows, requirement_rows, source_notes

__all__ = ["router"]

router = APIRouter(route_class=DeclaredRoute, include_in_schema=False)

_MIRROR_ROWS = 20
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
    "exclusive_group": "word",
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


@router.get("/model-bisnis")
@declared(Permission.SEE_CATALOGUE, Scope.NOBODY, kept=True)
def get_offers_page(request: Request, workspace: Wired) -> Response:
    """List all business models by sector."""
    rows = offer_rows(workspace.store)
    sectors: dict[str, list[Row]] = {}
    for row in rows:
        sectors.setdefault(str(row["sector"]), []).append(row)
    return pages_of(request).page(
        request, "offers.html", {"sectors": sectors, "count": len(rows)}, day=workspace.today()
    )


@router.get("/model-bisnis/{offer_id}")
@declared(Permission.SEE_ADVICE, Scope.CITY, kept=True)
def get_offer_page(request: Request, workspace: Wired, offer_id: str, tujuan: str = "") -> Response:
    """Show one business model: figures with their origin, rules, the cooperatives it suits best."""
    objective = chosen_objective(tujuan)
    offer, origins = offer_row(workspace.store, offer_id), offer_origins(workspace.store, offer_id)
    source = workspace.gathered()
    rules = sorted(requirement_rows(source, offer_id), key=lambda rule: rule["severity"] != "must")
    mirrored = workspace.mirror(
        offer_id, objective=objective, top=_MIRROR_ROWS, language=language_here(request), author="halaman"
    )
    cited = [row["source"] for row in (offer, *origins.values(), *rules)]
    context = {
        "offer": offer,
        "figures": [
            (field, unit, offer[field], origins.get(field))
            for field, unit in _FIGURES.items()
            if offer[field] is not None or field in _ALWAYS
        ],
        "rules": rules,
        "mirrored": mirrored,
        "objective": objective,
        "sources": source_notes(cited),
    }
    return pages_of(request).page(
        request, "offer.html", context, day=source.at, model_version=workspace.model_version()
    )
