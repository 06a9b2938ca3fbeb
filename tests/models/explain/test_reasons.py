"""Why a pair scores as it does, from what is known of it."""

from dataclasses import replace

import numpy as np
import pytest

from models.explain.reasons import pair_reasons
from models.explain.terms import term_labels
from models.scoring.block import score_block
from tests.builders import make_areas, make_context, make_cooperatives, make_offers
from tests.worlds import random_world


def reasons(language="id", offers=None, **cooperative):
    """The reasons of one pair."""
    context = make_context(make_offers() if offers is None else offers)
    block = score_block(context, make_cooperatives(**cooperative), make_areas(), keep=True)
    return pair_reasons(context, block, 0, 0, language)


@pytest.mark.parametrize("seed", range(15))
@pytest.mark.parametrize("language", ["id", "en"])
def test_a_reason_speaks_of_what_is_stated_and_moves_the_score_its_way(seed, language):
    """Never an assumption; up to three for, largest first, and the one that weighs most against."""
    world = random_world(seed, blank_share=0.5)
    context = make_context(world.offers, world.requirements, financing=world.financing)
    block = score_block(context, world.cooperatives, world.areas, keep=True)
    for row, column in np.ndindex(block.prior.logit.shape):
        found = pair_reasons(context, block, row, column, language)
        parts = {name: values[row, column] for name, values in block.chance.contributions.items()}
        assert (len(found.pro), len(found.con)) == (len(found.pro_criteria), len(found.con_criteria))
        assert len(found.pro) <= 3
        assert len(found.con) <= 1
        for name in {*found.pro_criteria, *found.con_criteria} - {"sector"}:
            stated = np.broadcast_to(block.stated[name], block.prior.logit.shape)[row, column]
            assert stated == np.broadcast_to(block.typical[name], block.prior.logit.shape)[row, column]
        assert all(parts[name] > 0 for name in found.pro_criteria)
        assert all(parts[name] < 0 for name in found.con_criteria)
        weights = [parts[name] for name in found.pro_criteria]
        assert sorted(weights, reverse=True) == weights
        assert not any("{" in text or "nan" in text for text in (*found.pro, *found.con))


def test_nothing_known_leaves_the_sector_and_the_area():
    """A cooperative that nobody has asked is told nothing about itself."""
    found = reasons()
    assert {*found.pro_criteria, *found.con_criteria} <= {"sector", "density_match_score"}


def test_cash_alone_does_not_make_a_sentence_about_funds():
    """Own capital is unknown, so the contribution rests on a reference."""
    offers = make_offers(capital_need_idr=10_000_000)
    assert "capital_coverage_ratio" not in reasons(offers=offers, cash_idr=0).con_criteria
    assert "capital_coverage_ratio" in reasons(offers=offers, cash_idr=0, own_capital_idr=0).con_criteria


@pytest.mark.parametrize(
    ("need", "own", "expected"),
    [
        (0, 1, "Tidak memerlukan modal sendiri."),
        (5_000_000, 5_000_000, "Modal sendiri cukup untuk kebutuhan Rp5.000.000."),
        (5_000_000, 20_000_000, "Modal sendiri cukup untuk kebutuhan Rp5.000.000."),
    ],
)
def test_enough_and_nothing_needed_read_differently(need, own, expected):
    """Rather than a percentage of nothing or of too much."""
    assert expected in reasons(offers=make_offers(capital_need_idr=need), own_capital_idr=own).pro


def test_the_language_changes_the_words_and_not_the_reasons():
    """The same criteria in the same order."""
    known = {"member_count": 400, "board_skill_level": 4, "training_hours": 60, "stage": 0}
    indonesian, english = reasons("id", **known), reasons("en", **known)
    assert indonesian.pro_criteria == english.pro_criteria
    assert set(indonesian.pro).isdisjoint(english.pro)


@pytest.mark.parametrize(
    ("language", "expected"), [("id", "daripada perkiraan ahli"), ("en", "experts expected")]
)
def test_where_outcomes_turn_a_criterion_round_nothing_untrue_is_said_of_it(language, expected):
    """A shop too small that works out all the same is not called large enough."""
    context = make_context(make_offers(shop_area_m2=40))
    block = score_block(context, make_cooperatives(shop_area_m2=4), make_areas(), keep=True)
    name = "shop_coverage_ratio"
    assert block.prior.contributions[name][0, 0] < 0
    turned = {**block.chance.contributions, name: np.array([[0.9]])}
    found = pair_reasons(
        context, replace(block, chance=replace(block.chance, contributions=turned)), 0, 0, language
    )
    sentence = found.pro[found.pro_criteria.index(name)]
    assert expected in sentence
    assert sentence.startswith(term_labels(name)[language != "id"])
    (as_believed,) = pair_reasons(context, block, 0, 0, language).con
    assert "10" in as_believed
