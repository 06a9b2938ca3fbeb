"""Which language an answer is written in."""

import pytest

from api.texts import accepted_language, language_of


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("", "id"),
        ("en", "en"),
        ("en-US,en;q=0.9", "en"),
        ("id,en;q=0.9", "id"),
        ("en;q=0.4,id;q=0.5", "id"),
        ("de,en;q=0.1", "en"),
        ("en;q=0", "id"),
        ("*", "id"),
        ("en;q=abc", "id"),
        (";;;,,,", "id"),
        ("x" * 10_000 + ",en", "id"),
    ],
)
def test_the_header_chooses(header, expected):
    """Weights count; what cannot be read is passed over."""
    assert expected == accepted_language(header)


@pytest.mark.parametrize(
    ("query", "expected"),
    [(b"lang=en", "en"), (b"lang=id", "id"), (b"lang=xx", "en"), (b"slang=id", "en"), (b"lang=%ff", "en")],
)
def test_the_address_of_a_page_goes_first(query, expected):
    """A link to a language holds, whatever the browser prefers."""
    assert expected == language_of({"accept-language": "en"}, query)
