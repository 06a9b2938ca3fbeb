"""A record stuffed with bought successes teaches nothing until the department has looked at it."""

import datetime as dt

import numpy as np
import pytest

from features.pairs.catalogue import pair_features
from models.learning.learned import learned_model
from recommender.rehearsal import rehearse
from recommender.settings import Settings
from recommender.training.dataset import training_set
from tests.learned import NOW

AT = dt.date(2026, 11, 21)


@pytest.fixture(name="city", scope="module")
def _city(tmp_path_factory):
    """An honest record of 150 outcomes."""
    settings = Settings(home=tmp_path_factory.mktemp("stuffed"))
    with rehearse(settings, outcome_count=150, seed=5, clock=lambda: NOW) as workspace:
        yield workspace.store


def luckless(store):
    """The offer tried most often that never worked."""
    events = store.frame("events")
    opened = set(events["offer_id"][events["kind"] == "opened"])
    tries = events["offer_id"][~events["offer_id"].isin(opened)].value_counts()
    return str(tries.sort_index().idxmax())


def partner_of(store, offer_id):
    """Who gains by its successes."""
    offers = store.frame("offers")
    return str(offers["partner_id"][offers["offer_id"] == offer_id].iloc[0])


def bought(store, offer_id, count, *, by=None):
    """Successes of one offer by cooperatives that have no outcome with it yet, two days apart."""
    events = store.frame("events")
    tried = set(events["cooperative_id"][events["offer_id"] == offer_id])
    free = [one for one in sorted(store.frame("cooperatives")["cooperative_id"]) if one not in tried]
    rows = []
    for place, cooperative_id in enumerate(free[:count]):
        first = dt.date(2025, 11, 3) + dt.timedelta(days=2 * place)
        common = {
            "cooperative_id": cooperative_id,
            "offer_id": offer_id,
            "recorded_by": cooperative_id if by == "themselves" else by,
        }
        name = f"bought-{by}-{place}"
        rows.append({"event_id": f"{name}-a", "occurred_on": first, "kind": "introduced", **common})
        later = first + dt.timedelta(days=25)
        rows.append({"event_id": f"{name}-b", "occurred_on": later, "kind": "opened", **common})
    with store.revision(author="dinas", source="uji", made_at=NOW) as revision:
        revision.upsert("events", rows)
    return {row["event_id"] for row in rows}


def learned_bytes(store):
    """What is learned, as bytes by name, and the set it is learned from."""
    found = training_set(store, AT)
    model = learned_model(found.pairs, found.reference, tuple(pair_features()))
    return found, {name: np.ascontiguousarray(array).tobytes() for name, array in model.arrays().items()}


@pytest.mark.slow
def test_bought_successes_change_no_byte_of_what_is_learned(city):
    """Those by cooperatives or the partner wait; nine that were entered at the department are held."""
    honest, before = learned_bytes(city)
    stuffed = luckless(city)
    bought(city, stuffed, 3, by="themselves")
    waits, while_waiting = learned_bytes(city)
    assert before == while_waiting
    assert honest.waiting_count + 6 == waits.waiting_count
    bought(city, stuffed, 3, by=partner_of(city, stuffed))
    waits, while_waiting = learned_bytes(city)
    assert before == while_waiting
    assert honest.waiting_count + 12 == waits.waiting_count
    names = bought(city, stuffed, 9)
    held, while_held = learned_bytes(city)
    assert before == while_held
    assert honest.snapshot_sha256 == held.snapshot_sha256
    told = {one for run in held.held if run.offer_id == stuffed for one in run.event_ids}
    assert {one for one in names if one.endswith("-b")} == told
