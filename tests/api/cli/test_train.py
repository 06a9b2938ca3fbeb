"""`sanding train`."""

import csv
import io
import json

import pytest

from recommender.training import train as training
from recommender.training.records import HeldRun, TrainingSet
from tests.learned import NOW, make_pairs
from tests.recommender.training.conftest import FEATURES


@pytest.fixture(name="outcomes")
def _outcomes(monkeypatch):
    """Made-up outcomes in the place of events."""

    def outcomes(count, **changes):
        held = HeldRun("token-pln", "days", ("k1",), ("e1", "e2"), NOW.date(), NOW.date(), 0.001, 2, 0.4, ())
        found = TrainingSet(
            at=NOW.date(), pairs=make_pairs(count, features=FEATURES, **changes),
            reference=make_pairs(40, features=FEATURES), snapshot_sha256="5" * 64,
            waiting_count=3, struck_count=0, left_out_count=0, held=(held,), capped=(),
        )  # fmt: skip
        monkeypatch.setattr(training, "training_set", lambda *_: found)

    return outcomes


@pytest.mark.usefixtures("home")
def test_without_outcomes_there_is_nothing_to_learn_yet(sanding):
    """No failure; nothing is registered."""
    code, said, err = sanding("train", "--at", "2026-11-21")
    assert (0, "") == (code, err)
    assert "Belum ada hasil yang dapat dipelajari per 21 November 2026" in said
    _, text, _ = sanding("train", "--format", "json")
    found = json.loads(text)
    assert (None, False, 0) == (found["version"], found["promoted"], found["outcome_count"])
    assert 1 == len(json.loads(sanding("models", "list", "--format", "json")[1]))


@pytest.mark.slow
@pytest.mark.usefixtures("home")
def test_what_was_learned_is_told(sanding, outcomes):
    """With what was not, who answers from now on, and how to go back."""
    outcomes(200, strength=3.0)
    code, said, err = sanding("train")
    assert (0, "") == (code, err)
    for part in ("200 hasil dari 20 koperasi", "3 peristiwa menunggu", "2 keberhasilan token-pln"):
        assert part in said
    assert "sanding models rollback" in said
    (line, _) = sanding("models", "list")[1].splitlines()
    assert line.split("  ")[1] == "aktif"
    _, said, _ = sanding("train", "--lang", "en")
    assert "it is the same model" in said


@pytest.mark.usefixtures("home")
@pytest.mark.slow
def test_a_turn_is_told(sanding, outcomes):
    """In both languages, and in the record."""
    outcomes(299, strength=3.0, turned=True)
    found = json.loads(sanding("train", "--format", "json")[1])
    assert 120 <= found["today_count"] <= 220
    _, said, _ = sanding("train")
    assert f"hanya {found['today_count']} yang terbaru menggambarkan hari ini" in said
    _, said, _ = sanding("train", "--lang", "en")
    assert f"only the newest {found['today_count']} speak of today" in said
    outcomes(200, strength=3.0)
    assert "menggambarkan hari ini" not in sanding("train")[1]


@pytest.mark.usefixtures("home")
def test_not_promoting_is_no_failure(sanding, outcomes):
    """Exit code 0, with the reasons; in a table they go to standard error."""
    outcomes(6, cooperatives=3)
    code, text, _ = sanding("train", "--format", "json")
    found = json.loads(text)
    assert (0, False, False) == (code, found["promoted"], found["passed"])
    assert found["version"].startswith("fit-")
    assert found["before"].startswith("prior-")
    assert all(one["message_id"] for one in found["reasons"])
    code, table, err = sanding("train", "--format", "csv")
    (row,) = csv.DictReader(io.StringIO(table))
    assert (0, found["version"]) == (code, row["version"])
    assert "tidak diaktifkan" in err


@pytest.mark.usefixtures("home")
def test_a_day_that_is_none_is_refused(refused):
    """With how to write one."""
    assert "2026-11-21" in refused("train", "--at", "kemarin")[0]
