"""Every page on three widths: axe finds nothing, nothing sticks out, the head is complete."""

import gzip
from importlib.resources import files

import pytest

from tests.journeys.addresses import EXAMPLES, MISSING, NO_PAGES, PAGES, page_routes
from tests.journeys.looking import sticking_out, violations

WIDTHS = (1280, 360, 320)
MOST_BYTES = 100_000


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_accessible_and_fits(address, language, server_url, page_at):
    """No violation of WCAG 2.2 AA or of good practice that axe knows, no sideways scrolling, any width.

    Axe looks at both layouts, wide and narrow; English pages differ in their words only, which have to fit.
    """
    page = page_at(WIDTHS[0], language=language, refusals=address == MISSING)
    page.goto(server_url + address)
    faults = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        faults[width] = sticking_out(page)
        if language == "id" and width != WIDTHS[1]:
            faults[width] += violations(page)
    assert {} == {width: found for width, found in faults.items() if found}


@pytest.mark.parametrize("store", ["kosong", "empty"])
@pytest.mark.parametrize("address", ["/", "/koperasi/kkmp-3673011007", "/model-bisnis"])
def test_a_page_with_little_to_show_is_accessible_and_fits(address, store, server_of, page_at):
    """Unknown values and empty lists are shown as well as full ones."""
    page = page_at(WIDTHS[0], refusals=store == "empty")
    page.goto(server_of(store) + address)
    for width in WIDTHS[::2]:
        page.set_viewport_size({"width": width, "height": 800})
        assert [] == violations(page) + sticking_out(page)


@pytest.mark.parametrize("address", PAGES)
def test_a_page_says_what_it_is_and_is_light(address, server_url, page_at):
    """Language, title, one heading, no inline code allowed; at most 100 kB with all it loads, packed."""
    page = page_at(1280, refusals=address == MISSING)
    answer = page.goto(server_url + address, wait_until="networkidle")
    assert "id" == page.locator("html").get_attribute("lang")
    assert page.title().endswith("· Sanding")
    assert len(page.title()) > len("· Sanding") + 3
    assert 1 == page.locator("h1").count()
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe-" not in policy
    assert "nosniff" == answer.headers["x-content-type-options"]
    bodies = {one.url.removeprefix(server_url): one.body() for one in page.watch.answers}
    sizes = {url: len(gzip.compress(body)) for url, body in bodies.items()}
    assert any(url.startswith("/static/") for url in sizes)
    assert sum(sizes.values()) <= MOST_BYTES, sizes


def test_own_scripts_are_small():
    """What runs in the browser stays an extra: five kilobytes at most."""
    scripts = [one for one in files("api.web").joinpath("static").iterdir() if one.name.endswith(".js")]
    assert sum(len(one.read_bytes()) for one in scripts) <= 5_000


def test_every_page_has_an_example():
    """A new page is added to ``addresses.py``, and with that to all tests of this folder."""
    assert EXAMPLES.keys() | NO_PAGES.keys() == page_routes()


def test_every_example_is_a_page(server_url, page_at):
    """The addresses lead to pages that are there."""
    page = page_at(1280)
    for address in PAGES[:-1]:
        answer = page.goto(server_url + address, wait_until="commit")
        assert (200, True) == (answer.status, answer.headers["content-type"].startswith("text/html")), address
