"""A place that is given up is free at once, and the plan's log says who gave it up and why."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from models.requirements.places import places_on
from recommender.errors import NotFoundError, RefusedError
from tests.small_city import MADE_AT

TODAY = dt.date(2026, 3, 1)
DAY = dt.timedelta(1)


@pytest.mark.parametrize("kind", ["declined", "refused", "stopped"])
def test_a_place_given_up_can_be_accepted_by_the_next(city_store, offer, accept, release, plan, kind):
    """One event and one row of the log, with the plan that had given it."""
    offer(city_quota=1)
    accept("K1", allocation_id=plan)
    with pytest.raises(RefusedError, match="Tidak ada tempat tersisa"):
        accept("K2")
    gone = release("K1", kind, reason_code="capital", note=" modal kurang ")
    assert (kind, TODAY, plan, True, True) == (
        gone.kind,
        gone.released_on,
        gone.allocation_id,
        gone.frees_place,
        gone.is_new,
    )
    values = city_store.row("events", gone.event_id).values
    assert (kind, "capital", "modal kurang", "Budi") == (
        values["kind"],
        values["reason_code"],
        values["note"],
        values["recorded_by"],
    )
    entries = city_store.pair_entries("K1", "rpk")
    assert [("accepted", plan), ("released", plan)] == [(one.kind, one.allocation_id) for one in entries]
    assert "modal kurang" == entries[-1].why
    assert accept("K2", allocation_id=plan).is_new
    assert [] == city_store.check()


def test_what_was_given_up_already_gives_the_same_answer(offer, accept, release, state_of, plan):
    """Whatever is said the second time; nothing is written."""
    offer(city_quota=1)
    accept("K1", allocation_id=plan)
    first = release("K1", "declined")
    before = state_of()
    for again in (release("K1", "declined"), release("K1", "stopped"), release("K1", "refused", plan=plan)):
        assert (first, False, False) == (again, again.is_new, again.frees_place)
    assert before == state_of()


def test_a_place_that_a_plan_offers_can_be_turned_down(city_store, offer, release, plan, accept):
    """Nothing becomes free by it, and it may be accepted after all."""
    offer(city_quota=1)
    turned_down = release("K1", "declined", plan=plan)
    assert (False, True, plan) == (turned_down.frees_place, turned_down.is_new, turned_down.allocation_id)
    assert ["released"] == [one.kind for one in city_store.pair_entries("K1", "rpk")]
    assert accept("K1", allocation_id=plan).is_new


def test_another_plan_may_offer_what_was_turned_down(city_store, offer, release, plan, state_of):
    """Then it can be turned down again, once for each plan."""
    offer()
    first = release("K1", "declined", plan=plan)
    other = city_store.register_allocation(b"b", "solved", author="Ani", made_at=MADE_AT).allocation_id
    second = release("K1", "declined", plan=other)
    assert (plan, other) == (first.allocation_id, second.allocation_id)
    assert second.event_id > first.event_id
    before = state_of()
    assert second == release("K1", "declined", plan=other)
    assert before == state_of()


def test_only_what_is_held_can_stop(offer, release, event, state_of):
    """A cooperative that never had a place declines it, or is refused."""
    offer()
    before = state_of()
    with pytest.raises(RefusedError, match="tidak memegang tempat RPK"):
        release("K1", "stopped")
    assert before == state_of()
    event("K1", "opened")
    stopped = release("K1", "stopped")
    assert (True, None) == (stopped.frees_place, stopped.allocation_id)


def test_accepting_and_giving_up_all_day_follow_each_other(city_store, offer, accept, release, event):
    """Events of one day count in the order of their ids, so each new one has to sort last."""
    offer(city_quota=1)
    event("K1", "declined", TODAY, event_id="kejadian-z")
    for _ in range(6):
        assert accept("K1").is_new
        assert release("K1").frees_place
        assert accept("K2").is_new
        assert release("K2", "stopped").frees_place
    ids = [key for (key,) in city_store.keys("events")]
    assert 25 == len(set(ids))
    assert 24 == city_store.newest_allocation_entry() * 2
    assert [] == city_store.check()


def test_an_import_of_the_same_day_has_the_last_word(offer, accept, event, release):
    """An imported event without an id of its own is named ``kejadian-...`` and sorts after ours."""
    offer(city_quota=1)
    accept("K1")
    event("K1", "declined", TODAY)
    assert accept("K2").is_new
    assert release("K2").frees_place


@pytest.mark.parametrize(
    ("kind", "more", "says"),
    [
        ("approved", {}, "declined"),
        ("", {}, "declined"),
        ("declined", {"reason_code": "bosan"}, "no_capacity, duplicate"),
        ("declined", {"note": "x" * 501}, "terlalu panjang"),
    ],
)
def test_a_word_that_is_not_known_is_refused(offer, release, state_of, kind, more, says):
    """With those that are."""
    offer()
    before = state_of()
    with pytest.raises(RefusedError, match=says):
        release("K1", kind, **more)
    assert before == state_of()


def test_what_does_not_exist_is_named(offer, release, accept, state_of):
    """Offer, cooperative, plan; nothing is written."""
    offer()
    accept("K1")
    before = state_of()
    for arguments in ({"cooperative_id": "K9"}, {"offer_id": "toko"}, {"plan": "rencana-0"}):
        with pytest.raises(NotFoundError, match=next(iter(arguments.values()))):
            release(**{"cooperative_id": "K1", **arguments})
    assert before == state_of()


WISHES = st.tuples(
    st.sampled_from(["accept", "declined", "refused", "stopped"]),
    st.sampled_from(["K1", "K3", "K4", "K5"]),
    st.integers(0, 1),
)


@pytest.mark.slow
@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
# what was tried stays in the store: an example that fails is shown as it was found
@settings(
    max_examples=20, phases=[Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(WISHES, min_size=6, max_size=14),
    st.sampled_from([None, 1, 2, 3]),
    st.sampled_from([None, 1, 2]),
)
def test_any_course_of_events_is_that_of_a_list_of_holders(
    city_store, offer, accept, release, wishes, city, district
):
    """Whoever accepts is on it while there is room, whoever leaves is off it; two days, same ids in order."""
    name = f"o{city_store.count('offers')}"
    offer(name, city_quota=city, district_quota=district)
    district_of = {"K1": "Serang", "K3": "Serang", "K4": "Curug", "K5": "Curug"}
    held: list[str] = []
    day = 0
    for wish, one, later in wishes:
        day += later
        moment = MADE_AT + day * DAY
        near = [other for other in held if district_of[other] == district_of[one]]
        is_full = (city is not None and len(held) >= city) or (district is not None and len(near) >= district)
        if wish == "accept" and one not in held and is_full:
            with pytest.raises(RefusedError, match="Tidak ada tempat tersisa"):
                accept(one, name, made_at=moment)
        elif wish == "accept":
            assert (one not in held) == accept(one, name, made_at=moment).is_new
            held = [*(other for other in held if other != one), one]
        elif wish == "stopped" and one not in held and not city_store.pair_entries(one, name):
            with pytest.raises(RefusedError, match="tidak memegang tempat"):
                release(one, wish, name, made_at=moment)
        else:
            assert (one in held) == release(one, wish, name, made_at=moment).frees_place
            held = [other for other in held if other != one]
    today = TODAY + day * DAY
    holders = places_on(city_store.frame("events"), city_store.frame("offers"), {}, today).holders
    assert set(held) == {one for one, of in holders if of == name}
