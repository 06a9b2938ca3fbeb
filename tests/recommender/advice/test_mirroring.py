"""Ranked cooperatives for one offer."""

import pytest

from recommender.errors import NotFoundError


def test_the_mirror_holds_the_same_numbers_as_the_lists(serang):
    """A pair is a pair from either side."""
    for pair in serang.mirror("beras-sphp", top=5):
        own = next(
            found
            for found in serang.suggest(pair.cooperative_id).suggestions
            if found.offer_id == "beras-sphp"
        )
        assert own.success_probability == pair.success_probability
        assert own.score == pair.score
        assert own.pros == pair.pros


def test_the_mirror_ranks_everyone_once_best_first(serang):
    """Ranks run from 1; scores fall."""
    pairs = serang.mirror("konsinyasi", blocked=True)
    assert 67 == len({pair.cooperative_id for pair in pairs})
    assert list(range(1, 68)) == [pair.rank for pair in pairs]
    assert sorted((pair.score for pair in pairs), reverse=True) == pytest.approx(
        [pair.score for pair in pairs]
    )


def test_an_unknown_offer_is_refused(serang):
    """With the offers there are."""
    with pytest.raises(NotFoundError, match="beras-sphp"):
        serang.mirror("tidak-ada")
