"""Every text stands in both languages and asks for the same values."""

import string

from api.cli.words import UNITS, WORDS


def places(text):
    """The names of the values that a text asks for."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_ask_for_the_same_values():
    """A place that one language lacks would lose a number."""
    assert [] == [key for key, (first, second) in WORDS.items() if places(first) != places(second)]
    assert [] == [key for key, texts in WORDS.items() if not all(texts)]


def test_units_are_told_in_both_languages():
    """Two words each."""
    assert {2} == {len(words) for words in UNITS.values()}
