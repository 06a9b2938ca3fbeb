"""Pairs, names and changes of a plan as records."""

import pytest

from recommender.allocations.lines import Names, changes_between, pairs_of

NAMES = Names({"k1": "Satu"}, {"o1": "Toko"}, {}, {"36.73.01": "Serang"})


def test_an_id_stands_for_a_name_that_has_gone():
    """Cooperative, offer, district."""
    assert ("Satu", "k2") == (NAMES.cooperative("k1"), NAMES.cooperative("k2"))
    assert ("Toko", "o2") == (NAMES.offer("o1"), NAMES.offer("o2"))
    assert ("Serang", "36.73.09") == (NAMES.district("36.73.01"), NAMES.district("36.73.09"))


def test_changes_are_kept_new_and_dropped():
    """By cooperative and offer, with both values."""
    found = changes_between(
        {("k1", "o1"): 1.0, ("k2", "o1"): 2.0}, {("k1", "o1"): 1.5, ("k1", "o2"): 3.0}, NAMES
    )
    assert [
        ("kept", "k1", "o1", 1.0, 1.5),
        ("new", "k1", "o2", None, 3.0),
        ("dropped", "k2", "o1", 2.0, None),
    ] == [(one.kind, one.cooperative_id, one.offer_id, one.value_before, one.value_after) for one in found]


def test_every_pair_has_its_rank_among_what_is_open(city, read_serang):
    """The reason counts as the ranking of the same objective does."""
    for one in city.allocation.assignments[:30]:
        ranked = read_serang.suggest(one.cooperative_id).suggestions
        rank = next(found.rank for found in ranked if found.offer_id == one.offer_id)
        assert one.reason[0].startswith(f"Pilihan ke-{rank} dari {len(ranked)} yang terbuka")


def test_pairs_carry_their_value(city):
    """By cooperative and offer."""
    found = pairs_of(city.allocation.assignments)
    assert sum(found.values()) == pytest.approx(city.allocation.total_value)
