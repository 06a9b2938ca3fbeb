"""A place is accepted while one is left; whoever comes too late is told how many there are."""

import datetime as dt
from itertools import product

import pytest

from models.requirements.places import places_on
from recommender.errors import NotFoundError, RefusedError
from tests.small_city import MADE_AT

TODAY = dt.date(2026, 3, 1)
DAY = dt.timedelta(1)


def holders(store, at=TODAY):
    """Who holds a place, as all advice counts it."""
    return places_on(store.frame("events"), store.frame("offers"), {}, at).holders


def test_an_acceptance_is_an_event_with_its_author(city_store, offer, accept):
    """Of the day in Jakarta; the place is taken from then on."""
    offer(city_quota=2)
    late = dt.datetime(2026, 3, 1, 18, 0, tzinfo=dt.UTC)
    done = accept("K1", made_at=late, note="  sudah rapat ")
    assert ("K1", "rpk", dt.date(2026, 3, 2), None) == (
        done.cooperative_id,
        done.offer_id,
        done.accepted_on,
        done.allocation_id,
    )
    assert (True, 1) == (done.is_new, done.left)
    version = city_store.row("events", done.event_id)
    values = version.values
    assert ("approved", dt.date(2026, 3, 2), "Ani", "sudah rapat", None) == (
        values["kind"],
        values["occurred_on"],
        values["recorded_by"],
        values["note"],
        values["reason_code"],
    )
    assert ("Ani", "rencana alokasi", late) == (version.author, version.source, version.made_at)
    assert (frozenset(), {("K1", "rpk")}) == (holders(city_store), holders(city_store, TODAY + DAY))
    assert [] == city_store.check()


def test_the_same_answer_again_and_nothing_is_written(offer, accept, plan, state_of):
    """Also when no place would be left, on a later day, without the plan."""
    offer(city_quota=1)
    first = accept("K1", allocation_id=plan)
    before = state_of()
    for again in (
        accept("K1", allocation_id=plan),
        accept("K1", made_at=MADE_AT + DAY),
        accept("K1", allocation_id="rencana-000000000000"),
    ):
        assert (first, False, None) == (again, again.is_new, again.left)
    assert before == state_of()


@pytest.mark.parametrize("kind", ["approved", "opened"])
def test_who_holds_a_place_already_has_that_one(offer, accept, event, state_of, kind):
    """However it came to it; the answer has its day."""
    offer(city_quota=0)
    event("K1", kind)
    before = state_of()
    again = accept("K1")
    assert (dt.date(2026, 2, 1), None, False) == (again.accepted_on, again.allocation_id, again.is_new)
    assert before == state_of()


def test_the_city_quota_is_never_passed(city_store, offer, accept, state_of):
    """The refusal says how many places there are, and that the cooperative keeps waiting."""
    offer(city_quota=2)
    assert [1, 0] == [accept(one).left for one in ("K1", "K4")]
    before = state_of()
    with pytest.raises(RefusedError) as refused:
        accept("K2")
    assert "RPK di kota: 2 tempat, 2 terisi" in refused.value.message_id
    assert "KKMP K2 tetap pada daftar tunggu" in refused.value.message_id
    assert "2 places, 2 taken. KKMP K2 stays on the waiting list" in refused.value.message_en
    assert (before, {("K1", "rpk"), ("K4", "rpk")}) == (state_of(), holders(city_store))


def test_each_district_has_a_quota_of_its_own(city_store, offer, accept):
    """The refusal names the district; the other one is open."""
    offer(city_quota=4, district_quota=1)
    assert 0 == accept("K1").left
    with pytest.raises(RefusedError, match="di kecamatan Serang: 1 tempat, 1 terisi"):
        accept("K3")
    assert 0 == accept("K4").left
    assert {("K1", "rpk"), ("K4", "rpk")} == holders(city_store)


def test_the_district_is_that_of_the_day(offer, accept, put):
    """A dated fact moves a cooperative, in the quota as in all advice."""
    offer(district_quota=1)
    accept("K4")
    moved = {"field": "area_code", "value": "36.73.04.1001", "observed_on": TODAY, "source": "dinas"}
    put("facts", {"cooperative_id": "K1", **moved})
    with pytest.raises(RefusedError, match="di kecamatan Curug"):
        accept("K1")


def test_an_offer_without_quota_has_room_for_all(offer, accept):
    """Unknown is no limit."""
    offer()
    assert [None] * 5 == [accept(f"K{number}").left for number in range(1, 6)]


@pytest.mark.parametrize("kind", ["declined", "refused", "stopped"])
def test_a_place_that_was_freed_can_be_accepted(offer, accept, event, kind):
    """By whatever kind, on the same day too, and by the same cooperative again."""
    offer(city_quota=1)
    event("K1", "approved")
    event("K1", kind, TODAY)
    assert accept("K2").is_new
    event("K2", kind, TODAY, event_id="zzz")
    assert accept("K2").is_new
    event("K2", kind, TODAY + DAY)
    assert accept("K1", made_at=MADE_AT + DAY).is_new


@pytest.mark.parametrize(
    ("starts", "ends", "is_open"),
    [
        (None, None, True),
        (TODAY, TODAY, True),
        (TODAY + DAY, None, False),
        (None, TODAY - DAY, False),
        (TODAY - DAY, TODAY + DAY, True),
    ],
)
def test_an_offer_is_accepted_within_its_period_only(offer, accept, state_of, starts, ends, is_open):
    """Both days belong to it."""
    offer(valid_from=starts, valid_to=ends)
    if is_open:
        assert accept("K1").is_new
        return
    before = state_of()
    with pytest.raises(RefusedError, match=r"RPK berlaku .* bukan pada 2026-03-01"):
        accept("K1")
    assert before == state_of()


def test_one_offer_of_a_group_at_most(offer, accept, release):
    """The refusal names the one that is held; given up, it leaves room for the other."""
    offer("agen-brilink", exclusive_group="agen", title="Agen BRILink")
    offer("agen-bni", exclusive_group="agen", title="Agen46")
    offer("rpk", exclusive_group="beras")
    accept("K1", "agen-brilink")
    with pytest.raises(RefusedError, match="sudah memegang tempat Agen BRILink"):
        accept("K1", "agen-bni")
    assert accept("K2", "agen-bni").is_new
    assert accept("K1", "rpk").is_new
    release("K1", "stopped", "agen-brilink")
    assert accept("K1", "agen-bni").is_new


def test_two_of_an_offer_stand_apart(offer, accept, put):
    """Measured from the place stated, or the area's centre; an unknown place is near to nobody."""
    offer(min_spacing_km=0.5)
    accept("K1")
    with pytest.raises(RefusedError, match=r"kurang dari 0\.5 km dari K1"):
        accept("K3")
    assert accept("K4").is_new
    put("cooperatives", {"cooperative_id": "K3", "latitude_deg": -6.15, "longitude_deg": 106.15})
    assert accept("K3").is_new
    put("areas", {"code": "36.73.01.1001", "latitude_deg": None, "longitude_deg": None})
    assert accept("K2").is_new


def hold(cooperative_id, kind, **more):
    """A row of the table ``holds``."""
    pair = {"cooperative_id": cooperative_id, "offer_id": "rpk"}
    return {**pair, "kind": kind, "reason": "rapat", **more}


@pytest.mark.parametrize(
    ("more", "counts"),
    [
        ({}, True),
        ({"expires_on": TODAY}, True),
        ({"expires_on": TODAY - DAY}, False),
        ({"set_on": TODAY}, True),
        ({"set_on": TODAY + DAY}, False),
    ],
)
def test_a_hold_counts_from_its_first_day_to_its_last(offer, accept, put, more, counts):
    """A place kept back is taken for everybody else, and a forbidden pair is refused."""
    offer(city_quota=1)
    put("holds", hold("K1", "held", **more), hold("K2", "forbidden", **more))
    if not counts:
        assert accept("K2").is_new
        return
    with pytest.raises(RefusedError, match="dilarang menurut daftar ketetapan"):
        accept("K2")
    with pytest.raises(RefusedError, match="1 tempat, 0 terisi, 1 ditahan untuk koperasi lain"):
        accept("K3")
    assert 0 == accept("K1").left


def test_a_place_that_is_kept_back_and_taken_counts_once(offer, accept, put):
    """In its own district only, where that is what limits."""
    offer(city_quota=3, district_quota=1)
    put("holds", hold("K1", "held"), hold("K5", "locked"))
    assert [0, 0] == [accept("K1").left, accept("K4").left]
    with pytest.raises(RefusedError, match="kecamatan Serang: 1 tempat, 1 terisi"):
        accept("K2")


def test_a_place_of_the_plan_that_holds_is_in_its_log(city_store, offer, accept, plan):
    """With the pair, and what was said."""
    offer(city_quota=1)
    done = accept("K1", allocation_id=plan, note="rapat anggota")
    (entry,) = city_store.pair_entries("K1", "rpk")
    assert ("accepted", plan, "rapat anggota", "Ani") == (
        entry.kind,
        entry.allocation_id,
        entry.why,
        entry.author,
    )
    assert plan == done.allocation_id
    assert [] == city_store.check()


def test_places_are_accepted_from_the_plan_that_holds_only(city_store, offer, accept, plan, state_of):
    """Not from one that was withdrawn, was never published, or does not exist."""
    offer()
    other = city_store.register_allocation(b"b", "solved", author="Ani", made_at=MADE_AT).allocation_id
    before = state_of()
    with pytest.raises(RefusedError, match="tidak sedang berlaku"):
        accept("K1", allocation_id=other)
    with pytest.raises(NotFoundError, match="rencana-0"):
        accept("K1", allocation_id="rencana-0")
    assert before == state_of()
    newest = city_store.newest_allocation_entry()
    city_store.withdraw_allocation(plan, after=newest, author="Ani", why=None, made_at=MADE_AT)
    with pytest.raises(RefusedError, match="tidak sedang berlaku"):
        accept("K1", allocation_id=plan)
    assert accept("K1").is_new


@pytest.mark.usefixtures("city_store")
def test_what_does_not_exist_is_named(offer, accept, state_of):
    """Offer and cooperative; nothing is written."""
    offer()
    before = state_of()
    with pytest.raises(NotFoundError, match="'toko'"):
        accept("K1", "toko")
    with pytest.raises(NotFoundError, match="'K9'"):
        accept("K9")
    with pytest.raises(RefusedError, match="terlalu panjang"):
        accept("K1", note="x" * 501)
    assert before == state_of()


def test_every_order_of_asking_fills_the_places_and_no_more(city_store, offer, accept, put):
    """Five cooperatives, all small quotas and one place kept back, against counting by hand."""
    for number, (city, district) in enumerate(product((0, 1, 3, None), (0, 1, 2, None))):
        name = f"o{number}"
        offer(name, city_quota=city, district_quota=district)
        put("holds", {**hold("K2", "held"), "offer_id": name})
        taken, won = {"36.73.01": 0, "36.73.04": 0}, []
        for cooperative_id in ("K3", "K5", "K1", "K4", "K2"):
            own = "36.73.01" if cooperative_id in {"K1", "K2", "K3"} else "36.73.04"
            kept = cooperative_id != "K2"
            is_city_full = city is not None and len(won) + kept >= city
            is_full = district is not None and taken[own] + (kept and own == "36.73.01") >= district
            try:
                accept(cooperative_id, name)
            except RefusedError:
                assert is_city_full or is_full, (name, cooperative_id)
                continue
            assert not is_city_full
            assert not is_full
            taken[own] += 1
            won.append(cooperative_id)
        assert {(one, name) for one in won} == {pair for pair in holders(city_store) if pair[1] == name}
    assert [] == city_store.check()
