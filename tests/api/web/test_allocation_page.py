"""What pages of plans share: filters, what a plan rests on, its history."""

import pytest
from starlette.requests import Request

from api.web.allocation_page import PlanPage, filters_here, standing_now, standing_of
from api.web.allocation_view import PlanFilters
from recommender.allocations.settings import AllocationSettings
from recommender.errors import RefusedError
from recommender.workspace import Workspace, open_workspace
from tests.plans import make_plan


@pytest.fixture(name="workspace")
def _workspace(own, app_clock):
    with open_workspace(own, clock=app_clock) as workspace:
        yield workspace


def request_of(query):
    """A request with nothing but a query."""
    return Request({"type": "http", "query_string": query.encode(), "headers": [], "path": "/alokasi"})


def test_filters_are_read_from_the_address():
    """A change that is none is passed over."""
    asked = request_of("kecamatan=Curug+&model=o1&perubahan=new")
    assert PlanFilters("Curug", "o1", "new") == filters_here(asked)
    assert PlanFilters("", "", "") == filters_here(request_of("perubahan=odd"))


def test_a_plan_rests_on_what_it_would_rest_on_now(workspace):
    """The same words for the plan and for this moment, until something moves."""
    page = PlanPage(workspace)
    plan = workspace.allocate()
    assert standing_of(plan) == standing_now(page, None)
    kept = workspace.solve_allocation(author="t").allocation_id
    assert standing_of(plan) == standing_now(PlanPage(workspace), None)
    workspace.publish_allocation(kept, author="t", why="rapat")
    now = standing_now(PlanPage(workspace), None)
    assert standing_of(plan) != now == standing_of(workspace.allocate())
    other = AllocationSettings(previous_id=kept)
    assert standing_now(PlanPage(workspace), kept) == standing_of(workspace.allocate(other)) == now


def test_each_part_of_the_ground_counts():
    """Revision, day, model and the plan before."""
    plans = [
        make_plan(),
        make_plan(revision_id=8),
        make_plan(model_version="prior-2"),
        make_plan(previous_id=None),
        make_plan(at=make_plan().at.replace(day=1)),
    ]
    assert len(plans) == len({standing_of(plan) for plan in plans})


def test_the_history_of_a_plan_is_told_in_order(workspace):
    """Who kept, published and withdrew it, on the day in Jakarta, and why; a dry run has none."""
    kept = workspace.solve_allocation(author="ani").allocation_id
    workspace.publish_allocation(kept, author="budi", why="rapat")
    workspace.withdraw_allocation(kept, author="cici", why="kuota berubah")
    found = PlanPage(workspace).history(kept)
    assert [
        ("solved", "ani", None),
        ("published", "budi", "rapat"),
        ("withdrawn", "cici", "kuota berubah"),
    ] == [(one.kind, one.author, one.why) for one in found]
    assert {"2026-11-21"} == {one.day.isoformat() for one in found}
    assert [] == PlanPage(workspace).history(workspace.allocate().allocation_id)


def test_a_plan_that_is_too_large_to_be_asked_tells_nobody_who_comes_next(workspace, monkeypatch):
    """Its page is there all the same; of a plan that does not hold nothing is asked."""

    def refuse(*_args):
        raise RefusedError("Rencana ini terlalu besar.", "This plan is too large.")

    monkeypatch.setattr(Workspace, "next_in_line", refuse)
    for state in ("published", "solved"):
        assert () == PlanPage(workspace).next_in_line(make_plan(state=state))


def test_areas_are_those_of_the_cooperatives(workspace):
    """All of the sample's are known."""
    areas = PlanPage(workspace).areas()
    assert (67, "Unyur") == (len(areas), areas["kkmp-3673011007"])
