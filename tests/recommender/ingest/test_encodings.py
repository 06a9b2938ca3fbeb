"""Encodings of text files."""

import pytest

from recommender.ingest.encodings import Encoding, encoding_of


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("nama\nCafé\n".encode(), Encoding("utf-8")),
        ("nama\nCafé\n".encode("utf-8-sig"), Encoding("utf-8-sig")),
        ("nama\nCafé\n".encode("utf-16"), Encoding("utf-16", is_unusual=True)),
        ("nama\nCafé\n".encode("cp1252"), Encoding("cp1252", is_unusual=True, line=2)),
        ("nama\nCafé\n".encode() + "Café\n".encode("cp1252"), Encoding(None, is_unusual=True, line=3)),
        (b"nama\nA\x81B\n", Encoding(None, is_unusual=True, line=2)),
        ("nama\n".encode("utf-32"), Encoding(None, is_unusual=True)),
        ("nama\n".encode("utf-16") + b"x", Encoding(None, is_unusual=True)),
    ],
)
def test_the_encoding_is_found_or_said_to_be_unknown(tmp_path, content, expected):
    """A file that is UTF-8 in one place and not in another is damaged, not Windows-1252."""
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    assert expected == encoding_of(path)


def test_a_wrong_byte_far_down_names_its_line(tmp_path):
    """Blocks are joined, also within a letter."""
    path = tmp_path / "a.csv"
    path.write_bytes(b"a\n" * 700_000 + "é\n".encode("cp1252"))
    assert 700_001 == encoding_of(path).line
