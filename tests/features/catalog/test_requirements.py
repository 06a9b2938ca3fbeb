"""The rules of the offers: on known fields, with a value of their kind and a way to meet them."""

import pytest

from features.catalog.loader import catalog_rows, facts_fields
from features.cells.parse import parse_cell
from features.schema.loader import column

RULES = catalog_rows("requirements")
BY_OFFER = {
    offer["offer_id"]: [rule for rule in RULES if rule["offer_id"] == offer["offer_id"]]
    for offer in catalog_rows("offers")
}


def field_of(rule):
    """The column a rule reads, of cooperatives or of facts."""
    return column("cooperatives", rule["field"]) or facts_fields().get(rule["field"])


def key(rule):
    """A rule's name in a message."""
    return f"{rule['offer_id']}/{rule['rule_id']}"


def test_every_offer_has_rules():
    """Each business has at least three, and one of them decides."""
    for offer in catalog_rows("offers"):
        found = BY_OFFER[offer["offer_id"]]
        if offer["sector"] == "mentoring":
            assert found
        else:
            assert len(found) >= 3
            assert "must" in {rule["severity"] for rule in found}


@pytest.mark.parametrize("rule", RULES, ids=key)
def test_the_value_follows_its_field(rule):
    """The field is known, the operator suits its kind, and its parser takes the value."""
    read = field_of(rule)
    assert read is not None
    if rule["operator"] in ("has", "has_any"):
        assert "list" == read.kind
    elif rule["operator"] in (">=", "<="):
        assert read.is_numeric
    values = rule["value"].split(";") if rule["operator"] == "in" else [rule["value"]]
    assert None not in [parse_cell(read, value) for value in values]


@pytest.mark.parametrize("rule", RULES, ids=key)
def test_a_remedy_has_cost_and_days_and_nothing_else_does(rule):
    """A sentence to follow, what it costs, how long it takes; or none of the three."""
    filled = {bool(rule[name]) for name in ("remedy", "remedy_cost_idr", "remedy_days")}
    assert 1 == len(filled)
    assert not rule["remedy"] or rule["remedy"].endswith(".")
    assert rule["label"]


def test_only_a_missing_paddy_field_blocks_for_good():
    """All other deciding rules can be met with some work."""
    blocking = {key(rule) for rule in RULES if rule["severity"] == "must" and not rule["remedy"]}
    assert {"pupuk-subsidi/sawah", "offtake-padi/sawah"} == blocking


def test_the_fertiliser_rules_are_those_of_the_partner():
    """Six papers and 5 t are hard, from the announcement for 2026."""
    facts = {
        rule["field"]: rule["value"]
        for rule in BY_OFFER["pupuk-subsidi"]
        if rule["severity"] == "must" and rule["source"] == "P1" and rule["basis"] == "fact"
    }
    assert "5" == facts["store_capacity_t"]
    assert "47763" == facts["kbli_codes"]
    assert facts.keys() >= {"has_deed", "has_tax_number", "has_business_number"}
    assert "has_bank_statements_3m" in facts


def test_a_pharmacist_is_required_by_default():
    """The announced relaxation was not found in force; that is our reading, so no fact."""
    rule = next(rule for rule in BY_OFFER["apotek"] if rule["rule_id"] == "apoteker")
    expected = ("has", "pharmacist", "must", "assumption")
    assert expected == tuple(rule[name] for name in ("operator", "value", "severity", "basis"))


def test_unverified_business_codes_only_advise():
    """Only codes that a source states may decide the status."""
    deciding = {
        rule["value"] for rule in RULES if rule["field"] == "kbli_codes" and rule["severity"] == "must"
    }
    assert {"47763", "64141;64142"} == deciding


def test_fields_of_facts_do_not_hide_columns():
    """A name means one thing."""
    assert [] == [name for name in facts_fields() if column("cooperatives", name)]
