"""What of an option stands on a sheet: never more than fits, and nothing is dropped without a count."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.web.sheet_options import PAPERS, sheet_option, step_totals
from recommender.advice.records import StepRecord, Suggestion

OFFER = {"capital_need_idr": 5_000_000, "basis": "fact", "confirmed_on": dt.date(2026, 1, 1)}
MONEY = st.none() | st.integers(0, 10**10)
DAYS = st.none() | st.integers(0, 400)


def step(label="Akta", kind="do", cost_idr=0, days=1):
    """One step."""
    return StepRecord(kind, "r", label, "", cost_idr, days, None, None)


def suggestion(pros=("a", "b", "c"), cons=("d", "e"), steps=(), probability=0.34):
    """One suggestion with these words."""
    known = dict.fromkeys(Suggestion.__dataclass_fields__)
    told = {"pros": pros, "cons": cons, "steps": tuple(steps), "success_probability": probability}
    return Suggestion(**{**known, **told})


@pytest.mark.parametrize("paper", PAPERS.values())
@given(pros=st.lists(st.text(min_size=1, max_size=400), max_size=8), labels=st.lists(st.text(max_size=400)))
def test_every_step_is_shown_or_counted(paper, pros, labels):
    """From the first on, at least one step; two or three reasons where there are as many; one against."""
    option = sheet_option(suggestion(tuple(pros), steps=map(step, labels)), OFFER, None, paper)
    assert len(labels) == len(option.steps) + option.hidden_steps
    assert list(option.steps) == [step(label) for label in labels[: len(option.steps)]]
    assert bool(labels) == bool(option.steps)
    assert tuple(pros[: len(option.pros)]) == option.pros
    assert min(len(pros), 2) <= len(option.pros) <= 3
    assert "d" == option.con


def test_short_texts_are_shown_in_full():
    """Three reasons and five short steps fit on A4."""
    option = sheet_option(suggestion(steps=[step()] * 5), OFFER, None, PAPERS["a4"])
    assert (3, 5, 0) == (len(option.pros), len(option.steps), option.hidden_steps)


def test_the_larger_paper_shows_no_less():
    """What fits on A4 fits on F4."""
    pair = suggestion(("x" * 60,) * 3, steps=[step("y" * 70)] * 9)
    small, large = (sheet_option(pair, OFFER, None, PAPERS[name]) for name in ("a4", "f4"))
    assert len(small.steps) < len(large.steps)
    assert len(small.pros) <= len(large.pros)


@given(st.lists(st.builds(step, kind=st.sampled_from(["do", "check", "wait"]), cost_idr=MONEY, days=DAYS)))
def test_totals_sum_what_is_known_and_count_what_is_not(steps):
    """Unknown is not zero; waiting for a window costs nothing."""
    totals, counted = step_totals(steps), [one for one in steps if one.kind != "wait"]
    if not counted:
        assert totals is None
        return
    known = [one.cost_idr for one in counted if one.cost_idr is not None]
    assert (sum(known), len(counted) - len(known)) == (totals.cost_idr, totals.unknown_costs)
    known = [one.days for one in counted if one.days is not None]
    assert (sum(known), len(counted) - len(known)) == (totals.days, totals.unknown_days)


@pytest.mark.parametrize(("probability", "tenths"), [(0.01, 0), (0.34, 3), (0.97, 10)])
def test_the_chance_is_said_in_tenths(probability, tenths):
    """The nearest tenth, from none to all."""
    assert tenths == sheet_option(suggestion(probability=probability), OFFER, None, PAPERS["a4"]).tenths


def test_an_unknown_capital_need_stays_unknown():
    """It is not zero; what it rests on is the figure's own origin, else the offer's."""
    unknown = sheet_option(suggestion(), OFFER | {"capital_need_idr": None}, None, PAPERS["a4"])
    assert (None, "fact") == (unknown.capital_need_idr, unknown.capital_basis)
    stated = sheet_option(suggestion(), OFFER, {"basis": "assumption"}, PAPERS["a4"])
    assert (5_000_000, "assumption") == (stated.capital_need_idr, stated.capital_basis)
