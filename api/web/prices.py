"""Suppliers' price lists against what one cooperative pays, item by item and as a basket."""

from fastapi import APIRouter, Request, Response

from api.security.access import Permission, Scope, declared
from api.security.routes import DeclaredRoute
from api.texts import Language
from api.web.templating import language_here, pages_of
from api.web.where import cooperative_here
from api.wiring import Wired
from recommender.errors import RefusedError
from recommender.price_remarks import REASON_TEXTS
from recommender.stating import statable_field, stated_value

__all__ = ["router"]

router = APIRouter(route_class=DeclaredRoute, include_in_schema=False)

_REFUSED = 422
# read as any amount of money in rupiah is
_MONEY = "collateral_idr"


@router.get("/koperasi/{cooperative_id}/harga")
@declared(Permission.SEE_ADVICE, Scope.COOPERATIVE, kept=True)
def get_prices_page(
    request: Request, workspace: Wired, cooperative_id: str, ongkir: str = "", biaya: str = ""
) -> Response:
    """Show every item with all its suppliers; estimated costs stand in the address."""
    language, source = language_here(request), workspace.gathered()
    freight, freight_fault = _amount(ongkir, language)
    order_cost, cost_fault = _amount(biaya, language)
    faults = {
        name: fault for name, fault in (("ongkir", freight_fault), ("biaya", cost_fault)) if fault is not None
    }
    found = workspace.prices(cooperative_id, freight_idr_per_order=freight, order_cost_idr=order_cost or 0)
    items = [(item, found.remarks(item, language)) for item in found.items]
    context = {
        "cooperative": cooperative_here(source, cooperative_id),
        "found": found,
        "bought": [one for one in items if one[0].paid is not None],
        "offered": [one for one in items if one[0].paid is None],
        "left_out": [
            (REASON_TEXTS[reason][language == "en"], names) for reason, names in found.left_out().items()
        ],
        "wider_names": [
            found.name_of(part.supplier_id)
            for part in (found.mix_before_freight.parts if found.mix_before_freight else ())
        ],
        "typed": {"ongkir": ongkir, "biaya": biaya},
        "faults": faults,
    }
    page = pages_of(request).page(
        request, "prices.html", context, day=source.at, model_version=workspace.model_version()
    )
    page.status_code = _REFUSED if faults else 200
    return page


def _amount(text: str, language: Language) -> tuple[int | None, str | None]:
    """Read an amount and what is wrong with it; blank is unknown."""
    if not text.strip():
        return None, None
    try:
        found = stated_value(statable_field(_MONEY), text, language)
    except RefusedError as error:
        return None, error.say(language)
    return (found, None) if isinstance(found, int) else (None, None)
