"""A cell of a frame is a plain value, or unknown."""

import datetime as dt

import numpy as np
import pandas as pd
import pytest

from features.frame_cells import day_of, number_of, text_of, whole_of


@pytest.mark.parametrize("value", [None, pd.NaT, np.nan])
def test_an_unknown_day_is_none(value):
    """And a known one is a plain date."""
    assert day_of(value) is None
    assert dt.date(2026, 1, 2) == day_of(pd.Timestamp("2026-01-02"))


@pytest.mark.parametrize("value", [None, np.nan, pd.NaT, "7"])
def test_what_is_no_number_is_unknown_and_never_nothing(value):
    """Texts are not read here."""
    assert (None, None) == (number_of(value), whole_of(value))


def test_a_known_number_stays_what_it_is():
    """Nothing is a number; a frame's own numbers become plain ones."""
    assert (0.0, 0) == (number_of(0.0), whole_of(0.0))
    assert [float, int] == [type(of(np.float64(3))) for of in (number_of, whole_of)]


def test_an_empty_text_is_unknown():
    """As an empty cell is."""
    assert [None, None, "x"] == [text_of(value) for value in ("", None, "x")]
