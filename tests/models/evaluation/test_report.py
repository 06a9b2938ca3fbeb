"""A comparison on paper: figures, lines, Markdown, JSON, drawing."""

import json
import math

import pytest

from models.evaluation.bootstrap import Interval
from models.evaluation.comparison import Cell, Comparison, Difference
from models.evaluation.report import COLUMNS, peer_label, to_json, to_markdown, to_record, to_rows

FIGURES = {"brier": 0.1, "ece": 0.02, "slope": 1.0, "intercept": 0.0, "ndcg5": 0.8, "regret3": 0.1}
NAN = math.nan


@pytest.fixture
def comparison():
    """Ours and the belief in two runs, LightGBM missing."""

    def cell(peer, seed, loss, **more):
        return Cell(
            **{
                "peer": peer,
                "n_outcomes": 20,
                "seed": seed,
                "log_loss": loss,
                "coverage80": NAN,
                "seconds": 1.0,
            }
            | FIGURES
            | more
        )

    missing = dict.fromkeys(("brier", "ece", "slope", "intercept", "ndcg5", "regret3", "seconds"), NAN)
    missing |= {"reason_id": "LightGBM belum terpasang.", "reason_en": "LightGBM is not installed."}
    return Comparison(
        "cooperative",
        (20,),
        (0, 1),
        ("ours", "prior", "lightgbm"),
        (60, 60),
        (
            cell("ours", 0, 0.4),
            cell("ours", 1, 0.5),
            cell("prior", 0, 0.5),
            cell("prior", 1, 0.6),
            cell("lightgbm", 0, NAN, **missing),
            cell("lightgbm", 1, NAN, **missing),
        ),
        (
            Difference("prior", 20, "log_loss", Interval(-0.1, -0.12, -0.08)),
            Difference("prior", 20, "ndcg5", Interval(NAN, NAN, NAN)),
        ),
    )


def test_markdown_shows_means_differences_and_what_is_missing(comparison):
    """In both languages; an unknown figure is a dash."""
    text = to_markdown(comparison)
    assert "| Sanding | 0.4500 | – | 0.020 | 0.800 | – | 0.100 | – | 1.00 |" in text
    assert "| Keyakinan ahli | 0.5500 | -0.1000 [-0.1200, -0.0800] |" in text
    assert "- LightGBM: LightGBM belum terpasang." in text
    assert "nan" not in text.replace("Keyakinan", "")
    english = to_markdown(comparison, "en")
    assert "Experts' belief" in english
    assert "LightGBM is not installed." in english
    assert "cooperatives that were not learned from. Runs: 2; 60 pairs each run." in english


def test_markdown_of_nothing_says_how_to_begin():
    """No table of nothing."""
    nothing = Comparison("time", (), (0,), ("ours",), (0,), (), ())
    assert "sanding import events" in to_markdown(nothing)
    assert "not enough outcomes" in to_markdown(nothing, "en")


def test_json_is_strict_and_holds_every_run(comparison):
    """Unknown is null, never NaN."""
    record = json.loads(to_json(comparison))
    assert 6 == len(record["cells"])
    assert None is record["cells"][5]["log_loss"]
    assert -0.1 == record["lines"][1]["loss_difference"]
    assert record == to_record(comparison)


def test_rows_stand_under_their_columns(comparison):
    """One row per peer and size."""
    rows = to_rows(comparison, "en")
    assert [len(COLUMNS)] * 3 == [len(row) for row in rows]
    missing = dict(zip(COLUMNS, rows[2], strict=True))
    assert (0, None, "LightGBM is not installed.") == (
        missing["n_runs"],
        missing["log_loss"],
        missing["reason"],
    )


def test_a_peer_has_a_label_in_both_languages_and_an_unknown_one_its_name():
    """Names of others are passed on."""
    assert ("Keyakinan ahli", "Experts' belief") == (peer_label("prior"), peer_label("prior", "en"))
    assert "own" == peer_label("own")
