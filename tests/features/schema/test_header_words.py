"""The spellings of headers against the schema they point to."""

from collections import Counter

import pytest

from features.cells.words import compact
from features.schema.header_words import SPECIAL_TARGETS, header_words
from features.schema.loader import columns, table_names


@pytest.mark.parametrize("table", table_names())
def test_every_word_points_to_a_column_or_a_special_target(table):
    """A column that is renamed takes its words along."""
    names = {one.name for one in columns(table)} | SPECIAL_TARGETS
    assert [] == [one for one in header_words(table) if one.target not in names]


@pytest.mark.parametrize("table", table_names())
def test_no_word_of_a_table_has_two_meanings(table):
    """The table's own words and its labels name one column each."""
    own = {(compact(one.text), one.target) for one in header_words(table) if not one.target.startswith("@")}
    own |= {(compact(one.label_id), one.name) for one in columns(table)}
    twice = [word for word, count in Counter(word for word, _ in own).items() if count > 1]
    # words of every table give way to the table's own
    clashing = [
        word
        for word in twice
        if len({target for text, target in own if text == word and target not in _every_target()}) > 1
    ]
    assert [] == clashing


def _every_target():
    shared = header_words("boundaries")
    return {"source", "note", "observed_on", "basis", "valid_from", "valid_to"} | {
        one.target for one in shared if one.target.startswith("@")
    }


def test_a_table_without_places_knows_no_coordinates():
    """A header that cannot be used is not recognised."""
    assert "@coordinates" not in {one.target for one in header_words("prices")}
    assert "@cooperative" in {one.target for one in header_words("purchases")}
