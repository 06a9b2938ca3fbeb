"""Who holds a place and how many are left, against a walk over the events."""

import datetime as dt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from features.schema.loader import column
from models.requirements.places import holders_among, places_on
from tests.builders import AT, make_events, make_offers, no_rows

DAY = dt.timedelta(1)
KINDS = column("events", "kind").choices


def holds(*history, at=AT):
    """Whether ``k1`` holds a place of ``o1`` after (day, kind) in the order of their ids."""
    events = make_events(
        event_id=[f"e{place}" for place in range(len(history))],
        occurred_on=[day for day, _ in history],
        kind=[kind for _, kind in history],
    )
    return ("k1", "o1") in places_on(events, make_offers(), {}, at).holders


@pytest.mark.parametrize("kind", KINDS)
def test_approved_and_opened_take_and_three_kinds_free(kind):
    """All other kinds change nothing, on either side."""
    takes, frees = {"approved", "opened"}, {"stopped", "refused", "declined"}
    assert (kind in takes) == holds((AT, kind))
    assert (kind not in frees) == holds((AT - DAY, "approved"), (AT, kind))


def test_the_day_itself_counts_and_the_next_does_not():
    """A place is counted as of the end of the day."""
    assert holds((AT, "opened"))
    assert not holds((AT + DAY, "opened"))
    assert holds((AT - DAY, "opened"), (AT + DAY, "stopped"))


def test_events_of_one_day_follow_their_ids():
    """The later id has the last word, whatever the order of rows."""
    assert not holds((AT, "opened"), (AT, "stopped"))
    assert holds((AT, "stopped"), (AT, "opened"))


def test_a_place_can_be_taken_again():
    """Stopped and approved anew."""
    assert holds((AT - 3 * DAY, "opened"), (AT - 2 * DAY, "stopped"), (AT - DAY, "approved"))


def test_without_events_nobody_holds_and_quotas_are_whole():
    """No quota means no limit; zero means none."""
    offers = make_offers(city_quota=[None, 0, 2], district_quota=[None, None, 0])
    places = places_on(no_rows("events"), offers, {}, AT)
    assert frozenset() == places.holders
    assert {"o2": 0, "o3": 2} == dict(places.left_in_city)
    assert [[False, True, True]] == places.full(["d1"], ["o1", "o2", "o3"]).tolist()
    assert [[False, True, False]] == places.full([None], ["o1", "o2", "o3"]).tolist()


def test_more_given_than_allowed_leaves_less_than_nothing():
    """A lowered quota takes no place away from its holder, and gives none."""
    events = make_events(cooperative_id=["k1", "k2"], kind=["opened", "opened"])
    places = places_on(events, make_offers(city_quota=1), {}, AT)
    assert {"o1": -1} == dict(places.left_in_city)
    assert [[True], [True]] == places.held(["k1", "k2"], ["o1"]).tolist()


def test_nothing_asked_gives_nothing():
    """No offer or no cooperative is no error."""
    places = places_on(no_rows("events"), make_offers(), {}, AT)
    assert ((1, 0), (0, 1)) == (places.full(["d1"], []).shape, places.full([], ["o1"]).shape)
    assert places.full(["d1"], []).dtype == np.bool_


@pytest.mark.parametrize("seed", range(10))
def test_random_histories_agree_with_a_walk_over_the_events(seed):
    """Held, full in the city and full in the district, pair by pair."""
    draw = np.random.default_rng(seed)
    cooperatives, offer_ids = [f"k{place}" for place in range(6)], ["o1", "o2", "o3"]
    district_of = {key: [None, "d1", "d2"][draw.integers(0, 3)] for key in cooperatives}
    quotas = {name: [[None, 0, 1, 2, 3][draw.integers(0, 5)] for _ in range(3)] for name in "cd"}
    rows = [
        (
            AT + int(draw.integers(-9, 3)) * DAY,
            f"e{draw.integers(0, 10**6):06d}-{place}",
            str(draw.choice(cooperatives)),
            str(draw.choice(offer_ids)),
            str(draw.choice(KINDS)),
        )
        for place in range(40)
    ]
    holders = set()
    for day, _, cooperative_id, offer_id, kind in sorted(rows):
        if day <= AT and kind in {"approved", "opened"}:
            holders.add((cooperative_id, offer_id))
        elif day <= AT and kind in {"stopped", "refused", "declined"}:
            holders.discard((cooperative_id, offer_id))
    days, identifiers, of_cooperative, of_offer, kinds = (list(part) for part in zip(*rows, strict=True))
    events = make_events(
        event_id=identifiers, cooperative_id=of_cooperative, offer_id=of_offer, occurred_on=days, kind=kinds
    )
    offers = make_offers(offer_id=offer_ids, city_quota=quotas["c"], district_quota=quotas["d"])
    places = places_on(events, offers, district_of, AT)
    full = places.full([district_of[key] for key in cooperatives], offer_ids)
    assert holders == set(places.holders)
    for row, key in enumerate(cooperatives):
        for place, offer_id in enumerate(offer_ids):
            city, district = quotas["c"][place], quotas["d"][place]
            taken = [one for one, offer in holders if offer == offer_id]
            nearby = [one for one in taken if district_of[one] == district_of[key]]
            expected = city is not None and len(taken) >= city
            if district is not None and district_of[key] is not None:
                expected |= len(nearby) >= district
            assert expected == full[row, place]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["k1", "k2"]),
            st.sampled_from(["o1", "o2"]),
            st.sampled_from([AT - DAY, AT, AT + DAY]),
            st.sampled_from(KINDS),
        ),
        min_size=1,
        max_size=8,
    ),
    st.randoms(use_true_random=False),
)
def test_a_few_events_say_what_a_frame_of_them_says(history, order):
    """In any order of rows; whoever decides about one place counts as all advice does."""
    names = [f"e{place}" for place in range(len(history))]
    order.shuffle(names)
    cooperatives, offers, days, kinds = (list(one) for one in zip(*history, strict=True))
    events = make_events(
        event_id=names, cooperative_id=cooperatives, offer_id=offers, occurred_on=days, kind=kinds
    )
    rows = zip(cooperatives, offers, names, days, kinds, strict=True)
    assert places_on(events, make_offers(), {}, AT).holders == holders_among(rows, AT)
