"""Everything about one pair."""

import math

import pytest

from recommender.errors import NotFoundError


@pytest.mark.parametrize("sample", ["serang", "kosong"])
@pytest.mark.slow
def test_contributions_sum_to_the_logit_of_the_probability(sample, request):
    """To 1e-9, for every offer of several cooperatives."""
    workspace = request.getfixturevalue(sample)
    offers = [pair.offer_id for pair in workspace.suggest("kkmp-3673021008", blocked=True).suggestions]
    assert 29 == len(offers)
    for cooperative_id in ("kkmp-3673011007", "kkmp-3673021008", "kkmp-3673061003"):
        for offer_id in offers:
            found = workspace.explain(cooperative_id, offer_id)
            total = math.fsum(term.contribution_logit for term in found.contributions)
            p = found.suggestion.success_probability
            assert total == pytest.approx(math.log(p) - math.log1p(-p), abs=1e-9)
            assert total == pytest.approx(found.logit, abs=1e-9)


@pytest.mark.slow
def test_the_balanced_score_is_the_sum_of_its_parts(serang):
    """And stays within 0 and 100."""
    for pair in serang.suggest("kkmp-3673011007").suggestions:
        found = serang.explain("kkmp-3673011007", pair.offer_id)
        assert sum(found.score_parts.values()) == pytest.approx(found.suggestion.score, abs=1e-9)
        assert 0 <= found.suggestion.score <= 100
        assert pair.rank == found.suggestion.rank


def test_every_rule_answers_with_required_value_source_and_basis(serang):
    """An unknown field has no actual value; a stated one has."""
    found = serang.explain("kkmp-3673021008", "pupuk-subsidi")
    assert {"met", "failed", "unknown"} >= {rule.answer for rule in found.rules}
    for rule in found.rules:
        assert rule.required
        assert rule.label
        assert rule.basis in {"fact", "assumption"}
        assert rule.source
        assert (rule.actual is None) == (rule.answer == "unknown")


def test_what_would_raise_it_does_and_the_largest_comes_first(serang):
    """Each change lifts the probability."""
    found = serang.explain("kkmp-3673021008", "beras-sphp")
    gains = [change.probability_then - found.suggestion.success_probability for change in found.raising]
    assert gains
    assert min(gains) > 0
    assert sorted(gains, reverse=True) == gains


def test_missing_facts_are_unknown_fields_with_labels(serang):
    """Nobody is asked for what is known."""
    stated = serang.gathered().cooperatives.set_index("cooperative_id").loc["kkmp-3673021008"]
    found = serang.explain("kkmp-3673021008", "beras-sphp")
    assert found.missing
    for question in found.missing:
        assert question.label_id
        value = stated.get(question.field)
        assert value is None or value != value  # noqa: PLR0124 - NaN is unknown


def test_unknown_ids_are_refused(serang):
    """With the ids there are."""
    with pytest.raises(NotFoundError, match="pulsa-ppob"):
        serang.explain("kkmp-3673011007", "tidak-ada")
    with pytest.raises(NotFoundError):
        serang.explain("tidak-ada", "pulsa-ppob")
