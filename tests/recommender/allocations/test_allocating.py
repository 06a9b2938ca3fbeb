"""A plan of the real sample: within every quota, worth what its pairs are, explained, the same each time."""

import datetime as dt
from collections import Counter

import numpy as np
import pytest

from models.allocation.checking import violations
from models.allocation.exact import best_plan
from models.allocation.problem import OPEN
from recommender.allocations.allocating import allocated
from recommender.allocations.asking import kept_solution, why_not_of
from recommender.allocations.keeping import packed
from recommender.allocations.names import names_of
from recommender.allocations.settings import AllocationSettings, Hold
from recommender.errors import RefusedError

UNYUR = "kkmp-3673011007"
TOKO = "toko-dikelola-mitra"


def test_the_plan_is_proved_and_keeps_every_limit(city):
    """Found broken by counting, not by the solver's word."""
    problem, plan = kept_solution(city)
    assert "optimal" == city.allocation.status
    assert 0.0 == city.allocation.gap
    assert [] == violations(problem, plan.chosen(problem))
    assert best_plan(problem).objective == plan.objective


def test_the_value_is_the_sum_of_the_pairs(city):
    """In points; three offers each at most; every cooperative once for each offer."""
    pairs = city.allocation.assignments
    assert city.allocation.total_value == pytest.approx(sum(one.value for one in pairs))
    assert max(Counter(one.cooperative_id for one in pairs).values()) <= 3
    assert len({(one.cooperative_id, one.offer_id) for one in pairs}) == len(pairs)
    assert {"eligible", "needs_steps", "unknown"} >= {one.status for one in pairs}


def test_the_same_day_gives_the_same_bytes(city, read_serang, planned):
    """Made again."""
    assert packed(city) == packed(planned(read_serang))


def test_a_full_quota_has_its_price_and_its_waiting_list(city):
    """Ten managed shops for the whole city."""
    (line,) = [one for one in city.allocation.quotas if one.offer_id == TOKO]
    assert (10, 0, 10, 0) == (line.quota, line.taken, line.given, line.left)
    assert line.is_full
    assert line.price > 0
    waiting = [one for one in city.allocation.waiting if one.offer_id == TOKO]
    assert [one.position for one in waiting] == list(range(1, len(waiting) + 1))
    assert [one.gain for one in waiting] == sorted((one.gain for one in waiting), reverse=True)
    assert line.price >= waiting[0].gain - 1e-9
    assert "satu tempat lagi menambah" in line.says[0]


def fitting(city, *, offer_id=None):
    """Return a pair that fits its cooperative, may be chosen and is not in the plan."""
    problem, plan = kept_solution(city)
    free = problem.can_hold() & (problem.state == OPEN) & ~plan.chosen(problem)
    pairs = [(problem.cooperative_ids[row], problem.offer_ids[column]) for row, column in np.argwhere(free)]
    return next(pair for pair in pairs if offer_id in (None, pair[1]))


def test_a_lock_is_kept_and_told_with_who_and_why(read_serang, planned, city):
    """It costs what it costs; nothing else is broken."""
    lock = Hold(*fitting(city), "locked", "hasil rapat", "Ani")
    plan = planned(read_serang, lock).allocation
    (pair,) = [one for one in plan.assignments if one.hold is not None]
    assert (lock.cooperative_id, lock.offer_id, lock) == (pair.cooperative_id, pair.offer_id, pair.hold)
    assert "Dikunci oleh Ani: hasil rapat." in pair.reason[0]
    assert plan.total_value <= city.allocation.total_value
    assert (lock,) == plan.settings.holds


def test_a_lock_that_does_not_fit_is_named_as_what_has_to_give_way(read_serang, planned, city):
    """Its room is too small: nothing but lifting the lock helps."""
    problem, _ = kept_solution(city)
    row, column = np.argwhere((problem.state == OPEN) & ~problem.can_hold())[0]
    lock = Hold(problem.cooperative_ids[row], problem.offer_ids[column])
    plan = planned(read_serang, lock).allocation
    assert "no_solution" == plan.status
    (told,) = plan.relaxations
    assert told[0].startswith("Lepaskan kunci Koperasi Kelurahan Merah Putih")


def test_a_place_kept_back_is_given_to_nobody(read_serang, planned, city):
    """Nine are left for the others."""
    pair = fitting(city, offer_id=TOKO)
    plan = planned(read_serang, Hold(*pair, "held", "menunggu rapat", "Ani")).allocation
    assert [pair] == [(one.cooperative_id, one.offer_id) for one in plan.held]
    assert 9 == sum(one.offer_id == TOKO for one in plan.assignments)
    assert pair not in {(one.cooperative_id, one.offer_id) for one in plan.assignments}
    assert 10 == next(one.given for one in plan.quotas if one.offer_id == TOKO)


def test_a_ban_is_kept(read_serang, planned, city):
    """Of a pair that the plan would have given."""
    given = city.allocation.assignments[0]
    ban = Hold(given.cooperative_id, given.offer_id, "forbidden")
    pairs = planned(read_serang, ban).allocation.assignments
    assert (given.cooperative_id, given.offer_id) not in {(one.cooperative_id, one.offer_id) for one in pairs}


def test_whoever_gave_an_offer_up_is_not_given_it_again(read_serang, city):
    """Unless somebody locks it; why not says so."""
    source = read_serang.gathered()
    given = city.allocation.assignments[0]
    pair = given.cooperative_id, given.offer_id
    plan = allocated(source, AllocationSettings(), (), city.allocation, {pair, ("k?", "o?")})
    assert pair not in {(one.cooperative_id, one.offer_id) for one in plan.allocation.assignments}
    assert "dropped" == next(
        one.kind for one in plan.allocation.changes if (one.cooperative_id, one.offer_id) == pair
    )
    assert "Dilepas atau ditolak" in why_not_of(plan, names_of(source), *pair).reasons[0][0]
    locked = allocated(source, AllocationSettings(), (Hold(*pair),), None, {pair}).allocation
    assert pair in {(one.cooperative_id, one.offer_id) for one in locked.assignments}


def test_a_price_of_changes_keeps_the_plan_before(read_serang, planned, city):
    """At no price the objective decides; at a high one nothing moves."""
    cheap = planned(read_serang, previous=city.allocation, objective="jobs")
    dear = planned(read_serang, previous=city.allocation, objective="jobs", change_price=1e6)
    kinds = [Counter(one.kind for one in plan.allocation.changes) for plan in (cheap, dear)]
    assert 0 < kinds[0]["dropped"]
    assert 0 == kinds[1]["dropped"]
    assert {"kept"} <= {one.change for one in dear.allocation.assignments}
    assert dear.allocation.total_value <= cheap.allocation.total_value


def test_what_runs_by_now_is_no_change(write, planned, city):
    """A pair of the plan before that opened is neither given again nor dropped."""
    given = city.allocation.assignments[0]
    event = {"event_id": "e1", "kind": "opened", "cooperative_id": given.cooperative_id}
    workspace = write("events", event | {"offer_id": given.offer_id, "occurred_on": dt.date(2026, 11, 20)})
    plan = planned(workspace, previous=city.allocation, change_price=100.0).allocation
    pair = given.cooperative_id, given.offer_id
    assert pair not in {(one.cooperative_id, one.offer_id) for one in plan.changes}
    assert pair not in {(one.cooperative_id, one.offer_id) for one in plan.assignments}


def test_a_minimum_that_just_holds_tells_what_it_costs(read_serang, planned, city):
    """Where money is short, a floor moves it; without a floor nothing is told."""
    money = {"city_budget_idr": 60_000_000}
    plan = planned(read_serang, min_per_district=20, **money).allocation
    assert "optimal" == plan.status
    assert plan.minimums
    for said in plan.minimums:
        assert "satu lebih sedikit menambah" in said[0]
        assert "one less would add" in said[1]
    assert plan.total_value < planned(read_serang, **money).allocation.total_value
    assert () == city.allocation.minimums


def test_no_solution_names_what_would_have_to_give_way(read_serang, planned):
    """A floor that no district can reach."""
    plan = planned(read_serang, min_per_district=40).allocation
    assert "no_solution" == plan.status
    assert () == plan.assignments == plan.waiting == plan.unserved
    assert plan.relaxations
    assert all("Turunkan jumlah terkecil untuk" in one[0] for one in plan.relaxations)


def test_a_cooperative_without_an_offer_is_told_why(write, planned):
    """One quota for all that is open, and it waits for it."""
    workspace = write("offers", {"offer_id": TOKO, "city_quota": 2, "valid_to": dt.date(2027, 1, 1)})
    frame = workspace.gathered().context.offers
    others = [str(one) for one in frame["offer_id"] if one != TOKO]
    write("offers", *({"offer_id": one, "valid_to": dt.date(2025, 6, 1)} for one in others))
    plan = planned(workspace).allocation
    assert 2 == len(plan.assignments)
    assert 65 == len(plan.unserved)
    waits = [one for one in plan.unserved if "Daftar tunggu" in one.says[0]]
    assert len(waits) == len(plan.waiting)


def test_a_lock_against_a_rule_is_refused(read_serang, planned):
    """Before anything is solved."""
    with pytest.raises(RefusedError, match="daftar kunci"):
        planned(read_serang, Hold(UNYUR, "pendampingan"))


def test_more_holders_than_places_is_told(write, planned):
    """The quota was lowered after places were given."""
    events = [
        {"event_id": f"e{number}", "kind": "opened", "cooperative_id": f"kkmp-367301100{number}"}
        | {"offer_id": TOKO, "occurred_on": dt.date(2026, 11, 1)}
        for number in (1, 2, 3)
    ]
    write("events", *events)
    plan = planned(write("offers", {"offer_id": TOKO, "city_quota": 2})).allocation
    assert any("3 tempat terpakai, kuotanya 2" in one[0] for one in plan.warnings)
    assert not [one for one in plan.assignments if one.offer_id == TOKO]


def test_a_budget_is_kept_and_unknown_capital_is_told(write, planned):
    """What an offer needs is not known: it counts nothing, and that is said."""
    workspace = write("offers", {"offer_id": TOKO, "capital_need_idr": None})
    plan = planned(workspace, city_budget_idr=100_000_000).allocation
    need = workspace.gathered().context.offers.set_index("offer_id")["capital_need_idr"].fillna(0)
    assert sum(need[one.offer_id] for one in plan.assignments) <= 100_000_000
