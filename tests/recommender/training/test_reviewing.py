"""Events the department has to look at before they count, and what it found."""

import datetime as dt

import pytest

from recommender.errors import NotFoundError, RefusedError
from recommender.settings import Settings
from recommender.training.dataset import labelled
from recommender.training.reviewing import record_reviews, reviewables
from tests.homes import sample_workspace
from tests.learned import NOW

AT = dt.date(2026, 11, 20)


@pytest.fixture(name="city")
def _city(tmp_path):
    """The sample with one event of a cooperative's own, and seven quick successes of one offer."""
    with sample_workspace(Settings(home=tmp_path), sample="serang", clock=lambda: NOW) as workspace:
        store = workspace.store
        ids = sorted(store.frame("cooperatives")["cooperative_id"])
        offer = "beras-sphp"
        rows = [
            {
                "event_id": "own",
                "cooperative_id": ids[60],
                "offer_id": offer,
                "occurred_on": dt.date(2026, 10, 1),
                "kind": "introduced",
                "recorded_by": ids[60],
            }
        ]
        for place in range(30):
            quick = place >= 20
            first = dt.date(2026, 1, 1) + dt.timedelta(days=place) if quick else dt.date(2025, 3, 1)
            first += dt.timedelta(days=0 if quick else 11 * place)
            common = {"cooperative_id": ids[place], "offer_id": offer}
            rows.append({"event_id": f"e{place}a", "occurred_on": first, "kind": "introduced", **common})
            kind = "opened" if quick else "refused"
            later = first + dt.timedelta(days=20)
            rows.append({"event_id": f"e{place}b", "occurred_on": later, "kind": kind, **common})
        with store.revision(author="dinas", source="uji", made_at=NOW) as revision:
            revision.upsert("events", rows)
        yield store


def record(store, *event_ids, verdict="counted", reason=None, **more):
    """Review as the department."""
    return record_reviews(store, event_ids, verdict, reason, author="Ani", made_at=NOW, **more)


def to_review(store):
    """What has to be looked at."""
    with store.snapshot() as snapshot:
        return reviewables(labelled(snapshot, AT))


def test_held_runs_come_first_and_say_why(city):
    """In both languages, with the offer, the number and the days."""
    found = to_review(city)
    assert ["held"] * 10 + ["waiting"] == [one.reason for one in found]
    assert {f"e{place}b" for place in range(20, 30)} == {one.event_id for one in found[:10]}
    assert "10 keberhasilan beras-sphp" in found[0].sentence_id
    assert "10 successes of beras-sphp" in found[0].sentence_en
    assert "belum dikonfirmasi" in found[-1].sentence_id
    assert "own" == found[-1].event_id


def test_what_was_reviewed_is_off_the_list(city):
    """Counted or struck, with author, reason and day on record."""
    held = [one.event_id for one in to_review(city) if one.reason == "held"]
    assert 10 == record(city, *held)
    assert 1 == record(city, "own", verdict="struck", reason="tidak pernah terjadi")
    assert () == to_review(city)
    row = city.row("reviews", "own").values
    assert ("struck", "tidak pernah terjadi", "Ani", NOW.date()) == (
        row["verdict"],
        row["reason"],
        row["recorded_by"],
        row["reviewed_on"],
    )


@pytest.mark.parametrize(
    ("event_ids", "changes", "kind", "said"),
    [
        (["own", "e99"], {}, NotFoundError, "e99"),
        (["own"], {"verdict": "maybe"}, RefusedError, "counted"),
        (["own"], {"verdict": "struck"}, RefusedError, "Alasan"),
        (["own"], {"verdict": "struck", "reason": "x" * 501}, RefusedError, "500"),
    ],
)
def test_what_cannot_be_recorded_is_refused_whole(city, event_ids, changes, kind, said):
    """Nothing is recorded, and the message says what to do."""
    with pytest.raises(kind, match=said):
        record(city, *event_ids, **changes)
    assert city.frame("reviews").empty
