"""The status of every pair, against one worked out pair by pair without arrays."""

import datetime as dt

import numpy as np
import pytest

from models.requirements.eligibility import STATUSES
from models.scoring.block import score_block
from tests.builders import (
    AT,
    make_areas,
    make_context,
    make_cooperatives,
    make_events,
    make_offers,
    make_requirements,
)
from tests.worlds import random_world

DAY = dt.timedelta(1)


def status(cooperatives=None, offers=None, requirements=None, events=None):
    """The statuses of a small city, by row and column."""
    block = make_cooperatives() if cooperatives is None else cooperatives
    offered = make_offers() if offers is None else offers
    context = make_context(offered, requirements, events=events, cooperatives=block)
    found = score_block(context, block, make_areas()).eligibility.status
    return [[STATUSES[code] for code in row] for row in found]


@pytest.mark.parametrize(
    ("deed", "severity", "remedy", "expected"),
    [
        (True, "must", "Urus.", "eligible"),
        (False, "must", "Urus.", "needs_steps"),
        (False, "must", None, "blocked"),
        (None, "must", "Urus.", "unknown"),
        (None, "must", None, "unknown"),
        (False, "should", "Urus.", "eligible"),
        (False, "should", None, "eligible"),
        (None, "should", None, "eligible"),
    ],
)
def test_one_rule_decides_as_the_contract_says(deed, severity, remedy, expected):
    """Only must rules count; without a remedy a failed one blocks."""
    rules = make_requirements(field="has_deed", severity=severity, remedy=remedy)
    assert [[expected]] == status(make_cooperatives(has_deed=deed), requirements=rules)


def test_a_failed_rule_goes_before_an_unknown_one():
    """Needs steps, with the unknown one left to check."""
    rules = make_requirements(field=["has_deed", "has_tax_number"])
    assert [["needs_steps"]] == status(make_cooperatives(has_deed=False), requirements=rules)


def test_without_rules_everybody_is_eligible():
    """An offer that asks nothing refuses nobody."""
    assert [["eligible"]] == status()


@pytest.mark.parametrize(
    ("starts", "ends", "expected"),
    [
        (AT, AT, "eligible"),
        (AT + DAY, None, "blocked"),
        (None, AT - DAY, "blocked"),
        (None, None, "eligible"),
    ],
)
def test_outside_its_validity_an_offer_is_blocked(starts, ends, expected):
    """Both ends belong to the period."""
    assert [[expected]] == status(offers=make_offers(valid_from=starts, valid_to=ends))


def test_a_closed_application_window_never_blocks():
    """It adds a step, no more."""
    assert [["eligible"]] == status(offers=make_offers(apply_from=AT + DAY, apply_to=AT + 9 * DAY))
    assert [["eligible"]] == status(offers=make_offers(apply_to=AT - DAY))


def test_an_offers_own_numbers_decide_nothing():
    """Capital, room and skill feed the score, not the status."""
    poor = make_cooperatives(own_capital_idr=0, shop_area_m2=0, board_skill_level=0)
    offers = make_offers(capital_need_idr=10**9, shop_area_m2=500, skill_level=4)
    assert [["eligible"]] == status(poor, offers)


def test_the_holder_of_the_last_place_is_not_blocked():
    """Everybody else is."""
    found = status(
        make_cooperatives(name=["a", "b"]), make_offers(city_quota=1), events=make_events(kind="opened")
    )
    assert [["eligible"], ["blocked"]] == found


def test_a_full_district_blocks_its_own_cooperatives_only():
    """Another district has places of its own."""
    cooperatives = make_cooperatives(area_code=["36.73.01.1001", "36.73.01.1001", "36.73.02.1001"])
    found = status(cooperatives, make_offers(district_quota=1), events=make_events(kind="approved"))
    assert [["eligible"], ["blocked"], ["eligible"]] == found


def pair_status(cooperative, offer_id, rules):
    """One pair by the contract's words, for the favourable rules of random worlds."""
    asked = rules[(rules["offer_id"] == offer_id) & (rules["severity"] == "must")]
    answers = [
        (single_answer(cooperative[rule["field"]], rule["operator"], rule["value"]), rule["remedy"])
        for rule in asked.to_dict("records")
    ]
    if any(met is False and not remedy for met, remedy in answers):
        return "blocked"
    if any(met is False for met, _ in answers):
        return "needs_steps"
    return "unknown" if any(met is None for met, _ in answers) else "eligible"


def single_answer(value, operator, text):
    """True, False or None for one value and one rule."""
    if value is None or (isinstance(value, float) and np.isnan(value)):
        return None
    wanted = text.split(";")
    answers = {
        ">=": lambda: value >= float(text),
        "<=": lambda: value <= float(text),
        "=": lambda: value == (1.0 if text == "ya" else text),
        "in": lambda: value in wanted,
        "has": lambda: text in value,
        "has_any": lambda: any(item in value for item in wanted),
    }
    return bool(answers[operator]())


@pytest.mark.parametrize("seed", range(20))
def test_random_worlds_agree_with_pairs_worked_out_one_by_one(seed):
    """Statuses, and how many mandatory rules are met, failed and unknown."""
    world = random_world(seed)
    context = make_context(world.offers, world.requirements, cooperatives=world.cooperatives)
    found = score_block(context, world.cooperatives, world.areas).eligibility
    for row, cooperative in enumerate(world.cooperatives.to_dict("records")):
        for column, offer_id in enumerate(context.offer_ids):
            expected = pair_status(cooperative, offer_id, world.requirements)
            assert expected == STATUSES[found.status[row, column]]
    assert (found.met + found.failed + found.unknown == context.book.must_count).all()


def test_days_add_up_over_failed_and_over_unknown_rules():
    """A remedy without stated days counts as a month."""
    rules = make_requirements(
        field=["has_deed", "has_tax_number", "has_internet", "has_bank_account"],
        remedy_days=[7, None, 3, 100],
        severity=["must", "must", "must", "should"],
    )
    context = make_context(make_offers(), rules)
    block = make_cooperatives(has_deed=False, has_tax_number=False, has_bank_account=False)
    found = score_block(context, block, make_areas()).eligibility
    assert (37.0, 3.0) == (found.step_days[0, 0], found.unknown_days[0, 0])


def test_rules_of_offers_that_are_not_listed_are_left_out():
    """They belong to nobody in the block."""
    context = make_context(make_offers(), make_requirements(offer_id="gone", field="has_deed"))
    assert ((), 0.0) == (context.book.conditions, context.book.must_count[0])


def test_equal_conditions_of_several_offers_are_answered_once():
    """Rules share what they ask, also twice within one offer."""
    rules = make_requirements(offer_id=["o1", "o1", "o2"], rule_id=["a", "b", "a"], field="has_deed")
    book = make_context(make_offers(offer_id=["o1", "o2"]), rules).book
    assert (1, [2.0, 1.0]) == (len(book.conditions), book.must_count.tolist())
