"""The 30 offers: complete, on existing fields, with the months that the notes worked out."""

import pytest

from features.catalog.loader import catalog_rows
from features.schema.loader import column

OFFERS = {row["offer_id"]: row for row in catalog_rows("offers")}
OFFER_IDS = [
    "lpg-sub-pangkalan",
    "lpg-pangkalan",
    "bright-gas",
    "agenpos",
    "hub-logistik",
    "apotek",
    "rak-obat-bebas",
    "klinik",
    "perisai",
    "pupuk-subsidi",
    "pupuk-nonsubsidi",
    "beras-sphp",
    "bulog-komersial",
    "sembako-idfood",
    "toko-dikelola-mitra",
    "konsinyasi",
    "brilink",
    "agen-bank-lain",
    "token-pln",
    "pulsa-ppob",
    "simpan-pinjam",
    "gudang-dingin",
    "agen-umrah",
    "pemasok-sppg",
    "offtake-emping",
    "offtake-ikan",
    "offtake-padi",
    "offtake-sayur",
    "bank-sampah",
    "pendampingan",
]
# The mean kelurahan: 768,377 people and 230,100 households over 67 (K9); the rest are examples.
MEAN_KELURAHAN = {
    "population_count": 11468,
    "household_count": 3434,
    "fertiliser_quota_t_per_year": 100,
    "member_count": 100,
    "member_micro_count": 15,
    "member_fisher_count": 10,
    "member_farmer_count": 10,
    "paddy_ha": 20,
    "pond_ha": 100,
}
# offer_id, low and high end of the gross month in rupiah: an exact example, or the range stated.
GROSS_MONTHS = [
    ("lpg-sub-pangkalan", 900_000, 900_000),
    ("lpg-pangkalan", 1_000_000, 3_000_000),
    ("agenpos", 468_000, 468_000),
    ("apotek", 8_000_000, 16_000_000),
    ("rak-obat-bebas", 500_000, 1_500_000),
    ("perisai", 37_800, 37_800),
    ("pupuk-subsidi", 625_000, 625_000),
    ("beras-sphp", 3_000_000, 3_000_000),
    ("sembako-idfood", 5_000_000, 10_000_000),
    ("toko-dikelola-mitra", 1_200_000, 3_000_000),
    ("brilink", 750_000, 750_000),
    ("token-pln", 686_000, 686_000),
    ("agen-umrah", 1_000_000, 3_000_000),
    ("pemasok-sppg", 2_000_000, 8_000_000),
    ("bank-sampah", 180_000, 180_000),
]


def number(offer_id, field, default=None):
    """One number of an offer."""
    text = OFFERS[offer_id][field]
    return float(text) if text else default


def gross_idr(offer_id, have=MEAN_KELURAHAN):
    """Units asked for, up to the ceiling, times margin."""
    units = have[OFFERS[offer_id]["demand_field"]] * number(offer_id, "demand_units_per_month")
    ceiling = number(offer_id, "max_units_per_month", float("inf"))
    return min(units, ceiling) * number(offer_id, "margin_idr_per_unit")


def test_all_thirty_are_there():
    """One row for each business model, under ids that stay."""
    assert OFFER_IDS == list(OFFERS)


@pytest.mark.parametrize(("offer_id", "low", "high"), GROSS_MONTHS)
def test_an_example_month_comes_out(offer_id, low, high):
    """A mean kelurahan earns what the example says, within half a percent."""
    assert low * 0.995 <= gross_idr(offer_id) <= high * 1.005


def test_rice_is_capped_at_two_tonnes_a_week():
    """However many people ask, 8.6 t at Rp1,500 bring Rp12.9 million."""
    assert 12_900_000 == gross_idr("beras-sphp", {"population_count": 200_000})


def test_token_sales_are_a_tenth_of_the_households():
    """343 of 3,434 households at Rp2,000."""
    assert 343 == int(3434 * number("token-pln", "demand_units_per_month"))
    assert 2000 == number("token-pln", "margin_idr_per_unit")


def test_the_whole_fertiliser_fee_of_the_city_is_small():
    """3,100 t of urea bring about Rp233 million a year to all outlets together."""
    year = 12 * gross_idr("pupuk-subsidi", {"fertiliser_quota_t_per_year": 3100})
    assert 232_500_000 == pytest.approx(year, rel=0.001)


@pytest.mark.parametrize("field", ["demand_field", "competition_field"])
def test_named_fields_are_numbers_of_a_cooperative(field):
    """Demand and competition are read from numeric columns."""
    for row in OFFERS.values():
        if row[field]:
            named = column("cooperatives", row[field])
            assert named is not None
            assert named.is_numeric


def test_competition_is_counted():
    """Competitors are outlets."""
    named = {row["competition_field"] for row in OFFERS.values()} - {""}
    assert {"outlets"} == {column("cooperatives", name).unit for name in named}


def test_every_business_can_be_valued():
    """All but mentoring carry what the monthly margin is worked out from."""
    needed = ("demand_field", "demand_units_per_month", "margin_idr_per_unit")
    for offer_id, row in OFFERS.items():
        filled = all(row[name] for name in (*needed, "running_cost_idr_per_month"))
        assert filled != (row["sector"] == "mentoring"), offer_id


def test_exclusive_groups_have_at_least_two():
    """A group of one would exclude nothing."""
    groups = [row["exclusive_group"] for row in OFFERS.values() if row["exclusive_group"]]
    assert {"lpg-3kg", "obat", "toko-sembako", "agen-bank"} == set(groups)
    assert all(groups.count(group) >= 2 for group in groups)


def test_the_fertiliser_window_is_the_only_one_known():
    """13–25 October 2025; the next is not announced, so no other date stands there."""
    windows = {
        offer_id: (row["apply_from"], row["apply_to"])
        for offer_id, row in OFFERS.items()
        if row["apply_from"] or row["apply_to"]
    }
    assert {"pupuk-subsidi": ("2025-10-13", "2025-10-25")} == windows


def test_texts_are_short():
    """A title fits a list, a summary a card."""
    assert all(len(row["title"]) <= 60 for row in OFFERS.values())
    assert all(60 <= len(row["summary"]) <= 240 for row in OFFERS.values())
