"""A typed value becomes what a column stores; what does not fit is refused."""

from datetime import UTC, date, datetime

import pytest

from features.schema.loader import column
from recommender.errors import RefusedError
from recommender.store.values import stored_value, typed_value

KINDS = {
    "text": ("cooperatives", "name"),
    "yes_no": ("cooperatives", "has_deed"),
    "count": ("cooperatives", "member_count"),
    "decimal": ("cooperatives", "paddy_ha"),
    "date": ("cooperatives", "observed_on"),
    "list": ("cooperatives", "vehicles"),
}


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("text", "a", "a"),
        ("text", "", None),
        ("yes_no", False, False),
        ("count", 0, 0),
        ("decimal", 2, 2.0),
        ("decimal", float("nan"), None),
        ("date", date(2026, 2, 1), date(2026, 2, 1)),
        ("list", (), "[]"),
        ("list", ("b", "a"), '["b","a"]'),
        ("list", ("é",), '["é"]'),
        ("list", None, None),
    ],
)
def test_a_value_that_fits_is_stored(kind, value, expected):
    """Unknown stays unknown, an empty list stays an empty list, zero stays zero."""
    actual = stored_value(column(*KINDS[kind]), value)
    assert (expected, type(expected)) == (actual, type(actual))


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("text", 1),
        ("text", "a\0b"),
        ("text", "\ud800"),
        ("yes_no", 1),
        ("yes_no", "ya"),
        ("count", True),
        ("count", 1.0),
        ("count", 2**63),
        ("decimal", True),
        ("decimal", float("inf")),
        ("decimal", "1"),
        ("date", "2026-02-01"),
        ("date", datetime(2026, 2, 1, tzinfo=UTC)),
        ("list", ["a"]),
        ("list", (1,)),
        ("list", "a;b"),
    ],
)
def test_a_value_of_another_kind_is_refused(kind, value):
    """The sentence names the table and the column."""
    table, name = KINDS[kind]
    with pytest.raises(RefusedError, match=rf"{table}\.{name}"):
        stored_value(column(table, name), value)


def test_negative_zero_is_zero():
    """They compare equal, so they must read equal too."""
    assert "0.0" == repr(stored_value(column("cooperatives", "paddy_ha"), -0.0))


def test_a_stored_list_comes_back_as_a_tuple():
    """In its own order."""
    assert ("b", "a") == typed_value("list", '["b","a"]')
