"""How an event stood when it was looked at."""

import pytest

from recommender.settings import Settings
from recommender.training.review_state import has_changed, review_state
from tests.homes import sample_workspace
from tests.learned import NOW
from tools.happenings import let_happen


@pytest.fixture(name="workspace")
def _workspace(tmp_path):
    with sample_workspace(Settings(home=tmp_path), sample="serang", clock=lambda: NOW) as workspace:
        let_happen(workspace)
        yield workspace


def test_the_state_moves_with_the_event_and_with_its_review(workspace):
    """Each by its own version; of what is not there it is nothing."""
    row = workspace.store.row
    assert ("1.0", "0.0") == (review_state(row, "w000"), review_state(row, "nobody"))
    workspace.review_events(["w000"], "counted", author="Ani")
    assert "1.1" == review_state(row, "w000")
    workspace.review_events(["w000"], "counted", author="Ani")
    assert "1.1" == review_state(row, "w000")
    workspace.review_events(["w000"], "struck", "salah", author="Ani")
    assert "1.2" == review_state(row, "w000")


def test_only_what_stands_otherwise_has_changed(workspace):
    """What stands there by now as it is wanted has not, nor has what is as it was shown."""
    workspace.review_events(["w000", "w001"], "counted", author="Ani")
    rows = [{"event_id": f"w00{place}", "verdict": "struck"} for place in range(3)]
    shown = {"w000": "1.0", "w001": "1.1"}
    assert ["w000", "w002"] == has_changed(workspace.store.row, rows, shown)
    same = [{"event_id": "w000", "verdict": "counted", "recorded_by": "Ani"}]
    assert [] == has_changed(workspace.store.row, same, shown)
