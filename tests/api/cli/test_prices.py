"""``sanding prices``: imported lists and purchases, as a table, JSON and CSV."""

import csv
import io
import json

import pytest

ONE = "kkmp-3673011007"
AT = ("--at", "2026-11-21")
PRICES = """supplier_id,item,unit,price_idr,minimum_order,delivered,valid_from,valid_to
bulog,Beras medium,sak 50 kg,585000,2,ya,2026-11-01,2026-12-31
id-food,beras MEDIUM,kg,11000,,tidak,2026-11-01,
id-food,gula,kg,1,,ya,,2026-10-01
id-food,minyak goreng,karton 12 x 1 liter,180000,0,ya,,
id-food,=mi,karton,1000,0,tidak,,
"""
PURCHASES = f"""cooperative_id,item,unit,price_idr,monthly_quantity,observed_on
{ONE},beras medium,kg,12500,200,2026-11-16
{ONE},gula,kg,17000,40,2026-08-01
{ONE},=mi,karton,1500,10,2026-11-16
,minyak goreng,liter,17500,,2026-11-20
"""


@pytest.fixture(name="priced")
def _priced(home, sanding, tmp_path, monkeypatch):
    """The sample with price lists and purchases, imported as anybody would; a terminal of 100 columns."""
    monkeypatch.setenv("COLUMNS", "100")
    for table, text in (("prices", PRICES), ("purchases", PURCHASES)):
        path = tmp_path / f"{table}.csv"
        path.write_text(text, encoding="utf-8")
        code, _, err = sanding("import", table, path)
        assert 0 == code, err
    return home


@pytest.mark.usefixtures("priced")
def test_a_terminal_shows_a_row_per_item_and_the_basket_below(sanding):
    """With what has to be said about each."""
    code, out, err = sanding("prices", ONE, *AT)
    assert (0, "") == (code, err)
    row = next(line for line in out.splitlines() if line.startswith("beras medium"))
    for words in ("kg", "Rp12.500", "Bulog", "Rp11.700", "2026-12-31", "Rp160.000"):
        assert words in row
    for words in (
        "pilih bila ongkosnya di bawah Rp140.000 sebulan",
        "kedaluwarsa sejak 1 Okt 2026",
        "sudah lebih dari 90 hari",
        "Rp17.500°",
        "° harga pasar setempat",
        "Rp5.000*",
        "1 barang dari pemasok terbaik masing-masing: Rp160.000 per bulan.",
        "Ditambah Rp5.000 sebelum ongkos kirim",
        "tidak ada harga pemasok yang berlaku: gula (kg)",
        "jumlah per bulan belum diketahui: minyak goreng (liter)",
        "Biaya tetap Rp0 per pesanan",
        "Semua dari satu pemasok",
        "Rp305.000 per bulan dari",
    ):
        assert words in " ".join(out.split())
    assert [] == [line for line in out.splitlines() if len(line) > 120 or line != line.rstrip()]


@pytest.mark.usefixtures("priced")
def test_costs_of_freight_and_orders_are_arguments(sanding):
    """What is estimated is said to be."""
    out = sanding("prices", ONE, *AT, "--freight", "100000", "--order-cost", "20000", "--lang", "en")[1]
    assert "Before freight, estimated at Rp100,000 per order." in out
    assert "Goods Rp305,000, estimated freight Rp100,000." in out
    assert "Fixed cost of Rp20,000 per order" in out
    assert "Together: Rp185,000 a month." in out


@pytest.mark.usefixtures("priced")
def test_json_has_every_number(sanding):
    """Unknown is null; suppliers, remarks, basket and sets."""
    found = json.loads(sanding("prices", ONE, *AT, "--format", "json")[1])
    items = {item["item"]: item for item in found["items"]}
    assert ["=mi", "beras medium", "gula", "minyak goreng"] == list(items)
    assert ("bulog", 160000, 200) == (
        items["beras medium"]["best"]["supplier_id"],
        items["beras medium"]["saving_idr_per_month"],
        items["beras medium"]["monthly_quantity"],
    )
    assert (None, None) == (items["gula"]["best"], items["gula"]["saving_idr_per_month"])
    assert ["expired"] == [one["state"] for one in items["gula"]["suppliers"]]
    assert (160000, 5000) == (
        found["basket"]["margin_idr_per_month"],
        found["basket"]["before_freight_idr_per_month"],
    )
    assert ["bulog"] == [one["supplier_id"] for one in found["mix"]["suppliers"]]
    assert 305000 == found["mix_before_freight"]["saving_idr_per_month"]


@pytest.mark.usefixtures("priced")
def test_csv_has_a_row_per_item_the_basket_and_the_suppliers(sanding, tmp_path):
    """A name that begins like a formula is made harmless."""
    out = tmp_path / "harga.csv"
    assert (0, "", "") == sanding("prices", ONE, *AT, "--out", out)
    rows = list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8"))))
    assert [("item", "'=mi"), ("item", "beras medium"), ("item", "gula"), ("item", "minyak goreng")] == [
        (row["section"], row["item"]) for row in rows[:4]
    ]
    assert [("basket", "160000"), ("supplier", "160000")] == [
        (row["section"], row["saving_idr_per_month"]) for row in rows[4:]
    ]
    assert ("", "market") == (rows[3]["saving_idr_per_month"], rows[3]["paid_by"])


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("language", ["id", "en"])
def test_without_prices_it_says_how_to_bring_them_in(language, sanding):
    """Both tables, with the commands."""
    code, out, _ = sanding("prices", ONE, "--lang", language)
    assert 0 == code
    assert "sanding template prices" in out
    assert "sanding template purchases" in out


@pytest.mark.usefixtures("home")
def test_what_is_not_there_is_refused(refused, sanding):
    """A cooperative, a day; a negative cost is wrong usage."""
    assert "'nobody'" in refused("prices", "nobody")[0]
    assert "'x'" in refused("prices", ONE, "--at", "x")[0]
    assert 2 == sanding("prices", ONE, "--freight", "-1")[0]
