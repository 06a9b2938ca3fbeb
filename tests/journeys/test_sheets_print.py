"""Sheets on paper: one page per cooperative on A4 and on F4, however long the texts are."""

import csv
import re
import shutil

import pytest

from recommender.exchange import export_file
from recommender.importing import Intake, import_file
from recommender.settings import Settings
from recommender.workspace import open_workspace
from tools.serving import DATED_APP, NOW, served

# Points of 1/72 inch, rounded: 210 × 297 mm and 215 × 330 mm.
PAPERS = {"a4": (595, 842), "f4": (609, 935)}
LONG = "Pengadaan, penyimpanan dan penyaluran kebutuhan pokok masyarakat " * 4
UNBROKEN = "W" * 220
# Most height and width that a sheet's content needs beyond what it has, and texts cut in the middle.
SPILLED = """() => [...document.querySelectorAll('.sheet')].flatMap(sheet => {
  const box = sheet.getBoundingClientRect();
  const inside = [...sheet.querySelectorAll('*')].filter(one => {
    const own = one.getBoundingClientRect();
    return own.bottom > box.bottom + 1 || own.right > box.right + 1;
  });
  return inside.slice(0, 3).map(one => one.outerHTML.slice(0, 120));
})"""


def printed(page):
    """The page as a PDF, as the browser's own dialogue makes it."""
    return page.pdf(prefer_css_page_size=True, print_background=True)


def page_sizes(pdf):
    """Width and height of each page, in whole points."""
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    return [(round(float(width)), round(float(height))) for width, height in boxes]


def page_count(pdf):
    """How many pages a PDF has."""
    return len(re.findall(rb"/Type\s*/Page(?!s)", pdf))


def rewritten(workspace, folder, table, change):
    """Export a table, change its rows, import it again."""
    path = folder / f"{table}.csv"
    export_file(workspace.store, table, path, today=NOW.date())
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    names = list(rows[0])
    rows = [new for row in rows for new in change(row)]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names)
        writer.writeheader()
        writer.writerows(rows)
    import_file(workspace.store, Intake(table, path, "uji"), author="uji", made_at=NOW)


def long_rules(row):
    """A rule with a long label and twelve more like it that nobody meets."""
    row = row | {"label": LONG + row["rule_id"], "remedy": LONG if row["remedy"] else ""}
    unmet = {"field": "training_hours", "operator": ">=", "value": "9000", "severity": "must", "label": LONG}
    costs = {"remedy": LONG, "remedy_cost_idr": "123456789", "remedy_days": "365"}
    return [row] + [row | unmet | costs | {"rule_id": f"{row['rule_id']}-{n}"} for n in range(2)]


@pytest.fixture(name="worst_url", scope="module")
def _worst_url(homes, tmp_path_factory):
    """A server of the sample with the longest texts everywhere."""
    folder = tmp_path_factory.mktemp("terburuk")
    home = shutil.copytree(homes("serang"), folder / "home")
    with open_workspace(Settings(home=home)) as workspace:
        for table, change in {
            "cooperatives": lambda row: [row | {"name": f"{LONG}{UNBROKEN} {row['cooperative_id']}"}],
            "partners": lambda row: [row | {"name": f"{UNBROKEN} {row['partner_id']}"}],
            "offers": lambda row: [row | {"title": f"{LONG}{UNBROKEN} {row['offer_id']}"}],
            "requirements": long_rules,
        }.items():
            rewritten(workspace, folder, table, change)
    with served(DATED_APP, SANDING_HOME=str(home)) as port:
        yield f"http://127.0.0.1:{port}"


@pytest.mark.slow
@pytest.mark.parametrize("paper", PAPERS)
def test_the_whole_city_is_one_page_each(paper, server_url, page_at):
    """Sixty-seven cooperatives are sixty-seven pages of the size asked for."""
    page = page_at(1280)
    page.goto(f"{server_url}/cetak?kertas={paper}")
    pdf = printed(page)
    assert 67 == page.locator(".sheet").count()
    assert 67 == page_count(pdf)
    assert {PAPERS[paper]} == set(page_sizes(pdf))


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("paper", PAPERS)
def test_the_longest_texts_stay_on_one_page(paper, language, worst_url, page_at):
    """Names, titles and labels of hundreds of letters are cut, steps are counted; nothing spills."""
    page = page_at(1280, language=language)
    page.goto(f"{worst_url}/cetak?district=Kasemen&kertas={paper}")
    assert 10 == page_count(printed(page))
    page.emulate_media(media="print")
    assert [] == page.evaluate(SPILLED)
    assert page.get_by_text(re.compile(r"^\+\d+ (langkah lagi|more steps)")).count() > 0


@pytest.mark.parametrize("paper", PAPERS)
def test_a_single_sheet_is_one_page(paper, server_url, page_at):
    """What an advisor takes to the meeting."""
    page = page_at(360)
    page.goto(f"{server_url}/cetak/kkmp-3673011007?kertas={paper}")
    pdf = printed(page)
    assert (1, [PAPERS[paper]]) == (page_count(pdf), page_sizes(pdf))


def test_the_longest_texts_do_not_widen_a_phone(worst_url, page_at):
    """On a screen nothing is cut, everything wraps."""
    page = page_at(320)
    page.goto(f"{worst_url}/cetak/kkmp-3673011007")
    assert 320 == page.evaluate("document.documentElement.scrollWidth")
