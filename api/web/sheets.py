"""Printed sheets for the members' meeting: one page per cooperative, on A4 or F4."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from fastapi import APIRouter, Request, Response

from api.problems import ProblemError, problem_named
from api.security.access import Permission, Scope, declared
from api.security.routes import DeclaredRoute
from api.web.qr import QrDrawing, qr_drawing
from api.web.sheet_options import PAPERS, Paper, SheetOption, sheet_option
from api.web.templating import language_here, pages_of
from api.wiring import Wired
from recommender.advice.records import Advice
from recommender.directory import CooperativeLine, line_fits
from recommender.listing import Row, offer_origins, offer_rows
from recommender.workspace import Workspace

__all__ = ["MOST_SHEETS", "OPTIONS", "Sheet", "router"]

router = APIRouter(route_class=DeclaredRoute, include_in_schema=False)

OPTIONS = 3
"""Options on a sheet."""
MOST_SHEETS = 500
"""Sheets in one document; the problem ``too_many_sheets`` names the same number."""

# Advising one cooperative by itself costs about as much as this many in one go.
_ALONE_COSTS = 15


@dataclass(frozen=True, slots=True)
class Sheet:
    """One printed page; ``address`` is the page of the cooperative, which the code leads to."""

    line: CooperativeLine
    advice: Advice
    options: tuple[SheetOption, ...]
    address: str
    code: QrDrawing


# Not kept: the code bears the name that the server was called by.
@router.get("/cetak/{cooperative_id}")
@declared(Permission.SEE_ADVICE, Scope.COOPERATIVE)
def get_sheet(request: Request, workspace: Wired, cooperative_id: str, kertas: str = "") -> Response:
    """Show one cooperative's sheet."""
    advice = workspace.suggest(cooperative_id, top=OPTIONS, language=language_here(request), author="halaman")
    lines = [line for line in workspace.cooperatives() if line.cooperative_id == cooperative_id]
    return _page(request, workspace, lines, [advice], {"kertas": kertas, "is_single": True})


@router.get("/cetak")
@declared(Permission.SEE_ADVICE, Scope.CITY)
def get_sheets(
    request: Request, workspace: Wired, district: str = "", q: str = "", kertas: str = ""
) -> Response:
    """Show the sheets of all cooperatives, or of those that fit the filters, one page each."""
    lines = workspace.cooperatives()
    chosen = [line for line in lines if line_fits(line, district or None, q or None)]
    if len(chosen) > MOST_SHEETS:
        raise ProblemError(problem_named("too_many_sheets"))
    context = {
        "kertas": kertas,
        "is_single": False,
        "district": district,
        "q": q,
        "districts": sorted({line.district for line in lines if line.district}),
        "total": len(lines),
    }
    return _page(request, workspace, chosen, _advised(request, workspace, chosen, len(lines)), context)


def _advised(
    request: Request, workspace: Workspace, chosen: Sequence[CooperativeLine], total: int
) -> Iterable[Advice]:
    language = language_here(request)
    wanted = {line.cooperative_id for line in chosen}
    if len(chosen) * _ALONE_COSTS < total:
        return [
            workspace.suggest(one, top=OPTIONS, language=language, author="halaman") for one in sorted(wanted)
        ]
    every = workspace.suggest_all(top=OPTIONS, language=language, author="halaman")
    return [advice for advice in every if advice.cooperative_id in wanted]


def _page(
    request: Request,
    workspace: Workspace,
    lines: Sequence[CooperativeLine],
    advised: Iterable[Advice],
    context: dict[str, object],
) -> Response:
    asked = str(context["kertas"]).strip().casefold()
    paper = PAPERS.get(asked, PAPERS["a4"])
    line_of = {line.cooperative_id: line for line in lines}
    offers = {str(row["offer_id"]): row for row in offer_rows(workspace.store)}
    origins: dict[str, Row | None] = {}
    sheets = []
    for advice in advised:
        for pair in advice.suggestions:
            if pair.offer_id not in origins:
                stated = offer_origins(workspace.store, pair.offer_id)
                origins[pair.offer_id] = stated.get("capital_need_idr")
        sheets.append(_sheet(request, line_of[advice.cooperative_id], advice, offers, origins, paper))
    sheets.sort(key=lambda sheet: (sheet.line.district or "￿", sheet.line.cooperative_id))
    known = context | {"sheets": sheets, "paper": paper, "papers": PAPERS}
    day, version = workspace.today(), workspace.model_version()
    return pages_of(request).page(request, "sheets.html", known, day=day, model_version=version)


def _sheet(
    request: Request,
    line: CooperativeLine,
    advice: Advice,
    offers: dict[str, Row],
    origins: dict[str, Row | None],
    paper: Paper,
) -> Sheet:
    options = tuple(
        sheet_option(pair, offers[pair.offer_id], origins[pair.offer_id], paper)
        for pair in advice.suggestions
    )
    # the Host header is one of this server's own names: others are refused before any page
    host = request.headers["host"]
    address = f"{request.url.scheme}://{host}/koperasi/{quote(advice.cooperative_id, safe='')}"
    return Sheet(line, advice, options, address, qr_drawing(address))
