"""The page of loans: what was said, side by side, and the instalments of one."""

import re

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from recommender.workspace import open_workspace


@pytest.fixture(name="text")
def _text(client):
    """The page's text, blanks joined, tags removed."""

    def read(language="id", status=200, **query):
        answer = client.get("/pembiayaan", params=query, headers={"Accept-Language": language})
        assert status == answer.status_code
        return " ".join(re.sub(r"<[^>]+>", " ", answer.text).split())

    return read


def test_every_statement_stands_beside_the_others(text, client):
    """Status in words, unknown said, age marked; the page says what suggestions count on."""
    page = text()
    names = [one["name"] for one in client.get("/api/v1/financing").json()["items"]]
    assert len(names) >= 10
    assert [] == [name for name in names if name.replace('"', "&#34;") not in page]
    for words in (
        "Belum ada skema yang dibuka. Tidak ada saran yang memperhitungkan pinjaman yang belum dibuka.",
        "menunggu petunjuk",
        "dicabut",
        "belum diketahui",
        "lebih dari 90 hari",
        "modal kerja paling banyak Rp500.000.000",
    ):
        assert words in page
    assert "Angsuran:" not in page


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("id", ("Tidak berlaku lagi, jadi tidak dapat diajukan.", "Jumlah bunga", "Bulan 72", "100.000.000")),
        (
            "en",
            ("No longer valid, so it cannot be applied for.", "Interest in all", "Month 72", "100,000,000"),
        ),
    ],
)
def test_instalments_come_with_their_warnings(language, words, text):
    """Status, the part that may not be working capital, totals, all months."""
    page = text(language, pokok="600 juta", skema="pmk-49-2025")
    assert [] == [one for one in words if one not in page]


def test_the_default_scheme_is_the_best_known(client):
    """It is chosen in the form before anything is sent, and taken when the address names none."""
    text = client.get("/pembiayaan").text
    assert '<option value="pmk-49-2025" selected>' in text
    assert "Pinjaman PMK 49/2025" in re.search(r'id="angsuran">([^<]+)<', get(client, pokok="5jt").text)[1]


def test_numbers_are_those_of_the_json(client):
    """One use case for every door."""
    query = {"principal_idr": 50_000_000, "tenor_months": 12}
    found = client.get("/api/v1/financing/pmk-49-2025/schedule", params=query).json()
    page = get(client, pokok="50 juta", skema="pmk-49-2025", tenor="12").text
    assert "<details open>" in page
    for one in found["instalments"]:
        amount = f"Rp{one['payment_idr']:,}".replace(",", ".")
        assert amount in page


@pytest.mark.parametrize(
    ("query", "field", "words"),
    [
        ({"pokok": ""}, "pokok", "belum diisi"),
        ({"pokok": "banyak"}, "pokok", "bukan jumlah uang"),
        ({"pokok": "4 M"}, "pokok", "melebihi plafon"),
        ({"pokok": "5 juta", "tenor": "x"}, "tenor", "bukan"),
        ({"pokok": "5 juta", "tenor": "73"}, "tenor", "paling lama 72 bulan"),
        ({"pokok": "5 juta", "bunga": "3"}, "bunga", "menyebut bunganya sendiri"),
        ({"pokok": "5 juta", "skema": "menkop-2025-09-15"}, "bunga", "tidak dianggap nol"),
        ({"pokok": "5 juta", "skema": "menkop-2025-09-15", "bunga": "5,5"}, "tenor", "Isi tenor"),
    ],
)
def test_what_does_not_fit_is_said_at_its_field(query, field, words, client):
    """What was typed stays; no instalments are shown."""
    answer = get(client, **query)
    assert 422 == answer.status_code
    assert words in re.search(rf'id="{field}-salah">([^<]+)<', answer.text)[1]
    assert 'id="angsuran"' not in answer.text
    assert f'name="pokok" value="{query["pokok"]}"' in answer.text


def test_what_the_user_filled_in_is_marked_as_assumed(text):
    """Rate and tenor of a scheme that states neither, and the grace."""
    page = text(pokok="5 juta", skema="menkop-2025-09-15", bunga="5,5", tenor="3")
    for words in ("Asumsi: 5,5% setahun", "Asumsi: 3 bulan", "Asumsi: dihitung tanpa masa tenggang"):
        assert words in page


def test_markup_that_was_typed_stays_text(client):
    """In every field."""
    answer = get(client, pokok='"><b>', tenor="<i>", bunga="<u>", skema="<s>")
    assert [] == [tag for tag in ("<b>Rp", "<i>", "<u>", "<s>") if tag in answer.text]
    assert 404 == get(client, pokok="5jt", skema="<s>").status_code


def test_pages_about_capital_lead_here(client):
    """The list of business models, and one that needs capital; one that needs none does not."""
    for path, leads in (("", True), ("/lpg-sub-pangkalan", True), ("/pendampingan", False)):
        assert leads == ('href="/pembiayaan"' in client.get(f"/model-bisnis{path}").text), path


def test_a_store_without_schemes_says_what_to_do(clients):
    """Nothing is reckoned without one."""
    answer = get(clients["empty"], pokok="5jt")
    assert 200 == answer.status_code
    assert "sanding import financing" in answer.text


def test_an_open_scheme_is_said_to_be_open(own, app_clock):
    """The page no longer says that none is, and reckons with it by itself."""
    with open_workspace(own) as workspace:
        row = {"scheme_id": "buka", "name": "Buka", "status": "open", "rate_percent_per_year": 0}
        with workspace.store.revision(author="t", source="t", made_at=workspace.now()) as revision:
            revision.upsert("financing", [{**row, "tenor_months": 5, "grace_months": 0}])
    with TestClient(create_app(own, clock=app_clock)) as client:
        page = get(client, pokok="5jt").text
    assert "Belum ada skema yang dibuka" not in page
    assert "Dibuka: boleh diajukan." in page
    assert page.count("Rp1.000.000") >= 5


def get(client, **query):
    """The page in Indonesian."""
    return client.get("/pembiayaan", params=query, headers={"Accept-Language": "id"})
