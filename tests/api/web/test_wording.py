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


# Words that Indonesian and English share; each was looked at.
# Units and mere blanks are told apart by their form.
_SHARED_WORDS = {
    "site.name",
    "home.status",
    "objective.margin",
    "field.margin_idr_per_unit",
    "import.export",
    "import.export_csv",
    "prices.per",
    "model.title",
    "model.heading",
    "model.link",
    "measure.log_loss_short",
}


def _letters(words: str) -> str:
    """Return the letters of a text without its blanks: with none there is nothing to translate."""
    return re.sub(r"\{\w+\}|[^A-Za-z]", "", words)


def test_nothing_is_left_blank_or_untranslated():
    """A text that is the same in both languages is a unit, without words, or shared by name."""
    indonesian, english = catalogue("id"), catalogue("en")
    assert all(words.strip() for words in english.values())
    same = {
        key
        for key, words in indonesian.items()
        if words == english[key] and _letters(words) and not key.startswith("unit.")
    }
    assert same == _SHARED_WORDS
