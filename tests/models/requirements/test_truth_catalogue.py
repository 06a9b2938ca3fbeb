"""Every rule of the packaged catalogue has its four answers: met, failed, at its bound, unknown."""

import pandas as pd
import pytest

from features.catalog.loader import catalog_rows
from models.requirements.rules import rules_on
from models.requirements.truth import FAILED, MET, UNKNOWN, truth_of
from tests.builders import AT, make_requirements, rule_fields, typed

ROWS = [dict(row) for row in catalog_rows("requirements")]
NAMES = [f"{row['offer_id']}/{row['rule_id']}" for row in ROWS]
STRANGER = "bukan-itu"


def answer(condition, value):
    """How a cooperative with this value stands to the condition."""
    frame = pd.DataFrame({condition.field: typed(rule_fields()[condition.field], [value])})
    return int(truth_of(condition, frame)[0])


def values_of(condition):
    """A value that meets it, one that fails it, and one at its bound with what holds there."""
    wanted, column = condition.value, rule_fields()[condition.field]
    if condition.operator in {">=", "<="}:
        step = 1 if condition.operator == ">=" else -1
        return wanted + step, wanted - step, (wanted, MET)
    if condition.operator == "=" and column.is_numeric and column.kind != "yes_no":
        return wanted, wanted + 1, (wanted - 1, FAILED)
    if condition.operator == "=":
        other = (not wanted) if isinstance(wanted, bool) or column.kind == "yes_no" else STRANGER
        return wanted, other, (wanted, MET)
    if condition.operator == "in":
        return wanted[0], STRANGER, (wanted[-1], MET)
    if condition.operator == "has":
        return (*wanted, STRANGER), (STRANGER,), (wanted, MET)
    return (wanted[-1], STRANGER), (STRANGER,), ((), FAILED)


@pytest.mark.parametrize("row", ROWS, ids=NAMES)
def test_a_rule_is_met_failed_decided_at_its_bound_and_unknown(row):
    """A stated empty list fails ``has``; a blank field is unknown, never failed."""
    given = {name: row[name] for name in ("field", "operator", "value")}
    (rule,) = rules_on(make_requirements(**given), rule_fields(), AT)
    condition = rule.condition
    assert condition.value is not None, "the catalogue's own value can be read"
    met, failed, (bound, at_bound) = values_of(condition)
    assert (MET, FAILED, at_bound, UNKNOWN) == tuple(
        answer(condition, value) for value in (met, failed, bound, None)
    )
