"""The page of prices: suppliers side by side, marks, the basket, what to do where nothing is known."""

import datetime as dt
import re

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from recommender.settings import Settings
from tests.homes import sample_workspace

PLACE = "/koperasi/kkmp-3673011007/harga"
ONE = "kkmp-3673011007"
NOW = dt.datetime(2026, 11, 21, 3, 0, tzinfo=dt.UTC)


def price(supplier_id, item, unit, price_idr, **more):
    """A row of a price list."""
    return {"supplier_id": supplier_id, "item": item, "unit": unit, "price_idr": price_idr} | more


def bought(item, unit, price_idr, monthly_quantity, day, cooperative_id=ONE):
    """A row of purchases."""
    return {
        "cooperative_id": cooperative_id,
        "item": item,
        "unit": unit,
        "price_idr": price_idr,
        "monthly_quantity": monthly_quantity,
        "observed_on": dt.date.fromisoformat(day),
    }


@pytest.fixture(name="priced", scope="module")
def _priced(tmp_path_factory):
    """A client on the sample with price lists and purchases."""
    settings = Settings(home=tmp_path_factory.mktemp("priced"))
    stamp = {"author": "t", "source": "t", "made_at": NOW}
    workspace = sample_workspace(settings, sample="serang", clock=lambda: NOW)
    with workspace, workspace.store.revision(**stamp) as revision:
        prices = [
            price("bulog", "Beras medium", "sak 50 kg", 585000, minimum_order=2, delivered=True),
            price("id-food", "beras medium", "kg", 11000, delivered=False),
            price("id-food", "Gula", "kg", 1, delivered=True, valid_to=dt.date(2026, 10, 1)),
            price("id-food", "Minyak", "karton 12 x 1 liter", 180000, minimum_order=0, delivered=True),
            price("id-food", "<b>Kopi</b>", "sachet", 1500, valid_from=dt.date(2026, 12, 1)),
            price("id-food", "Garam", "karton", 90000, minimum_order=9),
        ]
        revision.upsert("prices", prices)
        purchases = [
            bought("beras medium", "kg", 12500, 200.0, "2026-11-16"),
            bought("gula", "kg", 17000, 40.0, "2026-08-01"),
            bought("garam", "karton", 95000, 2.0, "2026-11-01"),
            bought("minyak", "liter", 17500, None, "2026-11-20", None),
        ]
        revision.upsert("purchases", purchases)
    with TestClient(create_app(settings, clock=lambda: NOW), raise_server_exceptions=False) as client:
        yield client


def plain(answer):
    """The text of a page in single spaces."""
    return " ".join(re.sub(r"<[^>]+>", " ", answer.text).split())


def rows(answer, item):
    """The rows of one item's table, each as its text."""
    part = answer.text.split(f">{item} <", 1)[1].split("</section>", 1)[0]
    return [
        " ".join(re.sub(r"<[^>]+>", " ", row).split()) for row in re.findall(r"<tr>.*?</tr>", part, re.DOTALL)
    ][1:]


def test_all_suppliers_of_an_item_stand_side_by_side(priced):
    """Price per base unit, difference, freight, minimum, validity, saving; the best one marked."""
    answer = priced.get(PLACE)
    assert 200 == answer.status_code
    cheap, best = rows(answer, "beras medium")
    for words in ("Perum Bulog Terbaik", "Rp11.700 / kg", "Rp585.000 / sak 50 kg", "−Rp800", "termasuk"):
        assert words in best
    for words in ("2 sak 50 kg", "seterusnya", "Rp160.000"):
        assert words in best
    for words in ("ID Food", "−Rp1.500", "belum termasuk; belum diketahui", "sebelum ongkos kirim"):
        assert words in cheap
    assert "Terbaik" not in cheap


def test_an_expired_price_is_marked_and_not_counted(priced):
    """Neither a difference nor a saving."""
    answer = priced.get(PLACE)
    (row,) = rows(answer, "gula")
    assert re.search(r"Kedaluwarsa .* – termasuk .* 1 Okt 2026 –$", row)
    assert "lebih dari 90 hari" in plain(answer)
    assert "gula (kg): tidak ada harga pemasok yang berlaku" in plain(answer)


def test_the_basket_says_what_it_counts_and_what_it_leaves_out(priced):
    """Sum, reasons, the suppliers to choose."""
    text = plain(priced.get(PLACE))
    for words in (
        "Hemat Rp160.000 per bulan bila 1 barang dibeli dari pemasok terbaiknya.",
        "minyak (liter): jumlah per bulan belum diketahui",
        "garam (karton): pesanan minimum melebihi kebutuhan sebulan",
        "Harga pasar setempat (bukan pembelian koperasi ini)",
        "Biaya tetap Rp0 per pesanan",
        "asumsi",
        "Sebelum ongkos kirim yang belum diketahui: Rp300.000 per bulan dari ID Food",
        "lebih dari kebutuhan sebulan",
    ):
        assert words in text


def test_costs_that_are_typed_change_the_best_and_stay_in_the_form(priced):
    """As amounts of money are written; in English, too."""
    answer = priced.get(PLACE, params={"ongkir": "100 ribu", "biaya": "20.000", "lang": "id"})
    best = rows(answer, "beras medium")[0]
    assert "ID Food (Rajawali Nusindo, PPI) Terbaik" in best
    assert "perkiraan Rp100.000 per pesanan" in best
    assert 'value="100 ribu"' in answer.text
    assert "Barang Rp300.000, dikurangi perkiraan ongkos kirim Rp100.000." in plain(answer)
    assert "Jumlah hemat: Rp180.000 per bulan" in plain(answer)
    english = plain(priced.get(PLACE, params={"ongkir": "100000", "lang": "en"}))
    assert (
        "Rp200,000 a month saved with each item bought from its best supplier (items counted: 1)." in english
    )


@pytest.mark.parametrize("typed", ["banyak", "-5", "1 M M"])
def test_a_cost_that_cannot_be_read_is_said_at_its_field(typed, priced):
    """Nothing is guessed; the page still shows the rest."""
    answer = priced.get(PLACE, params={"ongkir": typed})
    assert 422 == answer.status_code
    assert 'aria-invalid="true"' in answer.text
    assert 'id="ongkir-salah"' in answer.text
    assert "Rp160.000" in plain(answer)


def test_what_is_only_offered_waits_below(priced):
    """Names are text, a price of later days says when it starts."""
    answer = priced.get(PLACE)
    assert "<b>Kopi" not in answer.text
    assert "harga belinya sekarang belum diketahui (1)" in plain(answer)
    assert "Belum berlaku" in plain(answer)
    assert "mulai 1 Des 2026" in plain(answer)


@pytest.mark.parametrize("language", ["id", "en"])
def test_an_empty_page_leads_to_templates_and_import(language, client):
    """Both tables."""
    answer = client.get(PLACE, headers={"Accept-Language": language})
    for link in ("/impor", "/unduh/templat/prices.xlsx", "/unduh/templat/purchases.xlsx"):
        assert f'href="{link}"' in answer.text
    assert "<form" not in answer.text


def test_the_cooperatives_page_leads_here(client):
    """And a cooperative that is not there has no page."""
    assert f'href="{PLACE}"' in client.get(PLACE.removesuffix("/harga")).text
    assert 404 == client.get("/koperasi/nobody/harga").status_code
