"""What every page of a plan needs: the plan arranged, its state, names and areas."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, partial

from fastapi import Request, Response

from api.web.address_words import word_of
from api.web.allocation_view import CHANGES, MOST_ROWS, PlanFilters, PlanView, plan_view
from api.web.templating import pages_of
from recommender.allocations.records import Allocation, AllocationState, NextInLine
from recommender.clock import jakarta_today
from recommender.directory import CooperativeLine
from recommender.errors import RefusedError
from recommender.overview.overview import MOST_SCORED
from recommender.workspace import Workspace

__all__ = ["PlanEvent", "PlanPage", "filters_here", "plan_page", "standing_now", "standing_of"]

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class PlanEvent:
    """What happened to a plan: ``kind`` is ``solved``, ``no_solution``, ``published`` or ``withdrawn``."""

    kind: str
    day: dt.date
    author: str
    why: str | None


@dataclass(frozen=True)
class PlanPage:
    """One workspace's plans for the length of one request."""

    workspace: Workspace

    @cached_property
    def lines(self) -> Mapping[str, CooperativeLine]:
        """The cooperatives of today by id."""
        return {line.cooperative_id: line for line in self.workspace.cooperatives()}

    @cached_property
    def states(self) -> Mapping[str, AllocationState]:
        """The plans that were kept by id, newest first."""
        return {one.allocation_id: one for one in self.workspace.allocations()}

    @property
    def published(self) -> AllocationState | None:
        """The plan that holds now."""
        return next((one for one in self.states.values() if one.state == "published"), None)

    @property
    def is_wide(self) -> bool:
        """Whether there are too many cooperatives to plan for while somebody waits for a page."""
        return len(self.lines) > MOST_SCORED

    def view(self, plan: Allocation, filters: PlanFilters) -> PlanView:
        """Arrange a plan."""
        districts = {one: line.district for one, line in self.lines.items()}
        return plan_view(plan, filters, districts)

    def next_in_line(self, plan: Allocation) -> tuple[NextInLine, ...]:
        """Return who comes next in the plan that holds; nobody where it is too large to be asked."""
        if plan.state != "published":
            return ()
        try:
            return self.workspace.next_in_line(plan.allocation_id)
        except RefusedError:
            return ()

    def history(self, allocation_id: str) -> list[PlanEvent]:
        """Return who kept, published and withdrew a plan, oldest first; empty for a dry run."""
        return [
            PlanEvent(one.kind, jakarta_today(one.made_at), one.author, one.why)
            for one in self.workspace.store.allocation_log(allocation_id).entries
            if one.cooperative_id is None
        ]

    def areas(self) -> dict[str, str]:
        """Name the area of each cooperative whose area is known."""
        return {one: line.area_name for one, line in self.lines.items() if line.area_name}


def filters_here(request: Request) -> PlanFilters:
    """Read the filters from the address."""
    word = partial(word_of, request, longest=_LONGEST)
    change = word("perubahan")
    return PlanFilters(word("kecamatan"), word("model"), change if change in CHANGES else "")


def standing_of(plan: Allocation) -> str:
    """Say what a plan rests on: with the same words, the same settings give the same plan."""
    return f"{plan.revision_id}/{plan.at}/{plan.model_version}/{plan.previous_id or ''}"


def standing_now(page: PlanPage, previous_id: str | None) -> str:
    """Say what a plan that is made now would rest on; without a plan before, on the one that holds."""
    published = page.published
    before = previous_id or (published.allocation_id if published else "")
    workspace = page.workspace
    revision = workspace.gathered().head.revision_id
    return f"{revision}/{workspace.today()}/{workspace.model_version()}/{before}"


def plan_page(
    request: Request,
    page: PlanPage,
    template: str,
    plan: Allocation | None,
    context: Mapping[str, object],
    *,
    status: int = 200,
) -> Response:
    """Write a page about a plan, or about plans at all."""
    known: dict[str, object] = {
        "plan": plan,
        "history": page.history(plan.allocation_id) if plan else [],
        "lines": page.lines,
        "titles": page.workspace.gathered().titles,
        "plans": list(page.states.values()),
        "published": page.published,
        "changes": CHANGES,
        "most": MOST_ROWS,
        "is_wide": page.is_wide,
        "jakarta": jakarta_today,
        "view": None,
        "here": f"/alokasi/{plan.allocation_id}" if plan else "/alokasi",
        "has_examples": any(line.data_source == "contoh" for line in page.lines.values()),
    }
    day = plan.at if plan else page.workspace.today()
    version = plan.model_version if plan else page.workspace.model_version()
    answer = pages_of(request).page(request, template, known | dict(context), day=day, model_version=version)
    answer.status_code = status
    return answer
