"""Which events count: brought in by the department or confirmed, not waiting, not struck."""

import pandas as pd

from recommender.training.verdicts import verdicts_on

COOPERATIVES = pd.DataFrame({"cooperative_id": ["k1"], "name": ["Koperasi Unyur"]})
PARTNERS = pd.DataFrame({"partner_id": ["pertamina"], "name": ["Pertamina"]})
EVENTS = pd.DataFrame(
    {
        "event_id": ["a", "b", "c", "d", "e"],
        "recorded_by": [None, "k1", "Pertamina", "k1", "Budi"],
    }
)


def verdicts(**reviews):
    """The verdicts with reviews given by event."""
    frame = pd.DataFrame({"event_id": list(reviews), "verdict": list(reviews.values())}, dtype=object)
    return verdicts_on(EVENTS, frame, COOPERATIVES, PARTNERS)


def test_without_reviews_the_departments_events_count_and_the_others_wait():
    """Nothing is lost, nothing counts early."""
    found = verdicts()
    assert ["a", "e"] == list(found.counted["event_id"])
    assert ["b", "c", "d"] == list(found.waiting["event_id"])
    assert (0, frozenset()) == (found.struck_count, found.reviewed)


def test_a_review_outweighs_who_recorded_it():
    """Confirmed ones count; what the department does not believe counts for nothing, whoever wrote it."""
    found = verdicts(b="counted", c="struck", e="struck")
    assert ["a", "b"] == list(found.counted["event_id"])
    assert ["d"] == list(found.waiting["event_id"])
    assert (2, frozenset({"b"})) == (found.struck_count, found.reviewed)


def test_a_review_of_an_event_that_is_gone_changes_nothing():
    """Reviews outlive undone imports."""
    assert ["a", "e"] == list(verdicts(z="counted").counted["event_id"])
