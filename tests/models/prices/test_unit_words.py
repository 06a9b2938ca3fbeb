"""Words of units do not contradict each other."""

from fractions import Fraction

from models.prices.unit_words import FILLERS, MEASURES, PACKS, PER, TIMES


def test_no_word_has_two_meanings():
    """Each word is of one kind."""
    kinds = [set(MEASURES), set(PACKS), FILLERS, PER, TIMES]
    assert sum(map(len, kinds)) == len(set().union(*kinds))


def test_packs_are_called_by_a_word_of_their_own():
    """The usual spelling is one of the spellings and no measure."""
    assert [] == [word for word in PACKS.values() if PACKS.get(word) != word]


def test_ons_and_kuintal_are_those_of_the_market():
    """An ons is 100 g, a kuintal 100 kg."""
    assert ("kg", Fraction(1, 10)) == MEASURES["ons"]
    assert ("kg", Fraction(100)) == MEASURES["kuintal"]
