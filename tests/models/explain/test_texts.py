"""The sentences for and against each criterion."""

import re

import pytest

from features.pairs.catalogue import pair_features
from models.explain.texts import sentences

PLACES = {
    "label",
    "value",
    "value_percent",
    "value_rupiah",
    "value_km",
    "need_capital",
    "need_shop",
    "need_store",
}
OF_OUTCOMES = {"offer", "district", "outcomes"}
BOTH = pytest.mark.parametrize("language", ["id", "en"])


@BOTH
def test_every_criterion_has_a_sentence_each_way(language):
    """And the sector, and what outcomes say; keys with a dot are variants of a criterion."""
    found = sentences(language)
    assert {*OF_OUTCOMES, "sector", *pair_features()} == {name.partition(".")[0] for name in found}
    assert {*OF_OUTCOMES, "sector", *pair_features()} <= set(found)
    assert {"", "free", "full"} == {name.partition(".")[2] for name in found}


@BOTH
def test_a_sentence_ends_with_a_full_stop_and_has_known_places(language):
    """A place nobody fills would be an error in front of a user."""
    for text in sentences(language).values():
        for sentence in (text.pro, text.con):
            assert sentence.endswith(".")
            assert set(re.findall(r"\{(\w+)\}", sentence)) <= PLACES


def test_both_languages_say_the_same_numbers():
    """A translation leaves no number out."""
    for name, text in sentences("id").items():
        other = sentences("en")[name]
        for one, two in ((text.pro, other.pro), (text.con, other.con)):
            assert set(re.findall(r"\{(\w+)\}", one)) == set(re.findall(r"\{(\w+)\}", two)), name
