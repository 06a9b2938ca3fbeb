"""A plan as a workbook, dry or kept."""

import io

import pytest
from python_calamine import CalamineWorkbook
from starlette.testclient import TestClient

from api.app import create_app

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def rows_of(answer, name):
    """The cells of one sheet."""
    return CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_name(name).to_python()


@pytest.mark.parametrize(
    ("language", "name", "head"), [("id", "Rencana", "Koperasi"), ("en", "Plan", "Cooperative")]
)
def test_a_dry_run_comes_with_the_settings_of_the_address(language, name, head, client):
    """One row for each pair, areas by name."""
    answer = client.get(f"/alokasi.xlsx?paling=1&lang={language}")
    assert (200, XLSX) == (answer.status_code, answer.headers["content-type"])
    assert 'filename="draf-' in answer.headers["content-disposition"]
    header, *rows = rows_of(answer, name)
    assert (head, 67) == (header[1], len(rows))
    assert all(row[2] and row[3] for row in rows)


@pytest.mark.parametrize("query", ["paling=x", "paling=0", "sebelum=nobody"])
def test_settings_that_do_not_fit_lead_to_the_form(query, client):
    """Which says what is wrong."""
    answer = client.get(f"/alokasi.xlsx?{query}&status=eligible&status=unknown", follow_redirects=False)
    assert 303 == answer.status_code
    assert "status=eligible&status=unknown" in answer.headers["location"]
    assert 422 == client.get(answer.headers["location"]).status_code


def test_a_kept_plan_bears_its_name_and_the_paper_that_was_asked_for(own, app_clock):
    """A paper that does not exist is A4."""
    with TestClient(create_app(own, clock=app_clock)) as client:
        plan = client.app.state.workspace.solve_allocation(author="t")
        address = f"/alokasi/{plan.allocation_id}.xlsx"
        plain, folio, odd = (client.get(address + query) for query in ("", "?kertas=f4", "?kertas=a0"))
        assert f'filename="{plan.allocation_id}.xlsx"' in plain.headers["content-disposition"]
        assert len(plan.assignments) == len(rows_of(plain, "Rencana")) - 1
        assert plain.content == odd.content != folio.content
        numbers = [row[0] for row in rows_of(plain, "Lampiran surat") if isinstance(row[0], float)]
        assert list(range(1, len(plan.assignments) + 1)) == numbers


def test_a_plan_that_is_not_there_has_no_workbook(client):
    """As any address that leads nowhere."""
    assert 404 == client.get("/alokasi/nobody.xlsx").status_code


def test_too_many_cooperatives_lead_to_the_page_that_says_so(client, monkeypatch):
    """Nothing is reckoned."""
    monkeypatch.setattr("api.web.allocation_page.MOST_SCORED", 10)
    answer = client.get("/alokasi.xlsx?paling=18", follow_redirects=False)
    assert 303 == answer.status_code
