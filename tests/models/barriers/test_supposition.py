"""A supposed value meets its rule: whatever can be brought about at all."""

import numpy as np
import pandas as pd
import pytest

from models.barriers.supposition import merged_value, value_meeting
from models.requirements.rules import Condition
from models.requirements.truth import FAILED, MET, truth_of

CASES = [
    ("member_count", ">=", 20.0, 5.0),
    ("member_count", "=", 3.0, 5.0),
    ("has_deed", "=", True, 0.0),
    ("premises_status", "in", ("borrowed", "owned"), "none"),
    ("road_access", "=", "truck", "pickup"),
    ("vehicles", "has", ("tossa", "pickup"), ("motor",)),
    ("vehicles", "has_any", ("tossa", "pickup"), ()),
]


@pytest.mark.parametrize(("field", "operator", "wanted", "now"), CASES)
def test_the_value_meets_the_rule_that_failed(field, operator, wanted, now):
    """Answered by the rules' own truth, before and after."""
    condition = Condition(field, operator, wanted)

    def answer(value):
        cells = np.empty(1, dtype=float if isinstance(now, float) else object)
        cells[0] = value
        return int(truth_of(condition, pd.DataFrame({field: pd.Series(cells, dtype=cells.dtype)}))[0])

    assert FAILED == answer(now)
    assert MET == answer(value_meeting(condition, now))


def test_competitors_do_not_leave_and_unreadable_rules_ask_for_nothing():
    """Neither can be brought about."""
    assert value_meeting(Condition("lpg_outlets_500m_count", "<=", 0.0), 3.0) is None
    assert value_meeting(Condition("member_count", ">=", None), 3.0) is None


def test_a_list_keeps_what_it_holds():
    """Added at its end, each once."""
    assert ("motor", "tossa") == merged_value(("motor",), ("tossa", "motor"))
    assert ("tossa",) == merged_value(None, ("tossa",))
