"""Everything can be reached and done without a mouse, and one sees where one is."""

import pytest

from tests.journeys.addresses import COOPERATIVE, EXAMPLES

STOPS = 15
# Outline or shadow of the element that has the focus, and whether it stands in the window.
FOCUSED = """() => {
  const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
  return {
    what: one.outerHTML.slice(0, 100),
    isBody: one === document.body,
    isMarked: (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2)
      || style.boxShadow !== 'none',
    isSeen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight
      && box.right > 0 && box.left < innerWidth,
  };
}"""


def tab_to(page, locator, most=80):
    """Press the tabulator until an element has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if locator.evaluate("one => one === document.activeElement"):
            return
    pytest.fail(f"{locator} is not reached by {most} tabs")


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("address", [addresses[0] for addresses in EXAMPLES.values()])
def test_the_focus_is_seen_at_every_stop(address, width, server_url, page_at):
    """The first stops of each page: marked, and not outside the window."""
    page = page_at(width)
    page.goto(server_url + address)
    stops = []
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        found = page.evaluate(FOCUSED)
        if found["isBody"]:
            break
        stops.append(found)
    assert len(stops) >= 4
    assert [] == [stop["what"] for stop in stops if not (stop["isMarked"] and stop["isSeen"])]


def test_the_first_stop_leads_past_the_menu(server_url, page_at):
    """The skip link shows itself, and the stop after it lies in the content."""
    page = page_at(360)
    page.goto(server_url + COOPERATIVE)
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    assert skip.evaluate("one => one === document.activeElement")
    assert skip.bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_a_cooperative_is_found_and_understood_by_keyboard(server_url, page_at):
    """Type a name, press enter, open the cooperative, open the reasons of its best suggestion."""
    page = page_at(1280)
    page.goto(server_url)
    tab_to(page, page.locator("input[name=q]"))
    page.keyboard.type("Unyur")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?*q=Unyur*")
    tab_to(page, page.locator("main table tbody th a").first)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{COOPERATIVE}*")
    tab_to(page, page.locator(".cards .more a").first)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{COOPERATIVE}/*")
    assert page.locator("main table.terms").is_visible()
