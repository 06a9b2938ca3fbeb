"""Business models by sector, with filters in the address."""

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request, Response

from api.security.access import Permission, Scope, declared
from api.security.routes import DeclaredRoute
from api.texts import Language
from api.web.templating import language_here, pages_of
from api.web.wording import say
from api.wiring import Wired
from recommender.listing import Row, offer_rows
from recommender.offering import OfferOpening, offer_openings

__all__ = ["OfferFilter", "OfferLine", "router"]

router = APIRouter(route_class=DeclaredRoute, include_in_schema=False)

_SEARCHED = ("title", "partner_name", "summary", "offer_id")


@dataclass(frozen=True, slots=True)
class OfferFilter:
    """What the reader asked for; empty words ask for everything."""

    q: str
    sector: str
    funding: str
    no_capital: bool

    def fits(self, row: Row) -> bool:
        """Whether an offer is asked for; an unknown capital need is not "no capital"."""
        seek = self.q.strip().casefold()
        return (
            self.sector in {"", row["sector"]}
            and self.funding in {"", row["funding"]}
            and (not self.no_capital or row["capital_need_idr"] == 0)
            and any(seek in str(row[field] or "").casefold() for field in _SEARCHED)
        )


@dataclass(frozen=True, slots=True)
class OfferLine:
    """One offer as the list shows it."""

    row: Row
    opening: OfferOpening


@router.get("/model-bisnis")
@declared(Permission.SEE_CATALOGUE, Scope.NOBODY, kept=True)
def get_offers_page(
    request: Request,
    workspace: Wired,
    q: str = "",
    sector: str = "",
    funding: str = "",
    tanpa_modal: str = "",
) -> Response:
    """List the business models by sector, all or those that fit the filters."""
    source = workspace.gathered()
    openings = offer_openings(source)
    lines = [OfferLine(row, openings[str(row["offer_id"])]) for row in offer_rows(workspace.store)]
    language = language_here(request)
    asked = OfferFilter(q, sector, funding, tanpa_modal == "1")
    shown = [line for line in lines if asked.fits(line.row)]
    context = {
        "sectors": _by_sector(shown, language),
        "count": len(lines),
        "shown": len(shown),
        "asked": asked,
        "known_sectors": list(_by_sector(lines, language)),
        "known_fundings": sorted({str(line.row["funding"]) for line in lines if line.row["funding"]}),
    }
    return pages_of(request).page(request, "offers.html", context, day=source.at)


def _by_sector(lines: Sequence[OfferLine], language: Language) -> dict[str, list[OfferLine]]:
    sectors: dict[str, list[OfferLine]] = {}
    for line in lines:
        sectors.setdefault(str(line.row["sector"]), []).append(line)
    return {
        sector: sectors[sector] for sector in sorted(sectors, key=lambda one: say(language, f"sector.{one}"))
    }
