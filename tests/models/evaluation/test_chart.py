"""The drawing."""

import math
import xml.etree.ElementTree as ET

import pytest

from models.evaluation.chart import to_svg
from models.evaluation.comparison import Cell, Comparison
from models.evaluation.peers import PEERS

NAMESPACE = "{http://www.w3.org/2000/svg}"


def compared(losses, sizes=(5, 500)):
    """A comparison of all peers with these losses, nDCG unknown for the last."""
    names = tuple(PEERS)
    cells = tuple(
        Cell(
            name, size, 0, losses[number], 0.1, 0.1, 1.0, 0.0, math.nan if number == 7 else 0.5, 0.1, 0.8, 1.0
        )
        for size in sizes
        for number, name in enumerate(names)
    )
    return Comparison("time", sizes, (0,), names, (9,), cells, ())


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_peer_is_drawn_and_named_in_well_formed_svg(language):
    """Two panels, a legend, no scripts; the unknown figure draws no line."""
    tree = ET.fromstring(to_svg(compared([0.4 + 0.01 * n for n in range(8)]), language))  # noqa: S314  # our own drawing
    texts = [element.text for element in tree.iter(f"{NAMESPACE}text")]
    for peer in PEERS.values():
        assert (peer.label_en if language == "en" else peer.label_id) in texts
    assert (8 + 7) * 2 == len(list(tree.iter(f"{NAMESPACE}circle")))
    assert "img" == tree.get("role")
    assert tree.find(f"{NAMESPACE}title").text


def test_a_peer_far_off_stands_on_the_edge_and_does_not_press_the_others():
    """The axis is that of the better half."""
    tree = ET.fromstring(to_svg(compared([0.40, 0.41, 0.42, 0.43, 0.44, 0.45, 0.46, 9.0])))  # noqa: S314  # our own drawing
    y = [float(dot.get("cy")) for dot in tree.iter(f"{NAMESPACE}circle")]
    assert 70.0 == min(y)
    first = sorted(y[:16])
    assert first[-1] - first[2] > 100


def test_one_size_and_no_size_are_drawn_too():
    """A single size stands in the middle; without outcomes a sentence says so."""
    assert "circle" in to_svg(compared([0.4] * 8, sizes=(12,)))
    nothing = Comparison("time", (), (0,), tuple(PEERS), (0,), (), ())
    assert "Belum ada hasil" in to_svg(nothing)


def test_the_same_comparison_gives_the_same_bytes():
    """No clock, no ids drawn by lot."""
    made = compared([0.4 + 0.01 * n for n in range(8)])
    assert to_svg(made) == to_svg(made)
