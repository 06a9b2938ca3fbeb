"""What both samples must keep to before a store takes them."""

from datetime import date

import pytest

from features.schema.loader import Column, columns
from recommender.errors import NotFoundError
from recommender.sample.rows import SAMPLE_NAMES, sample_rows
from recommender.sample.tables import packaged_table
from recommender.sample.values import Value

OFFERS = frozenset(
    (
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
    )
)
PYTHON_TYPES: dict[str, type | tuple[type, ...]] = {
    "id": str,
    "code": str,
    "text": str,
    "choice": str,
    "yes_no": bool,
    "count": int,
    "level": int,
    "money": int,
    "decimal": float,
    "date": date,
    "list": tuple,
}
CASES = [(name, table) for name in SAMPLE_NAMES for table in sample_rows(name)]


def _fits(column: Column, value: Value) -> bool:
    if value is None:
        return not column.required
    if not isinstance(value, PYTHON_TYPES[column.kind]):
        return False
    if isinstance(value, bool):
        return column.kind == "yes_no"
    if isinstance(value, int | float):
        low = float("-inf") if column.minimum is None else column.minimum
        high = float("inf") if column.maximum is None else column.maximum
        return low <= value <= high
    items = value if isinstance(value, tuple) else (value,)
    return not column.choices or all(item in column.choices for item in items)


@pytest.mark.parametrize(("name", "table"), CASES)
def test_every_value_fits_the_schema(name: str, table: str) -> None:
    """Kind, range, choices and required cells, in every row of every table."""
    for row in sample_rows(name)[table]:
        assert [column.name for column in columns(table)] == list(row)
        misfits = [column.name for column in columns(table) if not _fits(column, row[column.name])]
        assert [] == misfits, row


@pytest.mark.parametrize(("name", "table"), CASES)
def test_keys_are_unique(name: str, table: str) -> None:
    """No two rows of a table share their key."""
    keys = [column.name for column in columns(table) if column.key]
    found = [tuple(row[key] for key in keys) for row in sample_rows(name)[table]]
    assert len(found) == len(set(found))


@pytest.mark.parametrize("name", SAMPLE_NAMES)
def test_rows_belong_to_cooperatives_of_the_sample(name: str) -> None:
    """Facts name a cooperative of the same sample."""
    tables = sample_rows(name)
    known = {row["cooperative_id"] for row in tables["cooperatives"]}
    assert {row["cooperative_id"] for row in tables.get("facts", [])} <= known


def test_both_samples_name_the_same_cooperatives() -> None:
    """Ids and names agree, so that one can replace the other."""
    named = [
        [(row["cooperative_id"], row["name"]) for row in sample_rows(name)["cooperatives"]]
        for name in SAMPLE_NAMES
    ]
    assert named[0] == named[1]


def test_offers_named_are_offers_of_the_catalogue() -> None:
    """Preferences and running units use known offer ids."""
    for row in sample_rows("serang")["cooperatives"]:
        for field in ("preferred_offers", "running_units"):
            value = row[field]
            assert value is None or set(value) <= OFFERS  # type: ignore[arg-type]  # both are lists


def test_commodities_are_of_the_vocabulary() -> None:
    """Generated and published commodities alike."""
    known = {row["commodity"] for row in packaged_table("commodities.csv")}
    named = {row["commodity"] for row in packaged_table("local_commodities.csv")}
    for row in sample_rows("serang-kosong")["facts"]:
        if row["field"] == "commodities":
            named |= set(str(row["value"]).split(";"))
    assert set() == named - known


def test_an_unknown_sample_is_refused_with_the_choices() -> None:
    """The message names what was asked and what there is."""
    with pytest.raises(NotFoundError, match=r"'serag'.*serang, serang-kosong"):
        sample_rows("serag")
