"""What can be asked of a plan, and what is said when it cannot."""

import pytest

from recommender.allocations.settings import AllocationSettings, Hold, checked_settings
from recommender.errors import RefusedError


def test_the_defaults_can_be_asked_for():
    """All but blocked, three each, no floor, changes free."""
    settings = checked_settings(AllocationSettings())
    assert ("eligible", "needs_steps", "unknown") == settings.statuses
    assert (3, 0, False, 0.0) == (
        settings.max_per_cooperative,
        settings.min_per_district,
        settings.one_each,
        settings.change_price,
    )


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"objective": "glory"}, "glory"),
        ({"max_per_cooperative": 0}, "1 sampai"),
        ({"max_per_cooperative": 21}, "21"),
        ({"min_per_district": -1}, "min_per_district"),
        ({"change_price": float("nan")}, "change_price"),
        ({"change_price": -0.1}, "change_price"),
        ({"city_budget_idr": -5}, "city_budget_idr"),
        ({"district_budget_idr": 10**15}, "district_budget_idr"),
        ({"statuses": ()}, "Status"),
        ({"statuses": ("eligible", "siap")}, "siap"),
        ({"holds": (Hold("k1", "o1", "frozen"),)}, "frozen"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(changes, said):
    """In both languages."""
    with pytest.raises(RefusedError, match=said):
        checked_settings(AllocationSettings(**changes))
