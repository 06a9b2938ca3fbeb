"""Every page in one router."""

from fastapi import APIRouter

from api.web import (
    allocation_acts,
    allocation_downloads,
    allocation_places,
    allocation_questions,
    allocations,
    bundles,
    comparing,
    cooperatives,
    decisions,
    explanations,
    facts,
    financing,
    home,
    imports,
    model,
    offer,
    offers,
    premises,
    prices,
    review_checks,
    reviews,
    sheets,
    static_files,
    steps,
    table_downloads,
    what_if,
    worklist,
)

__all__ = ["web_router"]


def web_router() -> APIRouter:
    """Return the router of this door."""
    router = APIRouter(include_in_schema=False)
    # explanations last of the cooperative's pages: their address takes any second word
    own = (cooperatives, facts, what_if, bundles, steps, prices, decisions, comparing, explanations)
    # downloads first: the address of a plan takes any word, also one that ends like a file
    plans = (allocation_downloads, allocations, allocation_questions, allocation_acts, allocation_places)
    for part in (
        home,
        *own,
        offers,
        offer,
        financing,
        premises,
        worklist,
        *plans,
        reviews,
        review_checks,
        model,
        sheets,
        imports,
        table_downloads,
        static_files,
    ):
        router.routes.extend(part.router.routes)
    return router
