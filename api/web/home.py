"""All cooperatives with their best suggestion, by district; filters live in the address."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request, Response

from api.security.access import Permission, Scope, declared
from api.security.routes import DeclaredRoute
from api.web.charts import MapFrame, spread_points
from api.web.templating import language_here, pages_of
from api.wiring import Wired
from recommender.advice.records import StepRecord, Suggestion
from recommender.directory import CooperativeLine
from recommender.listing import cooperative_points

__all__ = ["HomeRow", "router"]

router = APIRouter(route_class=DeclaredRoute, include_in_schema=False)

_NONE = "none"
# The order of the legend, from what is nearest to a start.
_STATUSES = ("eligible", "unknown", "needs_steps", _NONE)


@dataclass(frozen=True, slots=True)
class HomeRow:
    """One cooperative with its best suggestion, ``None`` when there is none."""

    line: CooperativeLine
    best: Suggestion | None

    @property
    def status(self) -> str:
        """Of the best suggestion."""
        return self.best.status if self.best else _NONE

    @property
    def next_step(self) -> StepRecord | None:
        """The first thing to do for it."""
        return self.best.steps[0] if self.best and self.best.steps else None


@router.get("/")
@declared(Permission.SEE_ADVICE, Scope.CITY, kept=True)
def get_home(request: Request, workspace: Wired, district: str = "", q: str = "") -> Response:
    """List the cooperatives, all or those that fit the filters."""
    source = workspace.gathered()
    best = {
        advice.cooperative_id: advice.suggestions[0] if advice.suggestions else None
        for advice in workspace.suggest_all(top=1, language=language_here(request), author="halaman")
    }
    rows = [HomeRow(line, best.get(line.cooperative_id)) for line in workspace.cooperatives()]
    shown = [row for row in rows if _fits(row.line, district, q)]
    counts = Counter(row.status for row in shown)
    context = {
        "total": len(rows),
        "shown": len(shown),
        "groups": _by_district(shown),
        "districts": sorted({row.line.district for row in rows if row.line.district}),
        "district": district,
        "q": q,
        "marks": _marks(
            rows, {row.line.cooperative_id for row in shown}, spread_points(cooperative_points(source))
        ),
        "legend": [(status, counts[status]) for status in _STATUSES if counts[status]],
        "has_examples": any(row.line.data_source == "contoh" for row in shown),
    }
    return pages_of(request).page(
        request, "home.html", context, day=source.at, model_version=workspace.model_version()
    )


def _fits(line: CooperativeLine, district: str, text: str) -> bool:
    if district and (line.district or "").casefold() != district.strip().casefold():
        return False
    seek = text.strip().casefold()
    return any(seek in word.casefold() for word in (line.name, line.area_name or "", line.cooperative_id))


def _by_district(rows: Sequence[HomeRow]) -> list[tuple[str | None, list[HomeRow]]]:
    groups: dict[str | None, list[HomeRow]] = {}
    for row in rows:
        groups.setdefault(row.line.district, []).append(row)
    return sorted(groups.items(), key=lambda group: (group[0] is None, group[0] or ""))


def _marks(rows: Sequence[HomeRow], shown: set[str], frame: MapFrame) -> dict[str, object]:
    found = [
        {
            "x": frame.points[row.line.cooperative_id][0],
            "y": frame.points[row.line.cooperative_id][1],
            "status": row.status,
            "is_shown": row.line.cooperative_id in shown,
            "name": row.line.area_name or row.line.name,
        }
        for row in rows
        if row.line.cooperative_id in frame.points
    ]
    return {"height": frame.height, "points": found}
