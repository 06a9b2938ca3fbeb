"""Every page in one router."""

from fastapi import APIRouter

from api.web import cooperatives, explanations, home, offers, static_files

__all__ = ["web_router"]


def web_router() -> APIRouter:
    """Return the router of this door."""
    router = APIRouter(include_in_schema=False)
    for part in (home, cooperatives, explanations, offers, static_files):
        router.routes.extend(part.router.routes)
    return router
