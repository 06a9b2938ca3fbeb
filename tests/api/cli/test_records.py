"""Records as JSON and CSV; no text of anybody runs in a spreadsheet."""

import csv
import io
import json

import pytest

from api.cli.records import harmless, write_csv, write_json


@pytest.mark.parametrize("text", ["=1+1", "+cmd", "@SUM(A1)", "\tx", "\rx", "-cmd", "-1+1", "-", "-5"])
def test_a_text_that_would_run_is_made_harmless(text):
    """By an apostrophe before it."""
    assert f"'{text}" == harmless(text)


@pytest.mark.parametrize("value", ["Unyur", "(+) dekat", -7, 2.5, None, "", True])
def test_everything_else_stays_as_it_is(value):
    """A negative number is no formula."""
    assert value == harmless(value)


def test_rows_have_the_columns_asked_for_and_unknown_is_empty():
    """In their order, whatever else a row has."""
    target = io.StringIO()
    write_csv(("b", "a"), [{"a": 1, "b": "=x", "c": 9}, {"a": None}], target)
    assert [["b", "a"], ["'=x", "1"], ["", ""]] == list(csv.reader(io.StringIO(target.getvalue())))


def test_json_keeps_letters_and_refuses_endless_numbers():
    """Days are written in ISO form by their own text."""
    target = io.StringIO()
    write_json({"nama": "Ünyur"}, target)
    assert {"nama": "Ünyur"} == json.loads(target.getvalue())
    assert "Ünyur" in target.getvalue()
    with pytest.raises(ValueError, match="compliant"):
        write_json({"x": float("inf")}, io.StringIO())
