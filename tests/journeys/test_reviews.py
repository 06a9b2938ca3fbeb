"""What the department looks at: found on the front page, looked at, decided on; with and without scripts."""

import re
import shutil

import pytest

from recommender.settings import Settings
from recommender.workspace import open_workspace
from tests.journeys.looking import sticking_out, violations
from tests.learned import register_some
from tools.happenings import let_happen
from tools.serving import DATED_APP, dated_clock, served

WIDTHS = (1280, 360, 320)


@pytest.fixture(name="busy_url")
def _busy_url(homes, tmp_path):
    """A server of the sample on which events wait, a run is held, and a model answers."""
    home = shutil.copytree(homes("serang"), tmp_path / "home")
    with open_workspace(Settings(home=home), clock=dated_clock) as workspace:
        let_happen(workspace)
        (version,) = register_some(workspace.store, (60,))
        workspace.promote_model(version, author="Ani", why="rapat 7/2026")
    with served(DATED_APP, SANDING_HOME=str(home)) as port:
        yield f"http://127.0.0.1:{port}"


@pytest.mark.parametrize(("width", "scripts"), [(1280, True), (360, False)])
def test_events_are_found_looked_at_and_decided_on(width, scripts, busy_url, page_at):
    """A run in part, two single events together; the front page then asks for nothing more."""
    page = page_at(width, scripts=scripts)
    page.goto(busy_url)
    page.get_by_role("link", name="1 kelompok keberhasilan mendadak ditahan").click()
    page.wait_for_url("**/tinjauan")
    assert page.get_by_text("10 keberhasilan dari 2 pencatat saja").is_visible()
    page.get_by_role("link", name=re.compile("Periksa kelompok ini")).click()
    page.wait_for_url("**/periksa?kasus=*")
    page.get_by_role("checkbox").nth(9).uncheck()
    page.get_by_role("radio", name="Dihitung").check()
    page.get_by_label("Diputuskan oleh").fill("Kepala Dinas")
    page.get_by_role("button", name="Catat putusan").click()
    page.wait_for_url("**/tinjauan?dicatat=counted*")
    assert page.get_by_role("status").first.inner_text().startswith("Dicatat: 9 peristiwa dihitung.")
    assert page.get_by_role("link", name=re.compile("Periksa kelompok ini")).count() == 0
    for place in (0, 2):
        page.get_by_role("checkbox").nth(place).check()
    page.get_by_role("button", name="Periksa yang dicentang").click()
    page.wait_for_url("**/periksa?peristiwa=*")
    page.get_by_role("radio", name="Dicoret").check()
    page.get_by_label("Diputuskan oleh").fill("Kepala Dinas")
    page.get_by_label("Dasar atau alasan").fill("tidak pernah terjadi")
    page.get_by_role("button", name="Catat putusan").click()
    page.wait_for_url("**/tinjauan?dicatat=struck*")
    page.goto(busy_url)
    assert page.get_by_role("link", name="1 peristiwa menunggu kata dinas").is_visible()
    page.get_by_role("link", name="Model", exact=True).click()
    page.wait_for_url("**/model")
    assert page.get_by_text("Alasan: rapat 7/2026.").is_visible()


def test_a_missing_reason_keeps_what_was_typed(busy_url, page_at):
    """The sentence stands at its field, and the ticks stay."""
    page = page_at(360, refusals=True)
    page.goto(f"{busy_url}/tinjauan/periksa?peristiwa=w000&peristiwa=w001")
    page.get_by_role("checkbox").first.uncheck()
    page.get_by_role("radio", name="Dicoret").check()
    page.get_by_label("Diputuskan oleh").fill("Kepala Dinas")
    page.get_by_role("button", name="Catat putusan").click()
    page.wait_for_url("**/periksa")
    field = page.get_by_label("Dasar atau alasan")
    assert "true" == field.get_attribute("aria-invalid")
    assert [False, True] == [one.is_checked() for one in page.get_by_role("checkbox").all()]
    assert page.get_by_role("radio", name="Dicoret").is_checked()
    assert "Kepala Dinas" == page.get_by_label("Diputuskan oleh").input_value()
    assert [] == violations(page) + sticking_out(page)


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_pages_are_accessible_and_fit(language, busy_url, page_at):
    """With all there is to show, at every width."""
    page = page_at(WIDTHS[0], language=language)
    faults = {}
    for address in ("/tinjauan", "/tinjauan/periksa?peristiwa=w000&peristiwa=e20-b", "/model", "/"):
        page.goto(busy_url + address)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            faults[address, width] = sticking_out(page) + (violations(page) if width != WIDTHS[1] else [])
    assert {} == {place: found for place, found in faults.items() if found}


def test_on_paper_there_are_no_buttons(busy_url, page_at):
    """What is held and what waits stays readable, and nothing is folded away."""
    page = page_at(1280)
    page.goto(f"{busy_url}/tinjauan")
    folded = page.get_by_text("buka 21 Jan 2026")
    assert not folded.is_visible()
    page.emulate_media(media="print")
    assert folded.is_visible()
    for hidden in (".top nav", "form.filter", "form .buttons", ".act-link"):
        assert not page.locator(hidden).first.is_visible(), hidden
    assert page.get_by_text("10 keberhasilan dari 2 pencatat saja").is_visible()
