"""What is said of a place, in both languages."""

import datetime as dt

import pytest

from api.cli.place_words import acceptance_sentence, release_sentence
from recommender.allocations.accepting import Acceptance
from recommender.allocations.releasing import Release

DAY = dt.date(2026, 11, 27)


@pytest.mark.parametrize(
    ("is_new", "left", "said"),
    [
        (True, 9, ("k mendapat tempat o per 27 November 2026. Masih tersisa 9.", "9 left.")),
        (True, 0, ("k mendapat tempat o per 27 November 2026. Masih tersisa 0.", "0 left.")),
        (True, None, ("k mendapat tempat o per 27 November 2026.", "as of 27 November 2026.")),
        (False, None, ("k sudah memegang tempat o sejak 27 November 2026.", "since 27 November 2026.")),
    ],
)
def test_a_place_taken(is_new, left, said):
    """None left is told; where nothing limits the offer nothing is counted."""
    found = Acceptance("k", "o", "e", DAY, None, is_new=is_new, left=left)
    assert said[0] == acceptance_sentence(found, "id")
    assert acceptance_sentence(found, "en").endswith(said[1])


@pytest.mark.parametrize(
    ("frees", "said"),
    [
        (True, ("k melepas o; tempatnya kosong.", "the place is free")),
        (False, ("k tidak mengambil o; tercatat.", "does not take o")),
    ],
)
def test_a_place_given_up(frees, said):
    """Only a place that was held becomes free."""
    found = Release("k", "o", "e", "declined", DAY, None, frees_place=frees)
    assert release_sentence(found, "id").startswith(said[0])
    assert said[1] in release_sentence(found, "en")
