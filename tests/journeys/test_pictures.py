"""The pictures of the guide can be taken, and the guide shows them."""

import re
import struct
from pathlib import Path

from tests.journeys.addresses import EXAMPLES
from tools.screens import HEIGHTS, SCREENS, take

DOCS = Path(__file__).parents[2] / "docs"
MOST_BYTES = 300_000
NAMES = {f"{name}-{width}.png" for name in SCREENS for width in HEIGHTS}


def size_of(file):
    """Width and height of a PNG."""
    head = file.read_bytes()[:24]
    assert head.startswith(b"\x89PNG")
    return struct.unpack(">II", head[16:24])


def test_pictures_are_taken(browser, server_url, tmp_path):
    """Each page at both widths; the window's size, something on it, not too heavy."""
    files = take(browser, server_url, tmp_path)
    assert NAMES == {file.name for file in files}
    for file in files:
        width = int(file.stem.rpartition("-")[2])
        assert (width, HEIGHTS[width]) == size_of(file)
        assert 10_000 < file.stat().st_size <= MOST_BYTES, file.name


def test_the_guide_shows_every_picture():
    """None is missing, none is left over; each has words in its place."""
    text = (DOCS / "pages.md").read_text(encoding="utf-8")
    shown = re.findall(r"!\[([^\]]{10,})\]\(screens/([^)]+)\)", text)
    assert NAMES == {name for _, name in shown} == {file.name for file in (DOCS / "screens").iterdir()}
    assert all(file.stat().st_size <= MOST_BYTES for file in (DOCS / "screens").iterdir())


def test_every_page_has_a_picture():
    """Each route with a page stands in the guide."""
    paths = {re.split(r"[?#]", address)[0] for address in SCREENS.values()}
    routes = [re.compile(re.sub(r"\{\w+\}", "[^/]+", route) + "$") for route in EXAMPLES]
    assert [] == [route.pattern for route in routes if not any(map(route.match, paths))]
