"""Margin a month with its low and high estimates and what it rests on."""

import numpy as np
import pytest

from models.economics.margin import MARGIN_BASES, margin_block
from models.scoring.block import score_block
from tests.builders import make_areas, make_context, make_cooperatives, make_offers

STATED = {
    "demand_field": "member_count",
    "demand_units_per_month": 1,
    "margin_idr_per_unit": 1000,
    "running_cost_idr_per_month": 10_000,
}


def margin(members=50, **offer):
    """The margin of one pair: its basis, low, likely and high."""
    context = make_context(make_offers(**{**STATED, "basis": "fact", **offer}))
    found = score_block(context, make_cooperatives(member_count=members), make_areas()).margin
    return MARGIN_BASES[found.basis[0, 0]], found.low[0, 0], found.likely[0, 0], found.high[0, 0]


def test_stated_inputs_give_one_number():
    """A fact about the offer and a stated field: low, likely and high are the same."""
    assert margin() == ("known", 40_000.0, 40_000.0, 40_000.0)


def test_an_assumption_about_the_offer_is_marked():
    """The number is the same, its basis is not; a basis that is not stated is an assumption."""
    assert margin(basis="assumption")[0] == "assumed"
    assert margin(basis=None)[0] == "assumed"


def test_an_unknown_field_is_estimated_within_bounds():
    """Read at its references, marked as such."""
    basis, low, likely, high = margin(members=None)
    assert basis == "estimated"
    assert low < likely < high


def test_a_loss_on_every_unit_turns_the_ends_round():
    """Low is the smaller number even where more demand loses more."""
    basis, low, likely, high = margin(members=None, margin_idr_per_unit=-1000)
    assert basis == "estimated"
    assert low < likely < high


@pytest.mark.parametrize("gap", ["margin_idr_per_unit", "running_cost_idr_per_month", "demand_field"])
def test_an_offer_that_states_too_little_has_no_margin(gap):
    """Unknown, not zero."""
    basis, *numbers = margin(**{gap: None})
    assert basis == "unknown"
    assert np.isnan(numbers).all()


def test_the_areas_figures_are_an_assumption():
    """Households that only the area's estimate tells are not a fact about the cooperative."""
    assert margin(demand_field="household_count")[0] == "assumed"


def test_low_is_never_above_high():
    """Whatever comes in first."""
    no = np.array([[False]])
    block = margin_block(no, np.array([[2.0]]), np.array([[5.0]]), np.array([[1.0]]), no)
    assert (1.0, 5.0) == (block.low[0, 0], block.high[0, 0])
