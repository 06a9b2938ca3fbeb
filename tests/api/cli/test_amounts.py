"""Numbers on a terminal: rounded columns that add up, nothing certain that is not."""

import math

from hypothesis import given
from hypothesis import strategies as st

from api.cli.amounts import adding_up, percent, rupiah, score_text

NUMBERS = st.lists(st.floats(-9, 9).map(lambda value: round(value, 9)), max_size=30)


@given(values=NUMBERS)
def test_rounded_terms_add_up_to_the_rounded_sum(values):
    """And none is further from its value than one unit of the last digit."""
    shown = adding_up(values, 3)
    assert math.isclose(round(math.fsum(values), 3), math.fsum(shown), abs_tol=1e-9)
    assert all(abs(one - exact) < 0.001 + 1e-9 for one, exact in zip(shown, values, strict=True))


@given(share=st.floats(0, 1, exclude_min=True, exclude_max=True))
def test_a_chance_is_never_shown_as_certain(share):
    """Neither 0 % nor 100 %."""
    assert percent(share, "id") not in {"0%", "100%"}


def test_scores_are_shown_in_their_own_unit():
    """Rupiah, points, percent, jobs."""
    shown = [score_text(0.5, objective, "id") for objective in ("balanced", "success", "jobs")]
    assert ["0,5", "50,0", "0,50"] == shown
    assert "Rp1.250.000" == score_text(1_250_000.0, "margin", "id") == rupiah(1_250_000.0, "id")
