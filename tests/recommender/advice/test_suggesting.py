"""Ranked offers for cooperatives."""

import math
from itertools import pairwise

import pytest

from recommender.advice.tables import SUGGESTION_COLUMNS
from recommender.errors import NotFoundError, RefusedError


def _pairs(workspace, **options):
    return [found for advice in workspace.suggest_all(**options) for found in advice.suggestions]


@pytest.mark.parametrize("sample", ["serang", "kosong"])
def test_every_cooperative_gets_five_suggestions_and_none_is_blocked(sample, request):
    """All 67, in order of id, ranked from 1."""
    advice = list(request.getfixturevalue(sample).suggest_all(top=5))
    assert 67 == len(advice)
    assert sorted(found.cooperative_id for found in advice) == [found.cooperative_id for found in advice]
    for found in advice:
        assert [1, 2, 3, 4, 5] == [suggestion.rank for suggestion in found.suggestions]
        assert "blocked" not in {suggestion.status for suggestion in found.suggestions}


@pytest.mark.parametrize("sample", ["serang", "kosong"])
def test_probabilities_lie_inside_their_intervals_and_inside_zero_and_one(sample, request):
    """Strictly between 0 and 1, with the interval around them."""
    for found in _pairs(request.getfixturevalue(sample), blocked=True):
        assert 0 < found.lower <= found.success_probability <= found.upper < 1
        assert "prior" == found.evidence


def test_every_row_has_reasons_and_whoever_needs_steps_gets_them_with_cost_and_days(serang):
    """A step without cost and days helps nobody to plan."""
    found = _pairs(serang)
    assert [] == [pair for pair in found if not pair.pros]
    needing = [pair for pair in found if pair.status == "needs_steps"]
    assert needing
    for pair in needing:
        steps = [step for step in pair.steps if step.kind == "do"]
        assert steps
        assert [] == [step for step in steps if step.cost_idr is None or step.days is None or not step.remedy]


def test_scores_fall_and_ties_stand_by_offer_id(serang):
    """The order is that of the score; equal scores stand by id."""
    for advice in serang.suggest_all():
        order = [(-pair.score, pair.offer_id) for pair in advice.suggestions]
        for before, after in pairwise(order):
            assert before[0] < after[0] + 1e-9
            assert before[0] != after[0] or before[1] < after[1]


def test_two_runs_give_the_same_rows(serang):
    """Same store, same day: the same text, to the last digit."""
    first = serang.suggestion_frame(_pairs(serang, top=5)).to_csv()
    second = serang.suggestion_frame(_pairs(serang, top=5)).to_csv()
    assert first == second


def test_asking_for_one_gives_what_asking_for_all_gives(serang):
    """Blocks do not change anything."""
    everyone = {found.cooperative_id: found for found in serang.suggest_all(top=5)}
    for cooperative_id in list(everyone)[::13]:
        assert everyone[cooperative_id] == serang.suggest(cooperative_id, top=5)


def test_mentoring_is_support_and_never_ranked_among_business_offers(serang):
    """It comes apart, and not at all in the full list of pairs."""
    advice = serang.suggest("kkmp-3673011007")
    assert ["pendampingan"] == [found.offer_id for found in advice.support]
    assert "pendampingan" not in {found.offer_id for found in advice.suggestions}
    assert 67 * 29 == len(_pairs(serang, blocked=True))


def test_the_frame_has_the_contracts_columns_first(serang):
    """Extra columns come after those that others rely on."""
    frame = serang.suggestion_frame(_pairs(serang, top=1))
    assert list(SUGGESTION_COLUMNS) == list(frame.columns)
    assert ["cooperative_id", "rank", "offer_id", "status", "success_probability"] == list(frame.columns[:5])
    assert {"contoh"} == set(frame["data_source"])


@pytest.mark.parametrize("objective", ["balanced", "success", "margin", "jobs"])
def test_each_objective_sorts_by_its_own_score(serang, objective):
    """Success sorts by probability; margin by probability times margin."""
    pairs = serang.suggest("kkmp-3673021008", objective=objective).suggestions
    scores = [pair.score for pair in pairs]
    assert sorted(scores, reverse=True) == pytest.approx(scores)
    if objective == "success":
        assert [pair.success_probability for pair in pairs] == scores
    if objective == "jobs":
        expected = [pair.success_probability * (pair.jobs_count or 0) for pair in pairs]
        assert expected == pytest.approx(scores)


def test_english_sentences_are_english(serang):
    """Both languages say the same things of the same pairs."""
    indonesian = serang.suggest("kkmp-3673011007", top=3)
    english = serang.suggest("kkmp-3673011007", top=3, language="en")
    assert [pair.offer_id for pair in indonesian.suggestions] == [
        pair.offer_id for pair in english.suggestions
    ]
    assert indonesian.suggestions[0].pros != english.suggestions[0].pros


def test_almost_nothing_known_still_gives_differing_honest_advice(kosong):
    """From the place alone: lists differ, intervals are wide, and there is something to ask."""
    advice = list(kosong.suggest_all(top=5))
    lists = {tuple(pair.offer_id for pair in found.suggestions) for found in advice}
    assert len(lists) > 10
    assert min(pair.upper - pair.lower for found in advice for pair in found.suggestions) > 0.3
    assert {3} == {len(found.questions) for found in advice}


def test_wrong_requests_are_refused_with_a_remedy(serang):
    """Each sentence says what to do."""
    with pytest.raises(NotFoundError, match="sanding export"):
        serang.suggest("tidak-ada")
    with pytest.raises(RefusedError, match="balanced"):
        serang.suggest("kkmp-3673011007", objective="untung")
    with pytest.raises(RefusedError, match="1 atau lebih"):
        serang.suggest("kkmp-3673011007", top=0)


def test_after_the_steps_the_chance_is_no_smaller(serang):
    """Doing what is missing never hurts."""
    for pair in _pairs(serang):
        assert pair.after_steps >= pair.success_probability - 1e-12
        assert math.isfinite(pair.after_steps)
