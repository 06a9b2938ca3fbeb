"""Which unknown fact matters most."""

import numpy as np
import pytest

from models.explain.asking import questions
from models.scoring.block import score_block
from tests.builders import make_areas, make_context, make_cooperatives, make_offers, make_requirements
from tests.worlds import random_world


def asked(offers=None, requirements=None, *, columns=(0,), most=99, **cooperative):
    """The questions about one cooperative."""
    context = make_context(make_offers() if offers is None else offers, requirements)
    block = score_block(context, make_cooperatives(**cooperative), make_areas(), keep=True)
    return questions(context, block, 0, columns, most)


@pytest.mark.parametrize("seed", range(10))
def test_only_unknown_fields_are_asked_for(seed):
    """Each once, and only if the answer could change something."""
    world = random_world(seed)
    context = make_context(world.offers, world.requirements, financing=world.financing)
    block = score_block(context, world.cooperatives, world.areas, keep=True)
    columns = range(len(context.offer_ids))
    for row, cooperative in enumerate(world.cooperatives.to_dict("records")):
        found = questions(context, block, row, columns, most=99)
        assert len(found) == len({question.field for question in found})
        for question in found:
            value = cooperative[question.field]
            assert value is None or (isinstance(value, float) and np.isnan(value)), question.field
            assert question.swing_logit > 0 or question.rules > 0


def test_a_rules_field_is_asked_for_with_the_rules_it_decides():
    """Only mandatory ones, over all offers asked about; fields of facts, too."""
    rules = make_requirements(
        offer_id=["o1", "o2", "o1", "o1"],
        field=["has_scales", "has_scales", "has_safe", "has_deed"],
        severity=["must", "must", "should", "must"],
    )
    offers = make_offers(offer_id=["o1", "o2"])
    found = {one.field: one.rules for one in asked(offers, rules, columns=(0, 1), has_deed=True)}
    assert found["has_scales"] == 2
    assert found["board_skill_level"] == 0
    assert not {"has_safe", "has_deed"} & set(found)


def test_answering_ends_the_question():
    """And leaves the others."""
    before = {one.field for one in asked()}
    assert {"board_skill_level", "member_count"} <= before
    assert before - {"board_skill_level"} == {one.field for one in asked(board_skill_level=2)}


def test_the_largest_goes_first_and_most_limits():
    """By how far it could move the answer."""
    everything = asked()
    assert everything[:2] == asked(most=2)
    sizes = [one.swing_logit for one in everything]
    assert sorted(sizes, reverse=True) == sizes


def test_no_offer_asked_about_gives_no_question():
    """There is nothing to decide."""
    assert () == asked(columns=())
