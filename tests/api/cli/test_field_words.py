"""The words of assets and worklists stand in both languages and ask for the same values."""

import string

from api.cli.field_words import FIELD_WORDS


def places(text):
    """The names of the values that a text asks for."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_ask_for_the_same_values():
    """A place that one language lacks would lose a number."""
    assert [] == [key for key, (first, second) in FIELD_WORDS.items() if places(first) != places(second)]
    assert [] == [key for key, texts in FIELD_WORDS.items() if not all(texts)]
