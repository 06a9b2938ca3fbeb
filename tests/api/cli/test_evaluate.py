"""`sanding evaluate`."""

import csv
import io
import json

import pytest

from recommender.training import trainer
from recommender.training.records import TrainingSet
from tests.learned import NOW, make_pairs
from tests.recommender.training.conftest import FEATURES


@pytest.fixture(name="outcomes")
def _outcomes(monkeypatch):
    """Sixty made-up outcomes in the place of events."""
    found = TrainingSet(
        at=NOW.date(),
        pairs=make_pairs(60, strength=2.0, features=FEATURES),
        reference=make_pairs(40, features=FEATURES),
        snapshot_sha256="5" * 64,
        waiting_count=0,
        struck_count=0,
        left_out_count=0,
        held=(),
        capped=(),
    )
    monkeypatch.setattr(trainer, "training_set", lambda *_: found)


@pytest.mark.usefixtures("home")
def test_without_outcomes_it_says_how_to_begin(sanding):
    """No failure, in every form; the drawing says so too."""
    code, said, err = sanding("evaluate")
    assert (0, "") == (code, err)
    assert "sanding import events" in said
    assert "not enough outcomes" in sanding("evaluate", "--lang", "en")[1]
    assert 0 == json.loads(sanding("evaluate", "--format", "json")[1])["outcome_count"]


@pytest.mark.usefixtures("home", "outcomes")
@pytest.mark.slow
def test_models_are_compared_in_every_form(sanding, tmp_path):
    """A table for people, Markdown, JSON, CSV, a drawing; the same figures everywhere."""
    code, said, err = sanding("evaluate", "--seeds", "2", "--chart", tmp_path / "curve.svg")
    assert (0, "") == (code, err)
    for part in ("60 hasil; 2 ulangan", "koperasi yang tidak dipelajari", "Keyakinan ahli", "LightGBM"):
        assert part in said
    assert (tmp_path / "curve.svg").read_text("utf-8").startswith("<svg")
    assert 0 == sanding("evaluate", "--seeds", "2", "--out", tmp_path / "report.md", "--lang", "en")[0]
    markdown = (tmp_path / "report.md").read_text("utf-8")
    record = json.loads(sanding("evaluate", "--seeds", "2", "--format", "json")[1])
    rows = list(csv.DictReader(io.StringIO(sanding("evaluate", "--seeds", "2", "--format", "csv")[1])))
    assert len(record["lines"]) == len(rows)
    for line, row in zip(record["lines"], rows, strict=True):
        assert f"{line['log_loss']:.4f}" == f"{float(row['log_loss']):.4f}"
        assert f"{line['log_loss']:.4f}" in markdown
        assert f"{line['log_loss']:.4f}" in said


@pytest.mark.slow
@pytest.mark.usefixtures("home", "outcomes")
def test_what_is_kept_aside_can_be_chosen(sanding):
    """Whole offers, for one."""
    said = sanding("evaluate", "--seeds", "1", "--split", "offer", "--lang", "en")[1]
    assert "offers that were not learned from" in said


@pytest.mark.usefixtures("home")
def test_what_cannot_be_done_is_refused_before_the_work(refused, sanding, tmp_path):
    """Too many seeds, a folder in the place of a file, a form that there is not."""
    assert "1 sampai 50" in refused("evaluate", "--seeds", "51")[0]
    assert "folder" in refused("evaluate", "--chart", tmp_path)[1]
    assert 2 == sanding("evaluate", "--out", tmp_path / "x.parquet")[0]
    assert 2 == sanding("evaluate", "--split", "village")[0]
