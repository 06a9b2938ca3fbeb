"""Worklists for advisors: whom to visit, what stands in the way, what moves most, what to ask."""

from fastapi import APIRouter, Request, Response

from api.security.access import Permission, Scope, declared
from api.security.routes import DeclaredRoute
from api.web.templating import language_here, pages_of
from api.wiring import Wired
from recommender.worklist.routing import FEWEST, MOST
from recommender.worklist.worklist import DEFAULT_SIZE, known_districts, worklists

__all__ = ["SIZES", "router"]

router = APIRouter(route_class=DeclaredRoute, include_in_schema=False)

SIZES = tuple(range(FEWEST, MOST + 1))
"""How many cooperatives one advisor may look after."""


@router.get("/daftar-kerja")
@declared(Permission.SEE_ADVICE, Scope.CITY, kept=True)
def get_worklist_page(request: Request, workspace: Wired, district: str = "", size: str = "") -> Response:
    """Show all lists, or those of one district; words that name no choice are passed over."""
    source, language = workspace.gathered(), language_here(request)
    known = {name.casefold(): name for name in known_districts(source)}
    chosen = known.get(district.strip().casefold())
    sizes = {str(one): one for one in SIZES}
    found = worklists(
        workspace.store,
        source,
        size=sizes.get(size, DEFAULT_SIZE),
        district=chosen,
        language=language,
    )
    rows = [row for one in found.lists for row in one.rows]
    context = {
        "found": found,
        "sizes": SIZES,
        "default_size": DEFAULT_SIZE,
        "is_known": chosen is not None or not district.strip(),
        "count": len(rows),
        "has_examples": any(row.data_source == "contoh" for row in rows),
    }
    return pages_of(request).page(
        request, "worklist.html", context, day=source.at, model_version=workspace.model_version()
    )
