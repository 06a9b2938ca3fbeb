"""Requirement rows of one day as rules."""

import datetime as dt

import pytest

from models.requirements.rules import rules_on
from tests.builders import AT, make_requirements, no_rows, rule_fields


def rule(at=AT, **given):
    """The only rule of one row."""
    return rules_on(make_requirements(**{"field": "has_deed", **given}), rule_fields(), at)[0]


@pytest.mark.parametrize(
    ("starts", "ends", "expected"),
    [
        (None, None, True),
        (AT, None, True),
        (AT + dt.timedelta(1), None, False),
        (None, AT, True),
        (None, AT - dt.timedelta(1), False),
        (AT, AT, True),
        (dt.date(2020, 1, 1), dt.date(2021, 1, 1), False),
    ],
)
def test_only_rules_in_force_are_returned(starts, ends, expected):
    """Both ends belong to the period; a blank one is open."""
    rows = make_requirements(field="has_deed", valid_from=starts, valid_to=ends)
    assert expected == bool(rules_on(rows, rule_fields(), AT))


def test_rules_come_by_offer_and_id():
    """Whatever the order of the rows."""
    rows = make_requirements(offer_id=["b", "a", "a"], rule_id=["1", "2", "1"], field="has_deed")
    found = rules_on(rows, rule_fields(), AT)
    assert [("a", "1"), ("a", "2"), ("b", "1")] == [(one.offer_id, one.rule_id) for one in found]


@pytest.mark.parametrize(
    ("field", "operator", "text", "expected"),
    [
        ("has_deed", "=", "ya", 1.0),
        ("cash_idr", ">=", "Rp 1,5 juta", 1_500_000.0),
        ("kitchen_distance_km", "<=", "2.5", 2.5),
        ("premises_status", "in", "rented; owned", ("rented", "owned")),
        ("stage", "in", "2;3", (2, 3)),
        ("vehicles", "has_any", 'pickup;"truck"', ("pickup", "truck")),
        ("has_scales", "=", "ada", 1.0),
        ("no_such_field", "=", "ya", None),
        ("cash_idr", ">=", "banyak", None),
        ("stage", "in", "2;-", None),
        ("cash_idr", ">=", "tidak tahu", None),
    ],
)
def test_the_value_follows_its_fields_cell_rules(field, operator, text, expected):
    """What cannot be read is None, and keeps its text."""
    found = rule(field=field, operator=operator, value=text)
    assert (expected, text) == (found.condition.value, found.stated_value)


def test_what_is_unknown_of_a_rule_stays_unknown():
    """Cost and days are None, not zero; the label falls back on the id."""
    found = rule(remedy=None)
    assert (None, None, "", "r1") == (found.remedy_cost_idr, found.remedy_days, found.remedy, found.label)


def test_a_stated_zero_of_a_rule_stays_zero():
    """Free and at once are answers."""
    found = rule(remedy_cost_idr=0, remedy_days=0, label="Akta", source="L5", basis="fact")
    assert (0, 0, "Akta", "L5") == (found.remedy_cost_idr, found.remedy_days, found.label, found.source)


def test_a_remedy_of_blanks_is_none():
    """Spaces do not help anybody."""
    assert rule(remedy="  ").remedy == ""


def test_only_must_is_mandatory():
    """A should rule informs, it does not decide."""
    assert (True, False) == (rule().must, rule(severity="should").must)


def test_no_rows_give_no_rules():
    """An empty table is no error."""
    assert () == rules_on(no_rows("requirements"), rule_fields(), AT)
