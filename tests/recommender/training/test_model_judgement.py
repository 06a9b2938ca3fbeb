"""What figures of a training say, in comparisons."""

import pytest

from recommender.training.model_judgement import MEASURES, judged_rounds


@pytest.mark.parametrize(
    ("measure", "low", "high", "side"),
    [
        ("log_loss", -0.2, -0.1, "better"),
        ("log_loss", 0.1, 0.2, "worse"),
        ("log_loss", -0.1, 0.1, "unsure"),
        ("ndcg5", 0.1, 0.2, "better"),
        ("ndcg5", -0.2, -0.1, "worse"),
        ("ndcg5", -0.1, 0.2, "unsure"),
        ("log_loss", None, None, None),
        ("ndcg5", None, 0.5, "unsure"),
    ],
)
def test_a_side_is_taken_only_when_it_is_sure(measure, low, high, side):
    """Of a loss less is better, of an order more; unknown ends take no side."""
    names = {f"{measure}_against_active_low": low, f"{measure}_against_active_high": high}
    (found,) = judged_rounds({f"{measure}_candidate": 0.5, **names})
    assert (measure, side, None) == (
        found.rows[0].measure, found.rows[0].beside_active, found.rows[0].beside_prior,
    )  # fmt: skip


def test_nothing_measured_is_nothing_shown():
    """What is unknown is left out; counts alone make a round without rows."""
    assert () == judged_rounds({})
    assert () == judged_rounds(dict.fromkeys([f"{one}_candidate" for one in MEASURES]))
    (found,) = judged_rounds({"outcomes": 7.0})
    assert (7, None, (), False) == (
        found.outcome_count,
        found.cooperative_count,
        found.rows,
        found.has_active,
    )


def test_cooperatives_and_days_are_two_rounds():
    """Each with its own figures."""
    both = {"log_loss_candidate": 0.5, "forward_log_loss_candidate": 0.6, "forward_outcomes": 30.0}
    grouped, forward = judged_rounds(both)
    assert ("grouped", 0.5, None) == (grouped.kind, grouped.rows[0].model, grouped.outcome_count)
    assert ("forward", 0.6, 30) == (forward.kind, forward.rows[0].model, forward.outcome_count)
