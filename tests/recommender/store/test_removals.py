"""A version without values can never be one of a row that is there."""

from features.schema.loader import columns, table_names
from recommender.store.removals import no_values


def test_each_table_has_a_part_of_its_key_that_must_be_given():
    """By which a removal is told from a row that merely knows little."""
    assert [] == [
        table for table in table_names() if not any(one.key and one.required for one in columns(table))
    ]


def test_a_removal_knows_no_column():
    """All of them are named, the key's too."""
    assert {"code": None, "geometry": None} == no_values("boundaries")
