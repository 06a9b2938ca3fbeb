"""What holds in every packaged table: canonical cells, unique keys, references that exist."""

import pytest

from features.catalog.loader import CATALOG_TABLES, catalog_rows
from features.cells.format import format_cell
from features.cells.parse import parse_cell
from features.schema.loader import columns, key_columns


@pytest.mark.parametrize("table", CATALOG_TABLES)
def test_every_cell_is_of_its_kind_and_in_range(table):
    """The parser that reads users' sheets takes every packaged cell; required ones are filled."""
    for row in catalog_rows(table):
        for column in columns(table):
            value = parse_cell(column, row[column.name])
            assert not column.required or value is not None, (table, column.name, dict(row))


@pytest.mark.parametrize("table", [table for table in CATALOG_TABLES if table != "areas"])
def test_cells_stand_in_canonical_style(table):
    """A packaged table reads as an export of the store would."""
    for row in catalog_rows(table):
        for column in columns(table):
            value = parse_cell(column, row[column.name])
            # An export protects "=" with an apostrophe; packaged rows never meet a spreadsheet.
            if column.name == "operator":
                continue
            expected = "" if value is None else format_cell(column, value)
            assert expected == row[column.name], (table, column.name)


@pytest.mark.parametrize("table", CATALOG_TABLES)
def test_keys_are_unique(table):
    """No row is there twice."""
    keys = [tuple(row[name] for name in key_columns(table)) for row in catalog_rows(table)]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("table", CATALOG_TABLES)
def test_references_exist(table):
    """An id that points to another packaged table finds its row there."""
    for column in columns(table):
        if column.refers_to:
            known = {row[key_columns(column.refers_to)[0]] for row in catalog_rows(column.refers_to)}
            assert {row[column.name] for row in catalog_rows(table)} <= known


def test_every_partner_offers_something():
    """A partner without an offer would be a dead entry."""
    partners = {row["partner_id"] for row in catalog_rows("partners")}
    assert partners == {row["partner_id"] for row in catalog_rows("offers")}


def test_no_signing_date_is_invented():
    """No source states when a partner signed with the city, so none is stated here."""
    assert {""} == {row["mou_signed_on"] + row["mou_until"] for row in catalog_rows("partners")}
