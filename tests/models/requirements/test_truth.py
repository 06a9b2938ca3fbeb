"""One condition over all cooperatives: four answers per operator, met, failed, at the bound, unknown."""

import datetime as dt

import numpy as np
import pandas as pd
import pytest

from models.requirements.rules import Condition, rules_on
from models.requirements.truth import FAILED, MET, UNKNOWN, truth_of
from tests.builders import AT, make_cooperatives, make_requirements, rule_fields


def answer(field, operator, text, value):
    """The answer of one cooperative to one rule, as a partner writes it."""
    rules = rules_on(make_requirements(field=field, operator=operator, value=text), rule_fields(), AT)
    return int(truth_of(rules[0].condition, make_cooperatives(**{field: [value]}))[0])


@pytest.mark.parametrize(
    ("field", "operator", "text", "value", "expected"),
    [
        # at least: met, failed, boundary, unknown
        ("member_count", ">=", "20", 25, MET),
        ("member_count", ">=", "20", 19, FAILED),
        ("member_count", ">=", "20", 20, MET),
        ("member_count", ">=", "20", None, UNKNOWN),
        ("member_count", ">=", "0", 0, MET),
        ("cash_idr", ">=", "3 juta", 2_999_999, FAILED),
        ("observed_on", ">=", "2026-01-01", dt.date(2026, 1, 1), MET),
        ("observed_on", ">=", "2026-01-01", dt.date(2025, 12, 31), FAILED),
        ("observed_on", ">=", "2026-01-01", None, UNKNOWN),
        # at most
        ("kitchen_distance_km", "<=", "5", 4.9, MET),
        ("kitchen_distance_km", "<=", "5", 5.1, FAILED),
        ("kitchen_distance_km", "<=", "5", 5, MET),
        ("kitchen_distance_km", "<=", "5", None, UNKNOWN),
        ("lpg_outlets_500m_count", "<=", "0", 0, MET),
        # equal
        ("has_deed", "=", "ya", True, MET),
        ("has_deed", "=", "ya", False, FAILED),
        ("has_deed", "=", "tidak", False, MET),
        ("has_deed", "=", "ya", None, UNKNOWN),
        ("stage", "=", "2", 2, MET),
        ("stage", "=", "2", 3, FAILED),
        ("road_access", "=", "truck", "truck", MET),
        ("road_access", "=", "truck", "pickup", FAILED),
        ("road_access", "=", "truck", None, UNKNOWN),
        ("observed_on", "=", "2026-01-01", dt.date(2026, 1, 1), MET),
        # one of
        ("premises_status", "in", "rented;owned", "owned", MET),
        ("premises_status", "in", "rented;owned", "borrowed", FAILED),
        ("premises_status", "in", "owned", "owned", MET),
        ("premises_status", "in", "rented;owned", None, UNKNOWN),
        ("stage", "in", "2;3", 3, MET),
        ("stage", "in", "2;3", 4, FAILED),
        ("stage", "in", "2;3", None, UNKNOWN),
        # has
        ("specialists", "has", "doctor", ("doctor", "midwife"), MET),
        ("specialists", "has", "doctor", ("midwife",), FAILED),
        ("specialists", "has", "doctor", ("doctor",), MET),
        ("specialists", "has", "doctor", (), FAILED),
        ("specialists", "has", "doctor", None, UNKNOWN),
        # has any
        ("vehicles", "has_any", "pickup;truck", ("motor", "truck"), MET),
        ("vehicles", "has_any", "pickup;truck", ("motor",), FAILED),
        ("vehicles", "has_any", "pickup;truck", ("pickup",), MET),
        ("vehicles", "has_any", "pickup;truck", (), FAILED),
        ("vehicles", "has_any", "pickup;truck", None, UNKNOWN),
        # a rule that cannot be read or answered is unknown for all
        ("member_count", ">=", "many", 25, UNKNOWN),
        ("member_count", ">=", "tidak tahu", 25, UNKNOWN),
        ("member_count", "in", "-", 25, UNKNOWN),
        ("premises_status", "in", "owned;palace", "owned", UNKNOWN),
        ("premises_status", ">=", "borrowed", "owned", UNKNOWN),
        ("vehicles", "in", "pickup;truck", ("pickup",), UNKNOWN),
        ("vehicles", "=", "pickup", ("pickup",), UNKNOWN),
        ("specialists", "has", "nihil", ("doctor",), UNKNOWN),
    ],
)
def test_each_operator_answers_with_three_values(field, operator, text, value, expected):
    """Met, failed or unknown, as the contract's operators say."""
    assert expected == answer(field, operator, text, value)


def test_a_field_that_no_column_holds_is_unknown():
    """Never failed: nobody was asked."""
    found = truth_of(Condition("has_scales", "=", 1.0), make_cooperatives(name=["a", "b"]))
    assert [UNKNOWN, UNKNOWN] == found.tolist()


def test_text_that_pandas_made_its_own_is_read_all_the_same():
    """A NaN among strings is unknown, too."""
    frame = pd.DataFrame({"road_access": pd.Series(["truck", None], dtype="str")})
    assert [MET, UNKNOWN] == truth_of(Condition("road_access", "=", "truck"), frame).tolist()


def test_the_answer_has_one_byte_a_row():
    """Also for no row at all."""
    found = truth_of(Condition("member_count", ">=", 1.0), make_cooperatives().iloc[:0])
    assert ((0,), np.dtype("int8")) == (found.shape, found.dtype)
