"""Sentences about what stands in a pair's way."""

from typing import get_args

import pytest

from models.allocation.why_not import Obstacle, ObstacleKind
from recommender.allocations.names import Names
from recommender.allocations.obstacle_words import obstacle_sentence

NAMES = Names({f"k{n}": f"Koperasi {n}" for n in range(9)}, {"o1": "Toko", "o2": "Apotek"}, {}, {})


@pytest.mark.parametrize("kind", get_args(ObstacleKind))
def test_every_obstacle_is_told_in_two_languages(kind):
    """With names, not ids."""
    one = Obstacle(kind, offers=("o1", "o2"), cooperatives=("k1", "k2"), resource=0)
    for sentence in obstacle_sentence(one, NAMES, {}, "points"):
        assert sentence.endswith(".")
        assert "k1" not in sentence
        assert "o1" not in sentence


def test_a_long_list_is_cut():
    """Three names and a number."""
    one = Obstacle("apart", cooperatives=tuple(f"k{n}" for n in range(6)))
    assert (
        "Koperasi 0, Koperasi 1, Koperasi 2 dan 3 lainnya" in obstacle_sentence(one, NAMES, {}, "points")[0]
    )


def test_a_quota_names_the_weakest_that_has_a_place(city, names):
    """With its worth; a quota held by running pairs alone says so."""
    holders = {
        one.cooperative_id: one
        for one in city.allocation.assignments
        if one.offer_id == "toko-dikelola-mitra"
    }
    weakest = min(holders.values(), key=lambda one: one.value)
    one = Obstacle("city_quota", cooperatives=(weakest.cooperative_id, "k2"))
    assert weakest.cooperative_name in obstacle_sentence(one, names, holders, "points")[0]
    assert "sudah berjalan" in obstacle_sentence(one, names, {}, "points")[0]


def test_room_names_the_resource_and_what_takes_it():
    """In the words of the profile."""
    one = Obstacle("room", offers=("o2",), resource=1)
    assert (
        "Tidak muat bersama Apotek: luas gudang tidak cukup."
        == obstacle_sentence(one, NAMES, {}, "points")[0]
    )
