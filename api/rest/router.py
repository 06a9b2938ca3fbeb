"""Every resource of the REST door, in the order of its description."""

from fastapi import APIRouter

from api.rest import (
    allocations,
    bundles,
    cooperatives,
    decisions,
    fieldwork,
    financing,
    models,
    offers,
    prices,
    reviews,
    service,
    suggestions,
)

__all__ = ["TAGS", "routers"]

TAGS = [
    {"name": "cooperatives", "description": "Kota Serang's cooperatives and how they stand to the rules."},
    {"name": "suggestions", "description": "What suits whom, why, and what is still missing."},
    {"name": "decisions", "description": "What the members decided."},
    {"name": "prices", "description": "Suppliers' price lists against what a cooperative pays."},
    {"name": "offers", "description": "Partners, their business models and the rules of each."},
    {"name": "financing", "description": "What was said about loans, and the instalments of one."},
    {"name": "fieldwork", "description": "Whom advisors visit, and which city asset could serve whom."},
    {"name": "allocations", "description": "The city-wide plan: who gets which offer when places are few."},
    {"name": "reviews", "description": "Events that wait or are held, and the department's word."},
    {"name": "models", "description": "Which model answers, and who decided so."},
    {"name": "service", "description": "Health and version."},
]


def routers() -> list[APIRouter]:
    """Return all routers of this door."""
    parts = (
        cooperatives,
        suggestions,
        bundles,
        decisions,
        prices,
        offers,
        financing,
        fieldwork,
        allocations,
        reviews,
        models,
        service,
    )
    return [*(one.router for one in parts), service.plain_router]
