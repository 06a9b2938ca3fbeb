"""Pages say and do the same without JavaScript; what was chosen stands in the address."""

import pytest

from tests.journeys.addresses import EXAMPLES


def shown(page):
    """The text of the content, as it is seen."""
    return page.locator("main").inner_text().split()


@pytest.mark.parametrize("address", [addresses[0] for addresses in EXAMPLES.values()])
def test_a_page_says_the_same_without_scripts(address, server_url, page_at):
    """Scripts, where there are any, only add comfort."""
    texts = []
    for scripts in (True, False):
        page = page_at(1280, scripts=scripts)
        page.goto(server_url + address)
        texts.append(shown(page))
    assert texts[0] == texts[1]
    assert len(texts[0]) > 10


@pytest.mark.parametrize("scripts", [True, False])
def test_filters_survive_reload_and_return(scripts, server_url, page_at):
    """Filter, reload, open one, go back: the same list, the same fields."""
    page = page_at(1280, scripts=scripts)
    page.goto(server_url)
    everything = page.locator("main tbody tr").count()
    page.fill("input[name=q]", "ka")
    page.select_option("select[name=district]", "Kasemen")
    page.locator("form[role=search] button").first.click()
    page.wait_for_url("**/?*district=Kasemen*")
    rows = page.locator("main tbody tr").all_inner_texts()
    assert 0 < len(rows) < everything
    page.reload()
    assert rows == page.locator("main tbody tr").all_inner_texts()
    page.locator("main tbody th a").first.click()
    page.wait_for_url("**/koperasi/*")
    page.go_back()
    assert rows == page.locator("main tbody tr").all_inner_texts()
    assert "ka" == page.input_value("input[name=q]")
    assert "Kasemen" == page.input_value("select[name=district]")


def test_an_address_tells_another_person_the_same(server_url, page_at):
    """A filtered list that is sent on shows the same rows."""
    address = f"{server_url}/?district=Kasemen&q=ka"
    rows = []
    for _ in range(2):
        page = page_at(360)
        page.goto(address)
        rows.append(page.locator("main tbody tr").all_inner_texts())
    assert rows[0] == rows[1] != []
