"""Hashes that stand for models: any change shows, and no part can run into another."""

from hypothesis import given
from hypothesis import strategies as st

from recommender.store.model_seal import model_seal, model_version


@given(st.binary(), st.binary(), st.binary(min_size=1))
def test_a_seal_tells_where_the_manifest_ends(manifest, payload, moved):
    """Bytes that move from one part to the other change it."""
    seals = {model_seal(manifest + moved, payload), model_seal(manifest, moved + payload)}
    assert (2, 32) == (len(seals), len(model_seal(manifest, payload)))


def test_the_version_follows_from_the_arrays():
    """The same bytes, the same name."""
    assert model_version(b"a") == model_version(b"a") != model_version(b"b")
