"""Prices on a laptop and on a phone: lists that are there, an estimate of freight, another best supplier."""

import datetime as dt
import shutil

import pytest

from recommender.settings import Settings
from recommender.workspace import open_workspace
from tests.journeys.looking import sticking_out, violations
from tools.serving import DATED_APP, NOW, served

ONE = "kkmp-3673011007"
PRICES = [
    ("bulog", "Beras medium", "sak 50 kg", 585000, 2, True, None),
    ("id-food", "beras medium", "kg", 11000, None, False, None),
    (
        "id-food",
        "Gula pasir kristal putih kemasan",
        "karton 12 x 1 kg",
        190000,
        0,
        True,
        dt.date(2026, 10, 1),
    ),
    ("id-food", "Minyak goreng", "karton 12 x 1 liter", 180000, 1, True, dt.date(2026, 12, 31)),
    ("bulog", "Minyak goreng", "karton", 170000, None, None, None),
]
PURCHASES = [
    (ONE, "Beras medium", "kg", 12500, 200.0, dt.date(2026, 11, 16)),
    (ONE, "Gula pasir kristal putih kemasan", "kg", 17000, 40.0, dt.date(2026, 8, 1)),
    (None, "Minyak goreng", "liter", 17500, None, dt.date(2026, 11, 20)),
]


@pytest.fixture(name="priced_url")
def _priced_url(homes, tmp_path):
    """A server of the sample with price lists and purchases."""
    home = shutil.copytree(homes("serang"), tmp_path / "home")
    asked = ("supplier_id", "item", "unit", "price_idr", "minimum_order", "delivered", "valid_to")
    paid = ("cooperative_id", "item", "unit", "price_idr", "monthly_quantity", "observed_on")
    stamp = {"author": "t", "source": "t", "made_at": NOW}
    with open_workspace(Settings(home=home)) as workspace, workspace.store.revision(**stamp) as revision:
        revision.upsert("prices", [dict(zip(asked, row, strict=True)) for row in PRICES])
        revision.upsert("purchases", [dict(zip(paid, row, strict=True)) for row in PURCHASES])
    with served(DATED_APP, SANDING_HOME=str(home)) as port:
        yield f"http://127.0.0.1:{port}/koperasi/{ONE}/harga"


def test_prices_are_accessible_and_fit(priced_url, page_at):
    """On a laptop and as cards on phones, in both languages."""
    faults = {}
    for language in ("id", "en"):
        page = page_at(1280, language=language)
        page.goto(priced_url)
        for width in (1280, 360, 320):
            page.set_viewport_size({"width": width, "height": 800})
            faults[language, width] = violations(page) + sticking_out(page)
    assert {} == {key: found for key, found in faults.items() if found}


def test_an_estimate_of_freight_is_typed_and_another_supplier_is_best(priced_url, page_at):
    """The address holds the estimate; on a phone each figure has its label."""
    page = page_at(360)
    page.goto(priced_url)
    rice = page.get_by_role("table", name="Beras medium")
    assert "Terbaik" in rice.get_by_role("row", name="Perum Bulog").inner_text()
    label = rice.locator("td").first.evaluate("one => getComputedStyle(one, '::before').content")
    assert '"Harga"' == label
    page.get_by_label("Perkiraan ongkos kirim per pesanan (Rp)").fill("100 ribu")
    page.get_by_role("button", name="Hitung").click()
    page.wait_for_url("**/harga?ongkir=100*")
    assert "Terbaik" in page.get_by_role("row", name="ID Food").first.inner_text()
    assert page.get_by_text("Hemat Rp200.000 per bulan").is_visible()
