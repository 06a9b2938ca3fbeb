"""Models compared on a training set."""

import datetime as dt
import json
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pytest

from models.evaluation.peers import PEERS
from recommender.errors import RefusedError
from recommender.training.evaluate import EVALUATION_COLUMNS, evaluate

FAST = tuple(PEERS[name] for name in ("ours", "prior", "platt"))


@dataclass
class Made:
    """A training set made by hand."""

    pairs: pd.DataFrame
    reference: pd.DataFrame
    snapshot_sha256: str = "ab" * 32
    at: dt.date = dt.date(2026, 11, 1)


@pytest.fixture
def made():
    """20 cooperatives x 4 offers, all shown on days of their own."""
    random = np.random.default_rng(1)
    size = random.normal(size=80)
    pairs = pd.DataFrame(
        {
            "cooperative_id": np.repeat([f"k{n:02d}" for n in range(20)], 4),
            "offer_id": ["a", "b", "c", "d"] * 20,
            "sector": ["energy", "retail"] * 40,
            "district_code": np.repeat(["d1", "d2", "d3", "d4"], 20),
            "first_event_on": pd.date_range("2025-01-01", periods=80).date,
            "size": size,
            "label": (random.random(80) < 1 / (1 + np.exp(-size))).astype(int),
            "prior_logit": size - 0.2,
            "weight": 1.0,
        }
    )
    return Made(pairs, pairs.drop(columns=["label", "weight"]))


def found(made, **more):
    """An evaluation with few peers in this process."""
    settings = {"n_seeds": 2, "peers": FAST, "n_jobs": 1, "features": ["size"]} | more
    return evaluate(made, **settings)


def test_a_comparison_says_which_data_it_speaks_of(made):
    """Day, hash, count; every peer at every size, as rows, JSON, Markdown and drawing."""
    answer = found(made)
    record = json.loads(json.dumps(answer.record(), allow_nan=False))
    assert ("2026-11-01", "ab" * 32, 80) == (record["at"], record["snapshot_sha256"], record["outcome_count"])
    rows = answer.rows("en")
    assert 3 * len(answer.comparison.sizes) == len(rows)
    assert list(EVALUATION_COLUMNS) == list(rows[0])
    assert "Keyakinan ahli" in answer.markdown()
    assert "Belief + Platt" in answer.svg("en")


def test_whole_cooperatives_are_kept_aside_until_time_can_be_told(made):
    """And what is asked for is done."""
    assert "cooperative" == found(made).comparison.split
    assert "offer" == found(made, split="offer").comparison.split
    many = Made(pd.concat([made.pairs] * 13), made.reference)
    assert "time" == found(many, peers=FAST[1:2], sizes=()).comparison.split


def test_without_outcomes_the_report_says_how_to_begin(made):
    """No refusal: a young store is no mistake."""
    answer = found(Made(made.pairs.iloc[:0], made.reference))
    assert 0 == answer.outcome_count
    assert "sanding import events" in answer.markdown()
    assert [] == answer.rows()


@pytest.mark.parametrize("wrong", [{"n_seeds": 0}, {"n_seeds": 51}, {"split": "village"}])
def test_what_cannot_be_done_is_refused_with_what_can(made, wrong):
    """In two languages."""
    with pytest.raises(RefusedError) as caught:
        found(made, **wrong)
    assert caught.value.message_id != caught.value.message_en


def test_the_same_data_give_the_same_figures(made):
    """But for the clock."""
    first, second = ([row | {"seconds": 0} for row in found(made).rows()] for _ in range(2))
    assert first == second
