"""Codes are complete drawings of their own text."""

import re

import segno
from hypothesis import given, settings
from hypothesis import strategies as st

from api.web.qr import qr_drawing


def dark_modules(drawing):
    """The dark modules of a drawing, each as its column and row."""
    runs = re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", drawing.path)
    return {(int(x) + step, int(y)) for x, y, length in runs for step in range(int(length))}


@settings(max_examples=20, deadline=None)
@given(st.from_regex(r"https?://[a-z]{1,20}(:[0-9]{2,5})?/koperasi/[a-z0-9-]{1,60}", fullmatch=True))
def test_the_drawing_holds_the_modules_of_the_code(text):
    """Each dark module is drawn once, none beside them, with the border that the standard asks for."""
    code = segno.make(text, error="m", micro=False, boost_error=False)
    expected = {
        (x, y) for y, row in enumerate(code.matrix_iter(border=4)) for x, dark in enumerate(row) if dark
    }
    assert expected == dark_modules(qr_drawing(text))
    assert code.symbol_size(border=4)[0] == qr_drawing(text).side
    assert 4 == min(x for x, _ in expected) == min(y for _, y in expected)


def test_different_addresses_are_different_codes():
    """A sheet never leads to another cooperative."""
    assert qr_drawing("http://localhost/koperasi/a") != qr_drawing("http://localhost/koperasi/b")
