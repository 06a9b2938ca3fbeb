"""Objectives on fixed scales."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import ObjectiveError
from models.ranking.objectives import (
    BALANCED,
    OBJECTIVES,
    ScoreInputs,
    balanced_parts,
    checked_objective,
    score,
)

every_objective = pytest.mark.parametrize("objective", OBJECTIVES)


def inputs(probability=0.4, margin=2e6, jobs=1.0, met=0.5, days=90.0):
    """One pair, or several when lists are given."""
    values = (probability, margin, jobs, met, days)
    length = max([len(value) for value in values if isinstance(value, list)], default=1)
    columns = (value if isinstance(value, list) else [value] * length for value in values)
    return ScoreInputs(*(np.array([column], dtype=float) for column in columns))


@pytest.mark.parametrize(("objective", "expected"), [("success", 0.4), ("margin", 800_000.0), ("jobs", 0.4)])
def test_an_objective_is_the_probability_times_what_is_wanted(objective, expected):
    """Success alone, rupiah a month, jobs."""
    assert expected == pytest.approx(score(objective, inputs())[0, 0])


def test_balanced_is_the_sum_of_its_parts():
    """Four parts, in points of 100, by the weights that are shown."""
    parts = {name: float(part[0, 0]) for name, part in balanced_parts(inputs()).items()}
    full = BALANCED.full_margin_idr_per_month
    assert {
        "success": 100 * BALANCED.success_weight * 0.4,
        "margin": 100 * BALANCED.margin_weight * 0.4 * min(2e6 / full, 1),
        "jobs": 100 * BALANCED.jobs_weight * 0.4 * 0.5,
        "readiness": 100 * BALANCED.readiness_weight * 0.5 * 0.75,
    } == pytest.approx(parts)
    assert sum(parts.values()) == pytest.approx(score("balanced", inputs())[0, 0])


def test_the_weights_add_up_to_one():
    """The best pair there can be has a hundred points."""
    money = BALANCED.margin_weight + BALANCED.jobs_weight
    assert BALANCED.success_weight + BALANCED.readiness_weight + money == pytest.approx(1.0)
    assert score("balanced", inputs(1.0, 1e9, 99.0, 1.0, 0.0))[0, 0] == pytest.approx(100.0)


@every_objective
def test_what_is_unknown_counts_nothing_rather_than_breaking(objective):
    """No margin and no jobs known: zero of them, never NaN."""
    found = score(objective, inputs(margin=np.nan, jobs=np.nan, days=np.nan))
    assert np.isfinite(found).all()
    np.testing.assert_array_equal(found, score(objective, inputs(margin=0.0, jobs=0.0, days=0.0)))


def test_no_mandatory_rule_is_all_met():
    """An offer that asks nothing is ready."""
    assert score("balanced", inputs(met=np.nan)) == score("balanced", inputs(met=1.0))


NUMBERS = st.tuples(
    st.floats(0, 1), st.floats(-1e7, 1e8), st.floats(0, 20), st.floats(0, 1), st.floats(0, 1000)
)


@given(st.lists(NUMBERS, min_size=1, max_size=8), st.sampled_from(OBJECTIVES))
def test_a_pairs_score_does_not_depend_on_the_others(pairs, objective):
    """Scales are fixed: alone or in a list, the number is the same."""
    together = score(objective, inputs(*(list(column) for column in zip(*pairs, strict=True))))[0]
    alone = [score(objective, inputs(*pair))[0, 0] for pair in pairs]
    assert alone == together.tolist()


@given(NUMBERS, st.floats(0, 1), st.floats(0, 1e7), st.floats(0, 5), st.floats(0, 500))
def test_better_never_scores_lower(pair, surer, margin, jobs, sooner):
    """In the balanced score every part is worth something or nothing, never less."""
    probability, earned, made, met, days = pair
    better = (max(probability, surer), earned + margin, made + jobs, met, max(days - sooner, 0.0))
    assert score("balanced", inputs(*better))[0, 0] >= score("balanced", inputs(*pair))[0, 0] - 1e-9


@every_objective
def test_a_known_objective_is_returned(objective):
    """By its own name."""
    assert objective == checked_objective(objective)


def test_an_unknown_objective_is_refused_with_those_there_are():
    """Both sentences name it, and all that could be meant."""
    with pytest.raises(ObjectiveError) as caught:
        score("profit", inputs())
    for sentence in (caught.value.message_id, caught.value.message_en):
        assert "'profit'" in sentence
        assert all(objective in sentence for objective in OBJECTIVES)
