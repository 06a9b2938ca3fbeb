"""The front page: all cooperatives with their best suggestion, filtered, beside their map."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from api.security.access import Permission, Scope, declared
from api.security.routes import DeclaredRoute
from api.web.address_words import whole_number, word_of
from api.web.home_sheet import home_sheet
from api.web.templating import language_here, pages_of
from api.wiring import Wired
from recommender.overview.overview import MOST_SCORED, MOST_SHEET_LINES, Overviews
from recommender.overview.records import Filters, Line
from recommender.overview.standings import STATUS_ORDER
from recommender.workbooks import csv_bytes, xlsx_bytes
from recommender.workspace import Workspace

__all__ = ["Asked", "filters_of", "router"]

router = APIRouter(route_class=DeclaredRoute, include_in_schema=False)

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_LONGEST = 100
_NEEDS = ("old_data", "documents")
_NEED_TARGETS = {"expired_prices": "/harga", "events_waiting": "/tinjauan", "events_held": "/tinjauan"}


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for."""

    filters: Filters
    page: int

    def query(self, **changes: object) -> dict[str, object]:
        """Return the filters as words of an address, some of them changed; the page goes back to 1."""
        found = self.filters
        words: dict[str, object] = {
            "q": found.q,
            "district": found.district,
            "stage": found.stage,
            "status": found.status,
            "offer": found.offer,
            "ready": "1" if found.is_ready else "",
            "need": found.need,
        }
        return {name: value for name, value in (words | changes).items() if value}


def filters_of(request: Request) -> Asked:
    """Read the filters from the address; words that name no choice of a list are passed over."""
    word = partial(word_of, request, longest=_LONGEST)
    status, need = word("status"), word("need")
    filters = Filters(
        q=word("q"),
        district=word("district"),
        stage=word("stage"),
        status=status if status in STATUS_ORDER else "",
        offer=word("offer"),
        is_ready=word("ready") == "1",
        need=need if need in _NEEDS else "",
    )
    page = whole_number(word("page"))
    return Asked(filters, 1 if page is None else page)


AskedFor = Annotated[Asked, Depends(filters_of)]


@router.get("/")
@declared(Permission.SEE_ADVICE, Scope.CITY, kept=True)
def get_home(request: Request, workspace: Wired, asked: AskedFor) -> Response:
    """List the cooperatives, all or those that fit the filters, one page of them."""
    overviews = _overviews(request, workspace)
    page = overviews.page(asked.filters, asked.page, language=language_here(request))
    known = {route.path for route in request.app.routes if hasattr(route, "path")}
    context = {
        "asked": asked,
        "filters": asked.filters,
        "page": page,
        "groups": _by_district(page.lines),
        "map": overviews.map(asked.filters) if page.total else None,
        "statuses": STATUS_ORDER,
        "most_scored": MOST_SCORED,
        "most_lines": MOST_SHEET_LINES,
        "targets": {kind: target for kind, target in _NEED_TARGETS.items() if target in known},
    }
    return pages_of(request).page(
        request, "home.html", context, day=page.at, model_version=workspace.model_version()
    )


@router.get("/unduh/koperasi.xlsx")
@declared(Permission.SEE_ADVICE, Scope.CITY)
def get_workbook(request: Request, workspace: Wired, asked: AskedFor) -> Response:
    """Give all pages of a filter as a workbook."""
    day, lines = _overviews(request, workspace).lines(asked.filters, language=language_here(request))
    return _download(
        xlsx_bytes(home_sheet(lines, day, language_here(request))), _XLSX, f"koperasi-{day}.xlsx"
    )


@router.get("/unduh/koperasi.csv")
@declared(Permission.SEE_ADVICE, Scope.CITY)
def get_csv(request: Request, workspace: Wired, asked: AskedFor) -> Response:
    """Give all pages of a filter as CSV."""
    day, lines = _overviews(request, workspace).lines(asked.filters, language=language_here(request))
    return _download(
        csv_bytes(home_sheet(lines, day, language_here(request))), "text/csv", f"koperasi-{day}.csv"
    )


def _overviews(request: Request, workspace: Workspace) -> Overviews:
    # one for as long as the app's workspace is open; two made at once do no harm
    found = getattr(request.app.state, "overviews", None)
    if not isinstance(found, Overviews) or found.workspace is not workspace:
        found = request.app.state.overviews = Overviews(workspace)
    return found


def _download(content: bytes, kind: str, name: str) -> Response:
    return Response(
        content, media_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


def _by_district(lines: Sequence[Line]) -> list[tuple[str | None, list[Line]]]:
    groups: dict[str | None, list[Line]] = {}
    for line in lines:
        groups.setdefault(line.district, []).append(line)
    return list(groups.items())
