"""A month in figures says what the ranking says, and where it comes from."""

import pytest

from recommender.errors import NotFoundError

UNYUR = "kkmp-3673011007"


@pytest.mark.parametrize("sample", ["serang", "kosong"])
@pytest.mark.slow
def test_the_margins_are_those_of_the_suggestions(sample, request):
    """Low, likely and high, for every offer of three cooperatives."""
    workspace = request.getfixturevalue(sample)
    for cooperative in list(workspace.gathered().cooperatives["cooperative_id"])[::25]:
        for pair in workspace.suggest(cooperative, blocked=True).suggestions:
            found = workspace.economics(cooperative, pair.offer_id)
            assert (pair.margin_low_idr, pair.expected_margin_idr, pair.margin_high_idr) == (
                found.low.margin_idr,
                found.likely.margin_idr,
                found.high.margin_idr,
            )
            assert (pair.margin_basis, pair.jobs_count) == (found.margin_basis, found.jobs_count)
            is_spread = found.low.margin_idr != found.high.margin_idr
            assert bool(found.drivers) == is_spread, pair.offer_id


def test_an_offer_that_others_manage_is_a_fee(serang):
    """And takes no capital."""
    found = serang.economics(UNYUR, "toko-dikelola-mitra")
    assert (True, 0.0, 0.0) == (found.is_fee_only, found.capital_idr, found.likely.payback_months)
    assert not serang.economics(UNYUR, "beras-sphp").is_fee_only


def test_sources_and_days_stand_beside_the_figures(serang):
    """In the language asked for."""
    found = serang.economics(UNYUR, "beras-sphp", language="en")
    assert "Population" == found.demand_label
    assert found.source
    assert found.confirmed_on
    assert "assumption" == found.basis


def test_what_is_not_there_is_not_found(serang):
    """Neither cooperative nor offer."""
    with pytest.raises(NotFoundError):
        serang.economics("nobody", "beras-sphp")
    with pytest.raises(NotFoundError):
        serang.economics(UNYUR, "nothing")
