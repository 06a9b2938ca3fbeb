"""The front page: filters in the address, list and map in step, downloads that say what the page says."""

import csv
import datetime as dt
import io
import json
import re
import zipfile
from html import unescape
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pytest
from python_calamine import CalamineWorkbook
from starlette.testclient import TestClient

from api.app import create_app
from recommender.importing import Intake, import_file
from recommender.workspace import open_workspace

FILTERS = [
    {},
    {"district": "Kasemen"},
    {"q": "ka", "stage": "preparing"},
    {"status": "unknown", "offer": "token-pln"},
    {"ready": "1", "district": "curug"},
]


class Home(HTMLParser):
    """The front page as a reader sees it: cooperatives listed, cells of the map, options, links."""

    def __init__(self, text):
        super().__init__()
        self.listed, self.cells, self.options, self.links = [], [], [], []
        self.rows, self.text = False, ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        """Note what stands where."""
        found = dict(attrs)
        classes = (found.get("class") or "").split()
        self.rows = (self.rows or tag == "tbody") and tag != "figure"
        if tag == "a":
            self.links.append(found["href"])
        if tag == "a" and self.rows and "/koperasi/" in found["href"]:
            self.listed.append(found["href"])
        if "cell" in classes:
            self.cells.append((found.get("href"), "cell-dim" in classes))
        if tag == "option":
            self.options.append([found, ""])

    def handle_data(self, data):
        """Gather the text; that of options apart."""
        self.text += data
        if self.options and self.lasttag == "option":
            self.options[-1][1] += data


def home(client, language="id", **query):
    """The page with these filters."""
    answer = client.get("/", params=query, headers={"Accept-Language": language})
    assert 200 == answer.status_code
    return Home(answer.text)


def sheet_rows(client, language="id", **query):
    """The workbook's rows as dictionaries."""
    answer = client.get("/unduh/koperasi.xlsx", params=query, headers={"Accept-Language": language})
    assert 200 == answer.status_code
    header, *rows = (
        CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    )
    return [dict(zip(header, row, strict=True)) for row in rows]


@pytest.mark.parametrize("query", FILTERS)
def test_list_map_and_workbook_keep_step(query, client):
    """The same cooperatives in all three; the map has a cell for every area."""
    found = home(client, **query)
    assert found.listed
    assert 67 == len(found.cells)
    assert set(found.listed) == {href for href, is_dim in found.cells if not is_dim}
    rows = sheet_rows(client, **query)
    assert [href.rpartition("/")[2] for href in found.listed] == [row["ID koperasi"] for row in rows]


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_workbook_says_what_the_page_says(language, client):
    """Suggestion, status and next step, in the page's language; the CSV too."""
    text = unescape(" ".join(home(client, language, district="Walantaka").text.split()))
    rows = sheet_rows(client, language, district="Walantaka")
    assert 14 == len(rows)
    for row in rows:
        for name in {"id": ("Saran terbaik", "Status", "Langkah berikut"), "en": ("Next step",)}[language]:
            assert " ".join(row[name].split()) in text, row
        assert {"id": "ya", "en": "yes"}[language] == row[{"id": "Contoh", "en": "Example"}[language]]
    answer = client.get(
        "/unduh/koperasi.csv", params={"district": "Walantaka"}, headers={"Accept-Language": language}
    )
    listed = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert list(rows[0]) == listed[0]
    assert [next(iter(row.values())) for row in rows] == [row[0] for row in listed[1:]]


def test_the_workbook_holds_no_formula_and_bears_the_day(client):
    """Nothing in it runs; its name tells what day it speaks of."""
    answer = client.get("/unduh/koperasi.xlsx")
    assert 'attachment; filename="koperasi-2026-11-21.xlsx"' == answer.headers["content-disposition"]
    with zipfile.ZipFile(io.BytesIO(answer.content)) as book:
        page = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in page
    assert "<hyperlink" not in page
    assert answer.content == client.get("/unduh/koperasi.xlsx").content


def test_the_fields_show_what_the_address_asks(client):
    """A shared link, Back and reload give the same page; unknown words are passed over."""
    query = {"q": "a", "district": "kasemen", "stage": "not_started", "offer": "token-pln", "ready": "1"}
    found = home(client, **query)
    assert {"Kasemen", "not_started", "token-pln"} == {
        one["value"] for one, _ in found.options if "selected" in one
    }
    download = next(href for href in found.links if "/unduh/koperasi.xlsx" in href)
    assert query == {name: values[0] for name, values in parse_qs(urlsplit(download).query).items()}
    assert home(client).listed == home(client, status="bogus", page="-1", ready="x", need="x").listed


@pytest.mark.parametrize("name", ["district", "stage", "status"])
def test_options_carry_their_count(name, client):
    """Choosing one leaves as many as it says."""
    text = client.get("/").text
    block = re.search(rf'<select id="{name}".*?</select>', text, re.DOTALL)[0]
    options = re.findall(r'value="([^"]+)">[^<]*?\((\d+)\)</option>', block)
    assert len(options) >= 4
    for value, count in options:
        assert int(count) == len(home(client, **{name: value}).listed)


def test_pages_of_a_long_list_lead_on(own, app_clock):
    """More than a hundred cooperatives: fifty to a page, none twice, none left out; the workbook has all."""
    with open_workspace(own, clock=app_clock) as workspace:
        rows = [
            {"cooperative_id": f"x-{number:03d}", "name": f"KKMP {number}", "area_code": "36.73.01.1007"}
            for number in range(60)
        ]
        with workspace.store.revision(author="t", source="t", made_at=app_clock()) as revision:
            revision.upsert("cooperatives", rows)
    with TestClient(create_app(own, clock=app_clock)) as client:
        pages = [home(client, page=str(number)) for number in (1, 2, 3)]
        assert [50, 50, 27] == [len(page.listed) for page in pages]
        assert 127 == len({href for page in pages for href in page.listed}) == len(sheet_rows(client))
        assert any("page=3" in href for href in pages[1].links)
        assert "Halaman 2 dari 3" in pages[1].text
        shared = [href for href, _ in pages[0].cells if href and href.startswith("/?")]
        assert ["/?q=36.73.01.1007"] == shared
        assert 61 == sum(len(home(client, q="36.73.01.1007", page=str(n)).listed) for n in (1,))


def test_nothing_found_says_what_to_do(client):
    """And leads back."""
    found = home(client, q="zzz")
    assert [] == found.listed
    assert "Periksa ejaannya" in found.text
    assert {True} == {is_dim for _, is_dim in found.cells}
    assert not any("/unduh/" in href for href in found.links)


@pytest.mark.parametrize(("language", "words"), [("id", "Muat data contoh"), ("en", "Load the sample")])
def test_an_empty_store_says_what_to_do(language, words, clients):
    """No filters and no map that would show nothing; the workbook has a header all the same."""
    found = home(clients["empty"], language)
    assert words in found.text
    assert ([], []) == (found.listed, found.cells)
    assert [] == sheet_rows(clients["empty"])


def test_public_facts_alone_make_a_full_page(clients):
    """What is not known is said so, never zero members."""
    found = home(clients["kosong"])
    assert 67 == len(found.listed)
    assert "anggota belum diketahui" in found.text
    assert "7 belum diketahui" in found.text


def test_imported_outlines_replace_the_cells(own, app_clock, tmp_path):
    """Three areas with a boundary are drawn with it, the others marked; the page says which it is."""
    codes = ("36.73.01.1001", "36.73.01.1002", "36.73.01.1003")
    features = [
        {
            "type": "Feature",
            "properties": {"kode": code},
            "geometry": {
                "type": "Polygon",
                "coordinates": [
                    [[east, -6.1], [east + 0.01, -6.1], [east + 0.01, -6.13], [east, -6.13], [east, -6.1]]
                ],
            },
        }
        for code, east in zip(codes, (106.14, 106.15, 106.16), strict=True)
    ]
    path = tmp_path / "batas.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    with TestClient(create_app(own, clock=app_clock)) as client:
        assert "bukan batas wilayah" in home(client).text
        with open_workspace(own, clock=app_clock) as workspace:
            import_file(workspace.store, Intake("boundaries", path, "t"), author="t", made_at=app_clock())
        answer = client.get("/")
        assert "Batas wilayah disederhanakan" in answer.text
        assert 67 == len(Home(answer.text).cells)
        drawn = re.findall(r'id="w-([\d.]+)">[^<]*</title><path d="([^"]+)"', answer.text)
        assert set(codes) == {code for code, d in drawn if not _is_mark(d)}


def _is_mark(path):
    """A small diamond: its first and third corner have the same x."""
    numbers = re.findall(r"[\d.]+", path)
    return 8 == len(numbers) and numbers[0] == numbers[4]


def test_what_needs_action_leads_to_its_list(own, app_clock):
    """The strip names it, its link lists it, and the list says why it is so short."""
    with open_workspace(own, clock=app_clock) as workspace:
        row = {"cooperative_id": "kkmp-3673011007", "observed_on": dt.date(2026, 1, 1)}
        with workspace.store.revision(author="t", source="t", made_at=app_clock()) as revision:
            revision.upsert("cooperatives", [row])
    with TestClient(create_app(own, clock=app_clock)) as client:
        found = home(client)
        assert "1 koperasi dengan data lebih tua dari 90 hari" in found.text
        assert "/?need=old_data" in found.links
        listed = home(client, need="old_data")
        assert ["/koperasi/kkmp-3673011007"] == listed.listed
        assert "Hanya yang datanya lebih tua" in listed.text
