"""Suppliers' price lists against what one cooperative pays."""

from fastapi import Response

from api.rest.languages import Spoken
from api.rest.parameters import At, CooperativeId
from api.rest.price_shapes import FreightPerOrder, OrderCost, PricesShape
from api.rest.routing import json_of, rest_router
from api.security.access import Permission, Scope, declared
from api.wiring import Wired
from recommender.price_tables import price_record

__all__ = ["router"]

router = rest_router("prices")


@router.get(
    "/cooperatives/{cooperative_id}/prices",
    operation_id="getPrices",
    summary="Suppliers' prices against what a cooperative pays",
    response_model=PricesShape,
)
@declared(Permission.SEE_ADVICE, Scope.COOPERATIVE, kept=True)
def get_prices(
    *,
    workspace: Wired,
    language: Spoken,
    cooperative_id: CooperativeId,
    at: At = None,
    freight_idr_per_order: FreightPerOrder = None,
    order_cost_idr: OrderCost = 0,
) -> Response:
    """Per item and as a monthly basket, with the set of suppliers that saves most.

    Prices outside their days are listed and never used. Unknown freight is never 0: a supplier whose freight
    is unknown is not best over one that delivers.
    """
    found = workspace.prices(
        cooperative_id, at, freight_idr_per_order=freight_idr_per_order, order_cost_idr=order_cost_idr
    )
    return json_of(PricesShape.model_validate(price_record(found, language)))
