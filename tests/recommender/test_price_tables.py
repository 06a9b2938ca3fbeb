"""A comparison as records and rows: whole rupiah, unknown left unknown, nothing lost."""

import datetime as dt
import json

from recommender.price_tables import PRICE_COLUMNS, price_record, price_rows

NOW = dt.datetime(2026, 11, 21, 5, 0, tzinfo=dt.UTC)
ONE = "kkmp-3673011007"


def answer(workspace, **costs):
    """A supplier of thirds and a market price."""
    with workspace.store.revision(author="t", source="t", made_at=NOW) as revision:
        revision.upsert(
            "prices",
            [
                {
                    "supplier_id": "bulog",
                    "item": "telur",
                    "unit": "lusin",
                    "price_idr": 20000,
                    "delivered": True,
                },
                {"supplier_id": "id-food", "item": "gula", "unit": "kg", "price_idr": 9, "delivered": False},
            ],
        )
        revision.upsert(
            "purchases",
            [
                {
                    "cooperative_id": ONE,
                    "item": "telur",
                    "unit": "butir",
                    "price_idr": 1700,
                    "monthly_quantity": 100.0,
                    "observed_on": dt.date(2026, 11, 1),
                }
            ],
        )
    return workspace.prices(ONE, **costs)


def test_records_are_plain_json(writable):
    """Savings in whole rupiah, prices per unit with their decimals, what is not known null."""
    found = price_record(answer(writable), "en")
    json.dumps(found, allow_nan=False, default=str)
    eggs, sugar = found["items"]
    assert (3333, 20000 / 12, 1700) == (
        eggs["saving_idr_per_month"],
        eggs["best"]["price_idr_per_unit"],
        eggs["paid"]["price_idr_per_unit"],
    )
    assert (None, None, None) == (sugar["paid"], sugar["saving_idr_per_month"], sugar["monthly_quantity"])
    assert [None, "unknown"] == [sugar["best"][name] for name in ("difference_idr_per_unit", "freight")]
    assert [
        {"item": "gula", "unit": "kg", "reason": "not_bought", "text": "what is paid now is not known"}
    ] == (found["basket"]["left_out"])
    assert ["bulog"] == [one["supplier_id"] for one in found["mix"]["suppliers"]]


def test_rows_have_the_same_columns_and_the_same_sums(writable):
    """Items, then the basket, then the suppliers to choose."""
    rows = list(price_rows(answer(writable, freight_idr_per_order=1), "id"))
    assert {PRICE_COLUMNS} == {tuple(row) for row in rows}
    assert ["item", "item", "basket", "supplier"] == [row["section"] for row in rows]
    assert [3333, None, 3333, 3333] == [row["saving_idr_per_month"] for row in rows]
    assert "gula (kg)" in rows[2]["remarks"]
