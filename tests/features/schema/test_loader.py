"""The tables of the contract as data."""

import pytest

from features.errors import FrameError
from features.schema.loader import NUMERIC_KINDS, column, columns, key_columns, table_names

KINDS = NUMERIC_KINDS | {"id", "code", "text", "date", "choice", "list"}
every_table = pytest.mark.parametrize("table", table_names())


@every_table
def test_every_column_is_of_a_known_kind_with_labels(table):
    """What a page shows and a sheet reads is there for each."""
    for found in columns(table):
        assert found.kind in KINDS
        assert (table, True, True) == (found.table, bool(found.label_id), bool(found.label_en))


@every_table
def test_no_column_comes_twice(table):
    """Neither by name nor by label: a sheet's header must lead to one column."""
    found = columns(table)
    assert len(found) == len({one.name for one in found})
    assert len(found) == len({one.label_id.lower() for one in found})


@every_table
def test_every_table_has_a_key_among_its_columns(table):
    """Without a key an import could not tell which row is meant."""
    names = [found.name for found in columns(table)]
    assert key_columns(table)
    assert set(key_columns(table)) <= set(names)


@every_table
def test_bounds_are_ordered(table):
    """A range holds at least one value, and only numbers have one."""
    for found in columns(table):
        bounds = [bound for bound in (found.minimum, found.maximum) if bound is not None]
        assert sorted(bounds) == bounds
        assert found.is_numeric or not bounds


@every_table
def test_choices_belong_to_choices_and_lists(table):
    """A choice has at least two, each once."""
    for found in columns(table):
        assert len(set(found.choices)) == len(found.choices)
        assert (found.kind == "choice") <= (len(found.choices) > 1)


@every_table
def test_references_point_to_tables_filled_before(table):
    """The order of the tables is one in which they can be filled."""
    order = table_names()
    for found in columns(table):
        if found.refers_to:
            assert order.index(found.refers_to) < order.index(table)


def test_an_unknown_table_is_refused_with_those_there_are():
    """The sentence helps to find the right one."""
    with pytest.raises(FrameError, match="cooperatives") as caught:
        columns("koperasi")
    assert "'koperasi'" in caught.value.message_id


def test_an_unknown_column_is_nothing():
    """Asking for it is no error."""
    assert column("cooperatives", "nope") is None
    assert column("cooperatives", "paddy_ha") in columns("cooperatives")
