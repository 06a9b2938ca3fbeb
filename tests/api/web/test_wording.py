"""Both languages have the same words with the same blanks."""

import re

from api.web.wording import catalogue


def test_the_same_keys_in_the_same_order():
    """English is complete."""
    assert list(catalogue("id")) == list(catalogue("en"))


def test_the_same_blanks():
    """What the page fills in has its place in both."""
    blanks = {
        language: {key: sorted(re.findall(r"\{(\w+)\}", words)) for key, words in catalogue(language).items()}
        for language in ("id", "en")
    }
    assert blanks["id"] == blanks["en"]


def test_nothing_is_left_blank_or_untranslated():
    """Few words are the same in both languages."""
    same = {key for key, words in catalogue("id").items() if words == catalogue("en")[key]}
    assert all(words.strip() for words in catalogue("en").values())
    assert {"site.name", "home.status", "unit.plain", "unit.km", "unit.m2", "operator.equals"} <= same
    assert len(same) < 20
