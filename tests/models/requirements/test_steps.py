"""What is missing for one pair, in the order of applying."""

import datetime as dt

import pytest

from models.requirements.steps import application_window, rule_answers, steps_of
from models.scoring.block import score_block
from tests.builders import AT, make_areas, make_context, make_cooperatives, make_offers, make_requirements

DAY = dt.timedelta(1)


def answers(cooperative, requirements):
    """The answers of one pair."""
    context = make_context(make_offers(), requirements)
    block = score_block(context, cooperative, make_areas())
    return rule_answers(context.book, block.eligibility, 0, 0)


def window(opens_on=None, closes_on=None):
    """The window of an offer on the day, as its frame holds it."""
    offer = make_offers(apply_from=opens_on, apply_to=closes_on).iloc[0]
    return application_window(offer["apply_from"], offer["apply_to"], AT)


RULES = make_requirements(
    rule_id=["a-room", "b-members", "c-deed", "d-other", "e-wish"],
    field=["shop_area_m2", "member_count", "has_deed", "has_scales", "has_internet"],
    operator=[">=", ">=", "=", "=", "="],
    value=["6", "20", "ya", "ya", "ya"],
    severity=["must", "must", "must", "must", "should"],
    remedy_cost_idr=[5000, 0, None, 1, 1],
    remedy_days=[30, 14, None, 1, 1],
)


def test_every_rule_answers_papers_first():
    """Papers, people, room, the rest; should rules answer, too."""
    found = answers(make_cooperatives(has_deed=True, member_count=5), RULES)
    assert [
        ("c-deed", "met"),
        ("b-members", "failed"),
        ("a-room", "unknown"),
        ("e-wish", "unknown"),
        ("d-other", "unknown"),
    ] == [(one.rule.rule_id, one.answer) for one in found]


def test_steps_are_what_failed_then_what_to_check():
    """Only mandatory rules make steps; cost and days are the rule's own."""
    steps = steps_of(answers(make_cooperatives(has_deed=False, member_count=5), RULES), window())
    assert [
        ("do", "c-deed", None, None),
        ("do", "b-members", 0, 14),
        ("check", "a-room", 5000, 30),
        ("check", "d-other", 1, 1),
    ] == [(step.kind, step.rule_id, step.cost_idr, step.days) for step in steps]


def test_nothing_is_left_when_all_is_met():
    """No step for a met rule."""
    found = answers(make_cooperatives(has_deed=True), make_requirements(field="has_deed"))
    assert () == steps_of(found, window())


@pytest.mark.parametrize(
    ("opens_on", "closes_on", "expected"),
    [
        (None, None, "open"),
        (AT, AT, "open"),
        (AT + DAY, None, "next"),
        (AT + DAY, AT + 9 * DAY, "next"),
        (None, AT - DAY, "unannounced"),
        (AT - 9 * DAY, AT - DAY, "unannounced"),
        (AT - DAY, None, "open"),
    ],
)
def test_the_window_is_open_next_or_unannounced(opens_on, closes_on, expected):
    """Both ends belong to it; a blank one is open."""
    assert expected == window(opens_on, closes_on).state


def test_a_closed_window_adds_the_step_of_waiting():
    """With its date, or without when none is announced."""
    announced, unannounced = window(AT + DAY), window(None, AT - DAY)
    assert [("wait", "2026-03-02")] == [(step.kind, step.label) for step in steps_of((), announced)]
    assert [("wait", "")] == [(step.kind, step.label) for step in steps_of((), unannounced)]
    assert () == steps_of((), window())
