"""Every area has its shape, inside the frame, north up; outlines replace cells."""

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recommender.mapping import draw_map

PLACES = st.dictionaries(
    st.text("abcd", min_size=1, max_size=3),
    st.tuples(st.floats(-6.3, -5.9), st.floats(106.0, 106.3)),
    min_size=1,
    max_size=12,
)


def corners(path):
    """The points of a path."""
    numbers = [float(one) for one in re.findall(r"-?[\d.]+", path)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def square(west, south, side=0.02):
    """A GeoJSON square."""
    east, north = west + side, south + side
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return json.dumps({"type": "Polygon", "coordinates": [ring]})


@given(PLACES)
@settings(max_examples=60)
def test_every_area_has_a_cell_inside_the_frame(places):
    """However the centroids lie, two on one spot included."""
    drawn = draw_map(places, {})
    assert set(places) == set(drawn.shapes)
    for shape in drawn.shapes.values():
        for x, y in corners(shape.path):
            assert -1.1 <= x <= 101.1
            assert -1.1 <= y <= drawn.height + 1.1


def test_a_cell_holds_its_own_centroid_and_north_is_up():
    """Four areas in a square: each cell lies in its own quarter."""
    places = {"nw": (-6.0, 106.0), "ne": (-6.0, 106.1), "sw": (-6.1, 106.0), "se": (-6.1, 106.1)}
    drawn = draw_map(places, {})
    middle_x, middle_y = 50, drawn.height / 2
    for code, shape in drawn.shapes.items():
        xs, ys = zip(*corners(shape.path), strict=True)
        assert ("n" in code) == (sum(ys) / len(ys) < middle_y)
        assert ("w" in code) == (sum(xs) / len(xs) < middle_x)
        assert min(xs) <= shape.x <= max(xs)
        assert min(ys) <= shape.y <= max(ys)


def test_outlines_are_drawn_and_the_others_get_a_mark():
    """Neighbours keep the corners they share."""
    places = {"a": (-6.0, 106.0), "b": (-6.0, 106.02), "c": (-6.05, 106.05)}
    drawn = draw_map(places, {"a": square(106.0, -6.0), "b": square(106.02, -6.0), "z": square(100, 1)})
    assert drawn.has_outlines
    shared = set(corners(drawn.shapes["a"].path)) & set(corners(drawn.shapes["b"].path))
    assert 2 == len(shared)
    assert 4 == len(corners(drawn.shapes["c"].path))


def test_a_long_outline_becomes_a_short_path():
    """Corners on a straight line say nothing."""
    side = [[106 + n / 1000, -6.0] for n in range(100)]
    ring = [*side, [106.099, -6.1], [106.0, -6.1], [106.0, -6.0]]
    drawn = draw_map({"a": (-6.05, 106.05)}, {"a": json.dumps({"type": "Polygon", "coordinates": [ring]})})
    assert 4 == len(corners(drawn.shapes["a"].path))


@pytest.mark.parametrize("places", [{}, {"a": (float("nan"), 106.0)}])
def test_without_places_there_is_no_map(places):
    """An unknown place is no place at zero."""
    assert ({}, 0.0) == (draw_map(places, {}).shapes, draw_map(places, {}).height)
