"""Random draws built on one stable generator."""

from statistics import median

from hypothesis import given
from hypothesis import strategies as st

from recommender.sample.draws import Draws


def test_equal_names_give_equal_streams() -> None:
    """The stream depends on nothing but its parts."""
    first, second = Draws(7, "a", "b"), Draws(7, "a", "b")
    assert [first.share() for _ in range(5)] == [second.share() for _ in range(5)]


def test_another_topic_gives_another_stream() -> None:
    """Topics do not share draws."""
    assert Draws(7, "a", "b").share() != Draws(7, "a", "c").share()


def test_the_stream_is_pinned() -> None:
    """These numbers must come out in every version of Python."""
    draws = Draws(3673, "36.73.01.1001", "people")
    assert [89, 87, 95] == [draws.whole(0, 99) for _ in range(3)]


@given(st.integers(), st.integers(0, 50), st.integers(0, 50))
def test_whole_numbers_stay_between_their_ends(seed: int, low: int, width: int) -> None:
    """Both ends may come, nothing beyond them."""
    assert low <= Draws(seed).whole(low, low + width) <= low + width


@given(st.integers(), st.integers(0, 8))
def test_several_are_different_keys(seed: int, count: int) -> None:
    """No key twice, never more than there are."""
    weights = {"a": 1.0, "b": 0.5, "c": 3.0}
    drawn = Draws(seed).several(weights, count)
    assert len(set(drawn)) == len(drawn) == min(count, 3)
    assert set(drawn) <= set(weights)


def test_a_key_without_weight_is_not_picked() -> None:
    """Weight 0 means never while another key has weight."""
    draws = Draws("weights")
    assert {"yes"} == {draws.pick({"no": 0.0, "yes": 1.0}) for _ in range(50)}


def test_distributions_have_their_middle() -> None:
    """The log-normal median and the Poisson mean are those asked for."""
    draws = Draws("middle")
    assert 55 < median(draws.lognormal(60, 0.7) for _ in range(2000)) < 65
    assert 2.3 < sum(draws.poisson(2.5) for _ in range(2000)) / 2000 < 2.7
