"""Only packaged files are served, each under an address that changes with it."""

import re

import pytest

from api.web.static_files import static_files


def test_pages_name_files_by_their_digest(client):
    """A new stylesheet is a new address."""
    text = client.get("/").text
    assert f'/static/sanding.css?v={static_files()["sanding.css"].digest}"' in text


@pytest.mark.parametrize("name", static_files())
def test_files_are_sent_with_their_kind(name, client):
    """As stylesheets and drawings, to be kept for a while."""
    answer = client.get(f"/static/{name}")
    assert static_files()[name].kind == answer.headers["content-type"].partition(";")[0]
    assert "public" in answer.headers["cache-control"]


@pytest.mark.parametrize(
    "name", ["..%2f..%2fapp.py", "%2e%2e/words/id.toml", "sanding.css/", "", "SANDING.CSS"]
)
def test_nothing_else_is_there(name, client):
    """No path leads out of the folder."""
    assert 404 == client.get(f"/static/{name}").status_code


def test_the_stylesheet_asks_nobody(client):
    """No import, no font, no image from elsewhere."""
    assert [] == re.findall(r"@import|url\(|https?:", client.get("/static/sanding.css").text)
