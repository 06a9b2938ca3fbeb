"""Rules, facts and offers: the fields they speak of and the values they take."""

import pytest

from features.schema.loader import Column
from recommender.errors import ImportRefusedError
from recommender.ingest.load import Vocabulary

RULE = "offer_id;rule_id;field;operator;value;severity"
SCALES = Column("facts", "has_scales", "yes_no", "", None, None, (), "", False, False, "Timbangan", "Scales")
COLD = Column("facts", "cold_t", "decimal", "t", 0, 10, (), "", False, False, "Dingin (t)", "Cold")
WORDS = Vocabulary(facts_fields={"has_scales": SCALES, "cold_t": COLD})


@pytest.mark.parametrize(
    ("field", "operator", "value", "stored"),
    [
        ("member_count", ">=", "1.250 orang", "1250"),
        ("cash_idr", ">=", "1,5 juta", "1500000"),
        ("has_deed", "'=", "Sudah", "ya"),
        ("premises_status", "in", "milik sendiri; sewa", None),
        ("specialists", "has", "apoteker", "pharmacist"),
        ("vehicles", "has_any", "motor; pikap", "motor;pikap"),
        ("observed_on", ">=", "24 Juli 2025", "2025-07-24"),
        ("stage", "in", "3; 4", None),
        ("has_scales", "'=", "ada", "ya"),
        ("Jumlah anggota", ">=", "20", "20"),
    ],
)
def test_a_rule_keeps_its_value_as_canonical_text(load, store, field, operator, value, stored):
    """Whatever the spelling; labels of fields become their names."""
    quoted = f'"{value}"'
    load("requirements", RULE, f"rpk;r1;{field};{operator};{quoted};must", vocabulary=WORDS)
    row = store.tables["requirements"]["rpk", "r1"]
    expected = {"milik sendiri; sewa": "owned;rented", "3; 4": "3;4"}.get(value, stored)
    assert row["value"] == expected
    assert row["field"] == ("member_count" if " " in field else field)


@pytest.mark.parametrize(
    ("field", "operator", "value"),
    [
        ("has_deed", ">=", "ya"),
        ("member_count", "has", "5"),
        ("vehicles", ">=", "motor"),
        ("vehicles", "'=", "motor"),
        ("member_count", ">=", "banyak"),
        ("premises_status", "in", "rumah"),
        ("vehicles", "has", '"motor;pikap"'),
        ("vehicles", "has", "nihil"),
    ],
)
def test_an_operator_or_value_that_does_not_fit_is_refused(load, field, operator, value):
    """A rule that can never be met would block everyone."""
    with pytest.raises(ImportRefusedError) as caught:
        load("requirements", RULE, f"rpk;r1;{field};{operator};{value};must")
    assert [(fault.code, fault.column) for fault in caught.value.faults] == [("rule_invalid", "value")]


def test_a_changed_operator_is_checked_against_the_stored_value(load, store):
    """Only the operator is in the file."""
    load("requirements", RULE, "rpk;r1;member_count;>=;20;must")
    with pytest.raises(ImportRefusedError, match="has"):
        load("requirements", "offer_id;rule_id;operator", "rpk;r1;has")
    load("requirements", "offer_id;rule_id;operator", "rpk;r1;<=")
    assert store.tables["requirements"]["rpk", "r1"]["value"] == "20"


@pytest.mark.parametrize(
    ("header", "field", "value", "stored"),
    [
        ("value", "cold_t", "1.250", "1.25"),
        ("Nilai", "cold_t", "1,250", "1.25"),
        ("value", "has_scales", "Ada", "ya"),
        ("value", "commodities", "padi; jagung", "padi;jagung"),
        ("value", "commodities", "tidak ada", "nihil"),
        ("value", "cash_idr", "3 M", "3000000000"),
    ],
)
def test_a_fact_keeps_its_value_as_canonical_text(load, store, header, field, value, stored):
    """The header says what a comma means; the store holds one spelling."""
    load("facts", f"cooperative_id;field;{header}", f'K1;{field};"{value}"', vocabulary=WORDS)
    assert store.tables["facts"]["K1", field, None]["value"] == stored


def test_a_fact_that_does_not_follow_its_field_is_refused(load):
    """A yes/no fact takes yes or no."""
    with pytest.raises(ImportRefusedError) as caught:
        load("facts", "cooperative_id,field,value", "K1,has_scales,besar", vocabulary=WORDS)
    assert [(fault.code, fault.column) for fault in caught.value.faults] == [("unknown_code", "value")]


@pytest.mark.slow
def test_a_free_field_is_kept_with_a_warning(load, store):
    """New kinds of facts need no new program."""
    report = load("facts", "cooperative_id,field,value", "K1,has_boat,dua")
    assert [one.code for one in report.warnings] == ["field_free"]
    assert store.tables["facts"]["K1", "has_boat", None]["value"] == "dua"


@pytest.mark.parametrize(
    ("column", "text", "stored"),
    [
        ("demand_field", "household_count", "household_count"),
        ("demand_field", "Luas sawah (ha)", "paddy_ha"),
        ("demand_field", "has_deed", None),
        ("demand_field", "vehicles", None),
        ("competition_field", "minimarkets_500m_count", "minimarkets_500m_count"),
        ("competition_field", "paddy_ha", None),
        ("competition_field", "nonsense", None),
    ],
)
def test_demand_and_competition_are_numeric_columns_of_cooperatives(load, store, column, text, stored):
    """Competition is counted."""
    if stored is None:
        with pytest.raises(ImportRefusedError, match="kolom angka"):
            load("offers", f"offer_id;{column}", f"rpk;{text}")
    else:
        load("offers", f"offer_id;{column}", f"rpk;{text}")
        assert store.tables["offers"]["rpk",][column] == stored
