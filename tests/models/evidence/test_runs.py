"""Bought successes are held and named; an honest record is left alone."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.evidence.runs import RARE, sudden_runs


def held(outcomes):
    """Every row that is held."""
    return {row for run in sudden_runs(outcomes) for row in run.positions}


def stuffed(honest, make_outcomes, seed, count, **bought):
    """An honest record with bought successes of its worst offer behind it; their rows come last."""
    record = honest(seed, count)
    worst = record.groupby("offer_id")["prior_logit"].mean().idxmin()
    logit = float(record.loc[record["offer_id"] == worst, "prior_logit"].mean())
    fake = make_outcomes(offer_id=worst, label=1.0, prior_logit=logit, **bought)
    return pd.concat([record, fake], ignore_index=True), set(range(len(record), len(record) + len(fake)))


def test_an_honest_record_is_left_alone(honest):
    """Less than one offer in a hundred is held by mistake."""
    counts = [
        (len({run.offer_id for run in sudden_runs(record)}), record["offer_id"].nunique())
        for record in (honest(seed, 240) for seed in range(40))
    ]
    assert sum(wrong for wrong, _ in counts) < 0.01 * sum(offers for _, offers in counts)


@pytest.mark.parametrize("seed", range(6))
def test_three_accounts_that_buy_successes_are_held(honest, make_outcomes, seed):
    """Two in a hundred of the log, all on one offer, over many days and cooperatives."""
    days = list(pd.Timestamp("2025-02-01") + pd.to_timedelta(np.arange(15) * 40, unit="D"))
    record, fake = stuffed(
        honest, make_outcomes, seed, 700, account=[f"x{row % 3}" for row in range(15)], first_event_on=days
    )
    assert fake <= held(record)
    run = next(run for run in sudden_runs(record) if fake & set(run.positions))
    assert 0 < run.chance < RARE
    assert run.expected_count < len(run.positions)


@pytest.mark.parametrize("seed", range(6))
def test_a_burst_by_nobody_is_held(honest, make_outcomes, seed):
    """Within sixty days, no account named."""
    days = list(pd.Timestamp("2025-08-01") + pd.to_timedelta(np.arange(15) * 4, unit="D"))
    record, fake = stuffed(honest, make_outcomes, seed, 700, first_event_on=days)
    assert fake <= held(record)


def test_three_cooperatives_that_come_again_and_again_are_held(honest, make_outcomes):
    """Where a record names a pair more than once."""
    days = list(pd.Timestamp("2025-02-01") + pd.to_timedelta(np.arange(15) * 40, unit="D"))
    record, fake = stuffed(
        honest,
        make_outcomes,
        1,
        700,
        cooperative_id=[f"k{row % 3}" for row in range(15)],
        first_event_on=days,
    )
    assert fake <= held(record)


def test_an_offer_that_is_simply_good_is_not_held(make_outcomes):
    """Believed at one in ten, true at six in ten, in everybody's hands and at all times."""
    random = np.random.default_rng(0)
    record = make_outcomes(
        cooperative_id=[f"k{row}" for row in range(60)],
        account=[f"a{row % 6}" for row in range(60)],
        first_event_on=list(pd.Timestamp("2025-01-01") + pd.to_timedelta(np.arange(60) * 11, unit="D")),
        label=list((random.random(60) < 0.6).astype(float)),
    )
    assert () == sudden_runs(record)


def test_reviewed_successes_are_not_held_again(honest, make_outcomes):
    """They count as record."""
    days = list(pd.Timestamp("2025-08-01") + pd.to_timedelta(np.arange(15) * 4, unit="D"))
    record, fake = stuffed(honest, make_outcomes, 0, 700, first_event_on=days)
    record.loc[sorted(fake), "is_reviewed"] = True
    assert not fake & held(record)


@settings(max_examples=20)
@given(st.integers(0, 10_000))
def test_the_order_of_the_rows_does_not_matter(seed):
    """The same outcomes are held, and no failure among them."""
    random = np.random.default_rng(seed)
    count = 40
    record = pd.DataFrame(
        {
            "cooperative_id": [f"k{one}" for one in random.permutation(count)],
            "offer_id": [f"o{one}" for one in random.integers(0, 2, count)],
            "account": [f"a{one}" for one in random.integers(0, 4, count)],
            "first_event_on": pd.Timestamp("2025-01-01")
            + pd.to_timedelta(random.integers(0, 300, count), unit="D"),
            "label": (random.random(count) < 0.3).astype(float),
            "prior_logit": random.normal(-5.0, 1.0, count),
            "is_reviewed": False,
        }
    )
    order = random.permutation(count)
    shuffled = record.iloc[order].reset_index(drop=True)
    assert held(record) == {int(order[row]) for row in held(shuffled)}
    assert all(record["label"].iloc[row] == 1.0 for row in held(record))


def test_nothing_and_little_is_never_a_run(make_outcomes):
    """Two successes are no run, however unlikely."""
    assert () == sudden_runs(make_outcomes(label=[0.0]).iloc[:0])
    assert () == sudden_runs(make_outcomes(label=[1.0, 1.0], prior_logit=-12.0))
    assert 1 == len(sudden_runs(make_outcomes(label=[1.0, 1.0, 1.0], prior_logit=-12.0)))


def test_a_long_record_is_bounded(make_outcomes):
    """Above 250 outcomes the bound stands in, and still finds what is plain."""
    record = make_outcomes(
        account=["x" if row < 300 else f"a{row}" for row in range(900)],
        label=[1.0 if row < 300 else 0.0 for row in range(900)],
        first_event_on=list(pd.Timestamp("2025-01-01") + pd.to_timedelta(np.arange(900), unit="D")),
    )
    assert set(range(300)) == held(record)
