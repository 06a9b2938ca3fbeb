"""Tables and templates as files."""

import pytest

from features.schema.loader import table_names


@pytest.mark.parametrize("table", table_names())
def test_every_table_and_template_can_be_downloaded(client, table):
    """As a workbook and as CSV."""
    for place, start in (
        (f"/unduh/tabel/{table}.xlsx", b"PK"),
        (f"/unduh/templat/{table}.xlsx", b"PK"),
        (f"/unduh/tabel/{table}.csv", table_start(table)),
    ):
        answer = client.get(place)
        assert (200, True) == (answer.status_code, answer.content.startswith(start))
        assert "attachment" in answer.headers["content-disposition"]


def table_start(table):
    """How the CSV of a table begins."""
    return {"areas": b"code,name", "boundaries": b"code,geometry"}.get(table, b"")


def test_no_such_table_is_not_found(client):
    """No path of a file either."""
    for place in ("/unduh/tabel/users.xlsx", "/unduh/templat/..%2fx.xlsx", "/unduh/tabel/revisions.csv"):
        assert 404 == client.get(place).status_code
