"""Pair features as they were known on the day of a pair's first event."""

import dataclasses
import datetime as dt

import numpy as np
import pandas as pd
import pytest

from features.asof import cooperatives_as_of
from features.catalog.loader import facts_fields
from features.pairs.catalogue import pair_features
from models.belief.beliefs import packaged_beliefs
from models.requirements.places import Places
from models.scoring.block import score_block
from models.scoring.context import Catalogue, scoring_context
from recommender.gathering import rule_fields
from recommender.training.moments import History, pairs_then, pairs_today
from tests.builders import make_facts, make_partners
from tests.worlds import random_world

DAYS = ("2025-02-01", "2025-05-05", "2025-11-30")


@pytest.fixture(name="history")
def _history():
    """A small city whose facts come on different days, and rules that begin and end between them."""
    world = random_world(1)
    rows = [random_world(seed).cooperatives for seed in range(2, 8)]
    cooperatives = pd.concat(rows, ignore_index=True)
    cooperatives["cooperative_id"] = [f"k{place:02d}" for place in range(len(cooperatives))]
    cooperatives["observed_on"] = pd.NaT
    requirements = world.requirements.copy()
    half = len(requirements) // 2
    requirements["valid_from"] = pd.to_datetime(
        [pd.Timestamp("2025-03-01")] * half + [pd.NaT] * (len(requirements) - half)
    )
    facts = make_facts(
        cooperative_id=list(cooperatives["cooperative_id"][:2]) * 2,
        field=["member_count"] * 4,
        value=["11", "12", "211", "212"],
        observed_on=["2025-01-01"] * 2 + ["2025-06-01"] * 2,
    )
    versions = cooperatives.iloc[:0].assign(version=[], recorded_on=pd.to_datetime([]))
    return History(
        cooperatives,
        versions,
        facts,
        world.areas,
        Catalogue(world.offers, make_partners(), requirements, world.financing),
        packaged_beliefs(),
    )


def every_pair(history):
    """All business pairs, on the days in turn."""
    offers = history.catalogue.offers
    ranked = sorted(offers["offer_id"][offers["sector"] != "mentoring"])
    pairs = [(one, other) for one in history.cooperatives["cooperative_id"] for other in ranked]
    return pd.DataFrame(
        {
            "cooperative_id": [one for one, _ in pairs],
            "offer_id": [other for _, other in pairs],
            "first_event_on": pd.to_datetime([DAYS[place % len(DAYS)] for place in range(len(pairs))]),
        }
    )


@pytest.mark.slow
def test_each_pair_is_as_a_scoring_of_its_own_day_says(history):
    """The quick way against the slow one: one scoring for each pair."""
    wanted = every_pair(history)
    found = pairs_then(history, wanted)
    nobody = Places(frozenset(), {}, {}, {})
    for place, row in wanted.iterrows():
        day = row["first_event_on"].date()
        context = scoring_context(history.catalogue, rule_fields(), nobody, history.beliefs, day)
        then = cooperatives_as_of(history.cooperatives, history.facts, day, facts_fields())
        block = score_block(context, then, history.areas, keep=True)
        at = list(then["cooperative_id"]).index(row["cooperative_id"])
        column = context.offer_ids.index(row["offer_id"])
        assert found.loc[place, "prior_logit"] == block.prior.logit[at, column]
        assert found.loc[place, "prior_variance"] == block.prior.sd_logit[at, column] ** 2
        for name in pair_features():
            expected = np.broadcast_to(block.stated[name], block.prior.logit.shape)[at, column]
            np.testing.assert_array_equal(found.loc[place, name], expected)


def test_the_order_and_the_company_do_not_matter(history):
    """A pair asked alone gives the same row."""
    wanted = every_pair(history)
    whole = pairs_then(history, wanted)
    shuffled = wanted.sample(frac=1.0, random_state=1)
    again = pairs_then(history, shuffled.reset_index(drop=True))
    expected = whole.loc[shuffled.index].reset_index(drop=True)
    pd.testing.assert_frame_equal(expected, again, check_names=False)
    alone = pairs_then(history, wanted.iloc[[3]].reset_index(drop=True))
    pd.testing.assert_frame_equal(whole.iloc[[3]].reset_index(drop=True), alone, check_names=False)


def test_facts_hold_from_their_day(history):
    """Eleven members in February, two hundred and eleven in November."""
    offer = every_pair(history)["offer_id"].iloc[0]
    wanted = pd.DataFrame(
        {
            "cooperative_id": history.cooperatives["cooperative_id"].iloc[0],
            "offer_id": offer,
            "first_event_on": pd.to_datetime([DAYS[2], DAYS[0]]),
        }
    )
    assert [211.0, 11.0] == pairs_then(history, wanted)["member_count"].tolist()


def test_pairs_of_today_are_all_there_or_evenly_chosen(history):
    """Whole cooperatives, never one twice."""
    day = dt.date(2025, 12, 1)
    whole = pairs_today(history, day, 10**6)
    assert len(every_pair(history)) == len(whole)
    few = pairs_today(history, day, len(whole) // 2)
    assert 0 < len(few) < len(whole)
    assert not few.duplicated(["cooperative_id", "offer_id"]).any()


def test_no_pair_gives_no_row(history):
    """With the columns that a model asks for."""
    nothing = every_pair(history).iloc[:0]
    found = pairs_then(history, nothing)
    assert found.empty
    assert {"prior_logit", *pair_features()} <= set(found.columns)
    assert found.empty == pairs_then(dataclasses.replace(history), nothing).empty
