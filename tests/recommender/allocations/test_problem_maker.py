"""A day and settings as a problem: quotas less places taken, minimums, rooms, budgets, the plan before."""

import numpy as np

from models.allocation.problem import UNLIMITED
from recommender.allocations.problem_maker import plan_inputs
from recommender.allocations.settings import AllocationSettings

UNYUR = "kkmp-3673011007"
TOKO = "toko-dikelola-mitra"


def inputs(workspace, previous=(), **settings):
    """Return the problem of today."""
    return plan_inputs(workspace.gathered(), AllocationSettings(**settings), (), previous)


def state(workspace, table, *rows):
    """Write rows."""
    with workspace.store.revision(author="t", source="t", made_at=workspace.now()) as revision:
        revision.upsert(table, list(rows))


def column_of(found, offer_id):
    """Return an offer's column."""
    return found.problem.offer_ids.index(offer_id)


def test_quotas_are_what_partners_allow_less_the_places_taken(writable):
    """In the city and in the district of whoever took one; never below none."""
    before = inputs(writable)
    event = {"event_id": "e1", "cooperative_id": UNYUR, "offer_id": TOKO, "kind": "approved"}
    state(writable, "events", event | {"occurred_on": writable.today()})
    state(writable, "offers", {"offer_id": TOKO, "district_quota": 1, "city_minimum": 4})
    after = inputs(writable)
    column = column_of(after, TOKO)
    assert (10, 9) == (before.problem.quotas.city_left[column], after.problem.quotas.city_left[column])
    place = after.problem.districts.index("36.73.01")
    left = after.problem.quotas.district_left[:, column]
    assert 0 == left[place]
    assert {1} == set(np.delete(left, place).tolist())
    assert 3 == after.problem.quotas.city_minimum[column]
    assert (10, 1) == (after.quota[TOKO, None], after.taken[TOKO, None])
    assert 1 == after.taken[TOKO, "36.73.01"]


def test_an_offer_without_a_quota_has_no_limit(read_serang):
    """Unknown is not zero."""
    found = inputs(read_serang)
    column = column_of(found, "perisai")
    assert UNLIMITED == found.problem.quotas.city_left[column]
    assert {UNLIMITED} == set(found.problem.quotas.district_left[:, column].tolist())
    assert ("perisai", None) not in found.quota


def test_settings_become_limits(read_serang):
    """Each of them where it belongs."""
    settings = {"max_per_cooperative": 2, "min_per_district": 4, "one_each": True}
    budgets = {"city_budget_idr": 10**9, "district_budget_idr": 10**8}
    problem = inputs(read_serang, **settings, **budgets).problem
    assert {2} == set(problem.rooms.most.tolist())
    assert {4} == set(problem.fairness.district_minimum.tolist())
    assert problem.fairness.one_each
    assert 10**9 == problem.fairness.city_budget_idr
    assert {10**8} == set(problem.fairness.district_budget_idr.tolist())
    assert problem.stability is None
    assert UNLIMITED == inputs(read_serang).problem.fairness.city_budget_idr


def test_groups_are_those_of_the_catalogue(read_serang):
    """The two LPG offers share one; offers without a group are in none."""
    found = inputs(read_serang)
    groups = found.problem.rooms.group_of
    assert groups[column_of(found, "lpg-pangkalan")] == groups[column_of(found, "lpg-sub-pangkalan")] >= 0
    assert -1 == groups[column_of(found, "perisai")]


def test_room_is_counted_as_in_a_bundle(read_serang):
    """Hundredths of a square metre, rupiah, hundredths of a person; -1 is unknown."""
    found = inputs(read_serang)
    row = found.problem.cooperative_ids.index(UNYUR)
    bundle = read_serang.bundle(UNYUR)
    for limit, have, scale in zip(
        bundle.limits, found.problem.rooms.have[row], (100, 100, 1, 100), strict=True
    ):
        assert have == (-1 if limit.have is None else int(limit.have * scale + 1e-6))
    assert 800 == found.problem.rooms.uses[column_of(found, "konsinyasi"), 0]


def test_the_plan_before_counts_where_it_does_not_run_by_now(writable):
    """A pair that opened is kept whatever the plan says; one that has gone is nobody's."""
    event = {"event_id": "e1", "cooperative_id": UNYUR, "offer_id": TOKO, "kind": "opened"}
    state(writable, "events", event | {"occurred_on": writable.today()})
    previous = [(UNYUR, TOKO), (UNYUR, "perisai"), ("gone", "perisai"), (UNYUR, "gone")]
    stability = inputs(writable, previous, change_price=2.5).problem.stability
    assert 25_000 == stability.change_price
    assert 1 == stability.previous.sum()
