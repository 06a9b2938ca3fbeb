"""Hashes that stand for plans: any change shows, and no part can run into another."""

from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from recommender.store.allocation_seal import allocation_name, allocation_seal

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


@given(st.binary())
def test_the_name_follows_from_the_content(content):
    """The same bytes, the same name, and twelve digits of their hash."""
    assert f"rencana-{sha256(content).hexdigest()[:12]}" == allocation_name(content)


@given(TEXTS, TEXTS, st.text(st.characters(codec="ascii"), min_size=1), st.binary())
def test_a_seal_tells_where_each_part_ends(made_at, author, moved, content):
    """Letters that move from one part to the next change it."""
    seals = {
        allocation_seal(made_at + moved, author, content),
        allocation_seal(made_at, moved + author, content),
    }
    assert (2, 32) == (len(seals), len(allocation_seal(made_at, author, content)))
    in_content = {
        allocation_seal(made_at, author + moved, content),
        allocation_seal(made_at, author, moved.encode() + content),
    }
    assert 2 == len(in_content)


def test_each_part_counts():
    """Time, author, content."""
    parts = ("2026-03-01T02:30:00.000000Z", "Ani", b"x")
    others = [("", *parts[1:]), (parts[0], "Budi", parts[2]), (*parts[:2], b"y")]
    assert 4 == len({allocation_seal(*one) for one in (parts, *others)})
