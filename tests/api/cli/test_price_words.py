"""Every text stands in both languages and asks for the same values."""

import string

from api.cli.price_words import PRICE_WORDS


def test_both_languages_ask_for_the_same_values():
    """A place that one language lacks would lose a number."""
    for key, texts in PRICE_WORDS.items():
        places = [{name for _, name, _, _ in string.Formatter().parse(text) if name} for text in texts]
        assert places[0] == places[1], key
        assert all(texts), key
