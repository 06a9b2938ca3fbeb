"""What was said about loans, kept apart statement by statement."""

from features.catalog.loader import catalog_rows

SCHEMES = {row["scheme_id"]: row for row in catalog_rows("financing")}


def test_no_scheme_is_called_open():
    """In February 2026 the department still waited for guidance (K3)."""
    assert {"awaiting_guidance", "withdrawn"} == {row["status"] for row in SCHEMES.values()}


def test_the_statements_disagree():
    """3 and 6 percent, 72 and 120 months stand side by side; none was smoothed away."""
    assert {"", "3", "6"} == {row["rate_percent_per_year"] for row in SCHEMES.values()}
    assert {"", "72", "120"} == {row["tenor_months"] for row in SCHEMES.values()}


def test_the_regulation_is_withdrawn_by_the_minister():
    """PMK 49 keeps its terms, with the status of 14 November 2025."""
    row = SCHEMES["pmk-49-2025"]
    expected = ("3000000000", "500000000", "6", "72", "6", "withdrawn", "2025-11-14")
    names = (
        "ceiling_idr",
        "working_capital_ceiling_idr",
        "rate_percent_per_year",
        "tenor_months",
        "grace_months",
        "status",
        "confirmed_on",
    )
    assert expected == tuple(row[name] for name in names)


def test_a_hope_is_not_a_rate():
    """A rate "hoped to be below 6 %" stays unknown."""
    assert "" == SCHEMES["menkop-2025-09-15"]["rate_percent_per_year"]


def test_every_statement_is_dated_sourced_and_explained():
    """Who said it, when, and what is odd about it."""
    for row in SCHEMES.values():
        assert all(row[name] for name in ("source", "confirmed_on", "note"))
        assert "fact" == row["basis"]
