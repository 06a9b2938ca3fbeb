"""Plans that were kept: the same wish is the same plan; one holds; what is not there says what to do."""

import sqlite3

import pytest

from recommender.allocations.settings import AllocationSettings, Hold
from recommender.errors import NotFoundError, RefusedError
from recommender.settings import Settings

TOKO = "toko-dikelola-mitra"


def test_the_same_wish_is_the_same_plan(writable):
    """Whoever asks; whoever was first stays its author."""
    first = writable.solve_allocation(author="Ani")
    again = writable.solve_allocation(author="Budi")
    assert first == again == writable.allocation(first.allocation_id)
    (line,) = writable.allocations()
    assert ("Ani", "solved", 192, 67) == (line.author, line.state, line.pair_count, line.cooperative_count)


def test_at_most_one_plan_holds(writable):
    """Publishing another withdraws the one before; the next plan speaks of the one that holds."""
    plans = [writable.solve_allocation(AllocationSettings(objective=one)) for one in ("jobs", "margin")]
    for plan in plans:
        assert writable.published_allocation() is None or plan != plans[0]
        state = writable.publish_allocation(plan.allocation_id, author="Ani", why=" rapat ")
        assert ("published", "rapat") == (state.state, state.why)
        assert plan.allocation_id == writable.published_allocation().allocation_id
    assert plans[1].allocation_id == writable.allocate().previous_id
    assert "withdrawn" == writable.withdraw_allocation(plans[1].allocation_id).state
    assert writable.published_allocation() is None
    assert writable.allocate().previous_id is None


def test_a_kept_plan_stays_as_it_was_made(writable):
    """Whatever is written later; questions are answered from its own data."""
    plan = writable.solve_allocation()
    with writable.store.revision(author="t", source="t", made_at=writable.now()) as revision:
        revision.upsert("offers", [{"offer_id": TOKO, "city_quota": 1}])
    assert plan == writable.allocation(plan.allocation_id)
    given = plan.assignments[0]
    assert writable.why_not(plan.allocation_id, given.cooperative_id, given.offer_id).in_plan
    assert plan.total_value != writable.allocate().total_value


def test_holds_of_the_store_are_part_of_a_plan(writable):
    """Beside those that are given, and replaced by them."""
    given = writable.allocate().assignments[0]
    row = {"cooperative_id": given.cooperative_id, "offer_id": given.offer_id, "kind": "forbidden"}
    with writable.store.revision(author="t", source="t", made_at=writable.now()) as revision:
        revision.upsert("holds", [row | {"reason": "rapat", "recorded_by": "Ani"}])
    plan = writable.allocate()
    pair = given.cooperative_id, given.offer_id
    assert pair not in {(one.cooperative_id, one.offer_id) for one in plan.assignments}
    assert ["Ani"] == [one.recorded_by for one in plan.settings.holds]
    plan = writable.allocate(AllocationSettings(holds=(Hold(*pair, "locked", "berubah"),)))
    assert pair in {(one.cooperative_id, one.offer_id) for one in plan.assignments}


def test_two_plans_are_compared(writable):
    """Each total with its unit."""
    plans = [
        writable.solve_allocation(AllocationSettings(max_per_cooperative=most)).allocation_id
        for most in (1, 3)
    ]
    found = writable.compare_allocations(*plans)
    assert found.total_before < found.total_after
    assert ("points", "points") == (found.unit_before, found.unit_after)
    assert {"kept", "new"} <= {one.kind for one in found.changes}


@pytest.mark.parametrize(("name", "said"), [("rencana-x", "allocations list"), ("draf-x", "--keep")])
def test_what_is_not_there_says_what_to_do(writable, name, said):
    """A dry run was never kept."""
    for ask in (writable.allocation, writable.dials, writable.next_in_line):
        with pytest.raises(NotFoundError, match=said):
            ask(name)


def test_a_plan_that_was_changed_is_not_read(writable, tmp_path):
    """It stays in the list, as damaged."""
    plan = writable.solve_allocation()
    with sqlite3.connect(Settings(home=tmp_path).home / "sanding.db") as connection:
        connection.execute("UPDATE allocations SET content = x'00'")
    connection.close()
    with pytest.raises(RefusedError):
        writable.allocation(plan.allocation_id)
    assert ["damaged"] == [one.status for one in writable.allocations()]


def test_contests_are_remembered_until_something_changes(writable, monkeypatch):
    """And are not reckoned where that would take minutes."""
    first = writable.contests()
    assert first is writable.contests()
    with pytest.raises(RefusedError, match="glory"):
        writable.contests(objective="glory")
    monkeypatch.setattr("recommender.allocations.questions._MOST_CONTESTANTS", 10)
    assert () == writable.contests()
