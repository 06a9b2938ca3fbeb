"""Labelled pairs with their weights, what is held, and a hash of it all."""

import datetime as dt

import numpy as np
import pandas as pd
import pytest

from features.pairs.catalogue import pair_features
from recommender.settings import Settings
from recommender.store.opening import create_store
from recommender.training.dataset import training_set
from tests.homes import sample_workspace
from tests.learned import NOW

AT = dt.date(2026, 11, 20)
FIRST = dt.date(2025, 6, 1)


@pytest.fixture(name="city")
def _city(tmp_path):
    """The sample's store; nothing has happened yet."""
    with sample_workspace(Settings(home=tmp_path), sample="serang", clock=lambda: NOW) as workspace:
        yield workspace.store


def put(store, table, *rows, made_at=NOW):
    """Write rows as the department."""
    with store.revision(author="dinas", source="uji", made_at=made_at) as revision:
        revision.upsert(table, list(rows))


def story(name, cooperative_id, offer_id, *, opens, first=FIRST, by=None):
    """A pair's events: introduced, then opened or refused a month later."""
    common = {"cooperative_id": cooperative_id, "offer_id": offer_id, "recorded_by": by}
    end = {"kind": "opened"} if opens else {"kind": "refused", "reason_code": "capital"}
    return [
        {"event_id": f"{name}-a", "occurred_on": first, "kind": "introduced", **common},
        {"event_id": f"{name}-b", "occurred_on": first + dt.timedelta(days=30), **end, **common},
    ]


def ids(store):
    """Cooperatives and business offers, by id."""
    offers = store.frame("offers")
    return (
        sorted(store.frame("cooperatives")["cooperative_id"]),
        sorted(offers["offer_id"][offers["sector"] != "mentoring"]),
    )


def some_outcomes(store, count=12):
    """Pairs of different cooperatives and offers, every third a success."""
    cooperatives, offers = ids(store)
    rows = []
    for place in range(count):
        first = FIRST + dt.timedelta(days=7 * place)
        rows += story(
            f"e{place:02d}",
            cooperatives[place],
            offers[place % len(offers)],
            opens=place % 3 == 0,
            first=first,
        )
    put(store, "events", *rows)


def test_every_labelled_pair_is_there_once_in_the_order_of_first_days(city):
    """With all features, the belief, and full weight."""
    some_outcomes(city)
    found = training_set(city, AT)
    assert 12 == len(found.pairs)
    assert found.pairs["first_event_on"].is_monotonic_increasing
    assert [1.0, 0.0, 0.0] * 4 == found.pairs["label"].tolist()
    assert set(pair_features()) <= set(found.pairs.columns)
    assert np.isfinite(found.pairs["prior_logit"]).all()
    assert {1.0} == set(found.pairs["weight"])
    assert (0, 0, 0, (), ()) == (
        found.waiting_count,
        found.struck_count,
        found.left_out_count,
        found.held,
        found.capped,
    )
    ranked = len(ids(city)[1])
    assert 67 * ranked == len(found.reference)


def test_the_hash_names_the_content(city):
    """The same twice; another label, another hash."""
    some_outcomes(city)
    first = training_set(city, AT).snapshot_sha256
    assert first == training_set(city, AT).snapshot_sha256
    put(city, "reviews", {"event_id": "e00-b", "verdict": "struck"})
    assert first != training_set(city, AT).snapshot_sha256


def test_what_comes_later_is_not_seen(city):
    """An earlier day knows fewer outcomes."""
    some_outcomes(city)
    assert 0 == len(training_set(city, FIRST).pairs)
    early = training_set(city, FIRST + dt.timedelta(days=270 + 21)).pairs
    assert 4 == len(early)


def test_an_event_that_waits_does_not_count_until_it_is_confirmed(city):
    """A cooperative's own word is not enough."""
    some_outcomes(city)
    cooperatives, offers = ids(city)
    put(city, "events", *story("own", cooperatives[40], offers[0], opens=True, by=cooperatives[40]))
    found = training_set(city, AT)
    assert (12, 2) == (len(found.pairs), found.waiting_count)
    put(city, "reviews", *({"event_id": f"own-{one}", "verdict": "counted"} for one in "ab"))
    found = training_set(city, AT)
    assert (13, 0) == (len(found.pairs), found.waiting_count)


def test_pairs_of_mentoring_are_left_out_and_counted(city):
    """Support is never ranked, so nothing is learned of it."""
    some_outcomes(city, 3)
    offers = city.frame("offers")
    support = sorted(offers["offer_id"][offers["sector"] == "mentoring"])
    if not support:
        template = {
            "partner_id": offers["partner_id"].iloc[0],
            "title": "Pendampingan",
            "sector": "mentoring",
        }
        put(city, "offers", {"offer_id": "dampingan", **template})
        support = ["dampingan"]
    put(city, "events", *story("m", ids(city)[0][50], support[0], opens=True))
    found = training_set(city, AT)
    assert (3, 1) == (len(found.pairs), found.left_out_count)


def test_pairs_whose_offer_is_gone_are_left_out_and_counted(city):
    """Nothing can be known of it any more; the others stay."""
    some_outcomes(city, 3)
    gone = ids(city)[1][1]

    class WithoutOffer:
        """The store as it would be read without one offer."""

        version_frame = city.version_frame

        def frame(self, table):
            """All rows, but for those of the offer."""
            rows = city.frame(table)
            return rows[rows["offer_id"] != gone].reset_index(drop=True) if table == "offers" else rows

    found = training_set(WithoutOffer(), AT)
    assert (2, 1) == (len(found.pairs), found.left_out_count)
    assert gone not in set(found.pairs["offer_id"])


def test_a_fact_of_a_later_day_changes_no_earlier_pair(city):
    """A planted future value must not help; one of an earlier day counts."""
    cooperatives, offers = ids(city)
    put(city, "events", *story("x", cooperatives[0], offers[0], opens=True))
    fact = {"cooperative_id": cooperatives[0], "field": "member_count", "source": "uji"}
    put(city, "facts", {**fact, "value": "55", "observed_on": dt.date(2024, 1, 1)})
    assert [55.0] == training_set(city, AT).pairs["member_count"].tolist()
    put(city, "facts", {**fact, "value": "900", "observed_on": FIRST + dt.timedelta(days=1)})
    assert [55.0] == training_set(city, AT).pairs["member_count"].tolist()
    put(city, "facts", {**fact, "value": "70", "observed_on": FIRST})
    assert [70.0] == training_set(city, AT).pairs["member_count"].tolist()


def test_a_later_correction_of_a_profile_changes_no_earlier_pair(city):
    """What was learned about a cooperative after its success must not explain it."""
    cooperatives, offers = ids(city)
    put(city, "events", *story("x", cooperatives[0], offers[0], opens=True))
    row = {"cooperative_id": cooperatives[0], "observed_on": dt.date(2025, 1, 1)}
    put(city, "cooperatives", {**row, "board_skill_level": 1})
    before = training_set(city, AT).pairs["board_skill_level"].tolist()
    later = {**row, "board_skill_level": 4, "observed_on": dt.date(2026, 8, 1)}
    put(city, "cooperatives", later, made_at=NOW + dt.timedelta(hours=1))
    assert [1.0] == before == training_set(city, AT).pairs["board_skill_level"].tolist()


def test_a_later_correction_of_a_profile_changes_no_reference_of_an_earlier_day(city):
    """What a model is described by on a past day is as known then, too."""
    cooperative_id = ids(city)[0][0]
    row = {"cooperative_id": cooperative_id, "observed_on": dt.date(2025, 1, 1)}
    put(city, "cooperatives", {**row, "board_skill_level": 1})
    later = {**row, "board_skill_level": 4, "observed_on": dt.date(2026, 8, 1)}
    put(city, "cooperatives", later, made_at=NOW + dt.timedelta(hours=1))
    for day, level in ((dt.date(2026, 3, 1), 1.0), (AT, 4.0)):
        reference = training_set(city, day).reference
        own = reference["cooperative_id"] == cooperative_id
        assert {level} == set(reference.loc[own, "board_skill_level"])


def test_successes_that_come_too_thick_are_held_and_named_until_looked_at(city):
    """Seven of seven within two weeks for an offer that else fails."""
    cooperatives, offers = ids(city)
    rows = []
    for place in range(20):
        first = FIRST + dt.timedelta(days=11 * place)
        rows += story(f"n{place:02d}", cooperatives[place], offers[0], opens=False, first=first)
    for place in range(20, 27):
        first = dt.date(2026, 1, 5) + dt.timedelta(days=2 * (place - 20))
        rows += story(f"b{place}", cooperatives[place], offers[0], opens=True, first=first)
    put(city, "events", *rows)
    found = training_set(city, AT)
    assert 20 == len(found.pairs)
    assert 0.0 == found.pairs["label"].sum()
    (run,) = found.held
    assert offers[0] == run.offer_id
    assert set(cooperatives[20:27]) == set(run.cooperative_ids)
    assert all(one.startswith("b") and one.endswith("-b") for one in run.event_ids)
    put(city, "reviews", *({"event_id": one, "verdict": "counted"} for one in run.event_ids))
    released = training_set(city, AT)
    assert (27, ()) == (len(released.pairs), released.held)


def test_one_account_counts_for_half_of_an_offer_at_most(city):
    """And it is told."""
    cooperatives, offers = ids(city)
    rows = []
    for place in range(12):
        by = "Budi" if place < 10 else None
        first = FIRST + dt.timedelta(days=14 * place)
        rows += story(f"e{place:02d}", cooperatives[place], offers[0], opens=False, first=first, by=by)
    put(city, "events", *rows)
    found = training_set(city, AT)
    assert 6.0 + 2.0 == pytest.approx(found.pairs["weight"].sum())
    assert [("Budi", 10, 6.0)] == [(one.account, one.outcome_count, one.counted) for one in found.capped]


def test_an_empty_store_gives_an_empty_set(tmp_path):
    """Before the first cooperative."""
    with create_store(f"sqlite:///{tmp_path / 'empty.db'}") as store:
        found = training_set(store, AT)
    assert found.pairs.empty
    assert found.reference.empty
    assert 64 == len(found.snapshot_sha256)
    assert pd.api.types.is_float_dtype(found.pairs["prior_logit"])
