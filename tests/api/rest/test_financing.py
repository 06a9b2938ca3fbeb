"""Loans over REST: schemes with their status, instalments with their warning."""

import pytest

SCHEDULE = "/api/v1/financing/{}/schedule"
ENGLISH = {"Accept-Language": "en"}


@pytest.fixture(name="schedule")
def _schedule(client):
    """Ask for a schedule; the answer."""

    def ask(scheme_id="pmk-49-2025", **query):
        return client.get(
            SCHEDULE.format(scheme_id), params={"principal_idr": 50_000_000} | query, headers=ENGLISH
        )

    return ask


def test_schemes_come_by_id_with_what_they_mean(client):
    """Unknown is ``null``; the first remark is the status; age says what to confirm again."""
    found = client.get("/api/v1/financing", headers=ENGLISH).json()
    rows = {one["scheme_id"]: one for one in found["items"]}
    assert sorted(rows) == [one["scheme_id"] for one in found["items"]]
    assert found["total"] == len(rows)
    assert rows["menkop-2025-09-15"]["rate_percent_per_year"] is None
    assert [f"status_{one['status']}" for one in rows.values()] == [
        one["remarks"][0]["code"] for one in rows.values()
    ]
    assert (372, True, False) == tuple(
        rows["pmk-49-2025"][name] for name in ("age_days", "is_old", "is_open")
    )


def test_the_list_comes_in_parts(client):
    """The parts together are the whole; nothing has changed since tomorrow."""
    whole = client.get("/api/v1/financing").json()
    ids, cursor = [], None
    while cursor or not ids:
        part = client.get("/api/v1/financing", params={"limit": 4} | ({"cursor": cursor} if cursor else {}))
        ids += [one["scheme_id"] for one in part.json()["items"]]
        cursor = part.json()["next_cursor"]
    assert [one["scheme_id"] for one in whole["items"]] == ids
    later = client.get("/api/v1/financing", params={"updated_since": "2026-11-22T00:00:00Z"}).json()
    assert [] == later["items"]


def test_instalments_add_up_and_carry_the_warning(schedule):
    """Grace, equal payments, nothing owed in the end."""
    found = schedule().json()
    rows = found["instalments"]
    assert 72 == len(rows)
    assert 50_000_000 == sum(one["principal_idr"] for one in rows)
    assert found["totals"]["paid_idr"] == sum(one["payment_idr"] for one in rows)
    assert ({0}, 0) == ({one["principal_idr"] for one in rows[:6]}, rows[-1]["balance_idr"])
    assert found["warning"].startswith("No longer valid, so it cannot be applied for.")
    assert ["status_withdrawn", "confirm_again"] == [one["code"] for one in found["remarks"]]


def test_terms_that_are_unknown_can_be_given(schedule):
    """And are marked as assumed."""
    found = schedule("kadis-2026-02-18", rate_percent_per_year=6, tenor_months=24).json()
    codes = {one["code"] for one in found["remarks"]}
    assert {"rate_given", "tenor_given", "grace_unknown", "ceiling_unknown"} <= codes
    assert 24 == len(found["instalments"])


@pytest.mark.parametrize(
    ("scheme_id", "query", "location", "detail"),
    [
        ("pmk-49-2025", {"principal_idr": 3_000_000_001}, "query.principal_idr", "ceiling, Rp3,000,000,000"),
        ("pmk-49-2025", {"tenor_months": 73}, "query.tenor_months", "at most 72 months"),
        ("pmk-49-2025", {"tenor_months": 6}, "query.tenor_months", "longer than the grace"),
        ("pmk-49-2025", {"rate_percent_per_year": 3}, "query.rate_percent_per_year", "states its own rate"),
        ("menkop-2025-09-15", {}, "query.rate_percent_per_year", "not taken for zero"),
        ("menkop-2025-09-15", {"rate_percent_per_year": 6}, "query.tenor_months", "Give a tenor"),
    ],
)
def test_a_refusal_names_the_term_and_the_reason(scheme_id, query, location, detail, schedule):
    """As a problem with the parameter that does not fit."""
    answer = schedule(scheme_id, **query)
    assert (422, "application/problem+json") == (answer.status_code, answer.headers["content-type"])
    (fault,) = answer.json()["errors"]
    assert ("refused", location, "loan_refused") == (answer.json()["code"], fault["location"], fault["code"])
    assert detail in fault["detail"]


@pytest.mark.parametrize(
    "query",
    [{"principal_idr": 0}, {"principal_idr": "x"}, {"tenor_months": 0}, {"tenor_months": 601}]
    + [{"rate_percent_per_year": one} for one in (-1, 101, "nan", "inf")],
)
def test_parameters_out_of_range_are_refused(query, schedule):
    """Before anything is reckoned."""
    answer = schedule(**query)
    assert (422, "parameter_invalid") == (answer.status_code, answer.json()["code"])


def test_there_is_no_such_scheme(schedule, client):
    """And no schedule without an amount."""
    assert 404 == schedule("nihil").status_code
    assert 422 == client.get(SCHEDULE.format("pmk-49-2025")).status_code
