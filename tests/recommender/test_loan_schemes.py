"""Schemes: typed, unknown as ``None``, latest first, each with its age."""

import datetime as dt

import pytest

from recommender.loan_schemes import loan_schemes

TODAY = dt.date(2026, 11, 21)


def test_unknown_terms_are_none_and_known_ones_typed(read_serang):
    """A hope is no rate; the regulation's terms are numbers."""
    found = {one.scheme_id: one for one in loan_schemes(read_serang.store, TODAY)}
    hoped, regulation = found["menkop-2025-09-15"], found["pmk-49-2025"]
    assert (None, None, None) == (hoped.rate_percent_per_year, hoped.tenor_months, hoped.needs_collateral)
    assert (3_000_000_000, 500_000_000, 6.0, 72, 6) == (
        regulation.ceiling_idr,
        regulation.working_capital_ceiling_idr,
        regulation.rate_percent_per_year,
        regulation.tenor_months,
        regulation.grace_months,
    )
    assert (5, 1) == (regulation.known_terms_count, hoped.known_terms_count)
    assert found["kopdes-kadis-2025-07-08"].needs_collateral is True


def test_the_latest_statement_comes_first(writable):
    """Undated ones last, ties by id."""
    with writable.store.revision(author="t", source="t", made_at=writable.now()) as revision:
        revision.upsert(
            "financing",
            [
                {"scheme_id": "b", "name": "B", "confirmed_on": TODAY},
                {"scheme_id": "a", "name": "A", "confirmed_on": TODAY},
                {"scheme_id": "d", "name": "D"},
                {"scheme_id": "c", "name": "C"},
            ],
        )
    found = loan_schemes(writable.store, TODAY)
    assert ["a", "b", "kadis-2026-02-18"] == [one.scheme_id for one in found[:3]]
    assert ["c", "d"] == [one.scheme_id for one in found[-2:]]
    assert found[-1].age_days is None
    assert not found[-1].is_old


@pytest.mark.parametrize(("days", "is_old"), [(-1, False), (0, False), (90, False), (91, True)])
def test_a_statement_is_old_after_ninety_days(days, is_old, read_serang):
    """Counted from the day it was confirmed; the ninetieth is not old yet."""
    found = loan_schemes(read_serang.store, dt.date(2026, 2, 18) + dt.timedelta(days=days))
    newest = next(one for one in found if one.scheme_id == "kadis-2026-02-18")
    assert (days, is_old) == (newest.age_days, newest.is_old)


def test_only_an_open_scheme_is_open(read_serang):
    """None of those on record is."""
    assert not any(one.is_open for one in loan_schemes(read_serang.store, TODAY))
