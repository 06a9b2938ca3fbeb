"""What waits for the department's word and what is held, with filters in the address."""

from fastapi import APIRouter, Request, Response

from api.security.access import Permission, Scope, declared
from api.security.routes import DeclaredRoute
from api.web.address_words import whole_number
from api.web.review_view import KINDS, filters_of, one_in, view_of
from api.web.templating import pages_of
from api.wiring import Wired
from recommender.training.reviewing import VERDICTS

__all__ = ["router"]

router = APIRouter(route_class=DeclaredRoute, include_in_schema=False)


@router.get("/tinjauan")
@declared(Permission.SEE_ADVICE, Scope.CITY, kept=True)
def get_reviews_page(
    request: Request, workspace: Wired, dicatat: str = "", jumlah: str = "", kosong: str = ""
) -> Response:
    """List runs that are held and events that wait, one page of them, and what was found last."""
    desk = workspace.review_desk()
    filters = filters_of(request, desk)
    count = whole_number(jumlah)
    context = {
        "desk": desk,
        "filters": filters,
        "view": view_of(desk, filters),
        "kinds": KINDS,
        "one_in": one_in,
        "recorded": dicatat if dicatat in VERDICTS and count is not None else "",
        "recorded_count": count or 0,
        "is_nothing_chosen": bool(kosong),
    }
    version = workspace.standing().version or workspace.prior_version()
    return pages_of(request).page(request, "reviews.html", context, day=desk.at, model_version=version)
