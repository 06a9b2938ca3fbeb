"""Bars stand on one scale and both signs are seen."""

from hypothesis import given
from hypothesis import strategies as st

from api.web.contribution_charts import largest_effect, top_bars
from recommender.drivers import Driver

EFFECTS = st.lists(st.floats(-3, 3), max_size=12)


def terms(effects):
    """One term for each effect."""
    return [Driver(f"t{place}", "", "", effect) for place, effect in enumerate(effects)]


@given(EFFECTS, st.integers(2, 6))
def test_bars_fit_and_show_what_counts_most(effects, most):
    """Inside the drawing, no more than asked, the strongest of each sign among them."""
    found = terms(effects)
    bars = top_bars(found, most, largest_effect([found]))
    assert len(bars) <= most
    assert all(0 <= bar.left <= bar.left + bar.width <= 100.01 for bar in bars)
    shown = {bar.effect_logit for bar in bars}
    highest, lowest = max([0, *effects]), min([0, *effects])
    assert {one for one in (highest, lowest) if abs(one) >= 0.005} <= shown


def test_the_starting_point_is_no_effect():
    """It is the same for all."""
    assert [] == top_bars([Driver("base", "", "", -2.0)], 3, 1.0)
    assert 1.0 == largest_effect([[Driver("base", "", "", -2.0)]])
