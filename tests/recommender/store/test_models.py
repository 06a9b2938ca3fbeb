"""A model stands in the store as it was registered, and is never read when it is too large."""

import json
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import pytest
from sqlalchemy import create_engine, text

from recommender.errors import RefusedError
from recommender.store import models
from recommender.store.model_seal import model_seal, model_version
from recommender.store.models import fits
from recommender.store.place import place_of

MADE_AT = datetime(2026, 3, 1, 2, 30, tzinfo=UTC)


def manifest_of(payload, **more):
    """The manifest of a payload."""
    return json.dumps({"version": model_version(payload), **more}).encode()


def test_a_model_is_kept_as_it_came(store):
    """Bytes, version and seal; the version is made from the arrays alone."""
    payload = bytes(range(256))
    manifest = manifest_of(payload)
    kept = store.register_model(manifest, payload, made_at=MADE_AT)
    assert kept == store.stored_model(kept.version)
    assert (payload, manifest) == (kept.payload, kept.manifest)
    assert f"fit-{sha256(payload).hexdigest()[:12]}" == kept.version
    assert model_seal(manifest, payload) == kept.seal
    assert None is store.stored_model("fit-0")


def test_the_same_arrays_again_change_nothing(store):
    """Whoever trains again and whenever: the manifest that was first stays."""
    first = store.register_model(manifest_of(b"a", author="Ani"), b"a", made_at=MADE_AT)
    again = store.register_model(manifest_of(b"a", author="Budi"), b"a", made_at=MADE_AT + timedelta(1))
    assert first == again
    assert [first.version] == store.model_versions()


def test_versions_stand_in_the_order_in_which_they_came(store):
    """Oldest first; ties by version."""
    payloads = [b"c", b"a", b"b"]
    for days, payload in zip((2, 1, 1), payloads, strict=True):
        store.register_model(manifest_of(payload), payload, made_at=MADE_AT + timedelta(days))
    expected = [*sorted([model_version(b"a"), model_version(b"b")]), model_version(b"c")]
    assert expected == store.model_versions()
    with store.snapshot() as snapshot:
        assert expected == snapshot.model_versions()


def test_a_damaged_model_gives_way_to_the_same_one_trained_again(store, store_url):
    """Otherwise the same data could never be learned from again."""
    whole = store.register_model(manifest_of(b"a"), b"a", made_at=MADE_AT)
    engine = create_engine(place_of(store_url).url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE models SET payload = :new"), {"new": b"b"})
    engine.dispose()
    assert ["damaged_model"] == [finding.code for finding in store.check()]
    assert whole == store.register_model(manifest_of(b"a"), b"a", made_at=MADE_AT)
    assert ([], whole) == (store.check(), store.stored_model(whole.version))


def test_a_model_that_is_too_large_is_neither_written_nor_read(store, monkeypatch):
    """What was put there behind the store's back is not even fetched."""
    kept = store.register_model(manifest_of(b"abcdef"), b"abcdef", made_at=MADE_AT)
    monkeypatch.setattr(models, "MOST_PAYLOAD_BYTES", 5)
    unread = store.stored_model(kept.version)
    assert (b"", b"", b"") == (unread.seal, unread.manifest, unread.payload)
    with pytest.raises(RefusedError, match="terlalu besar"):
        store.register_model(manifest_of(b"ghijkl"), b"ghijkl", made_at=MADE_AT)
    assert [kept.version] == store.model_versions()


@pytest.mark.parametrize(("sizes", "expected"), [((1, 1), True), ((2**20, 1), False), ((1, 2**27), False)])
def test_both_parts_have_a_limit(sizes, expected):
    """Of manifest and payload."""
    assert expected == fits(*sizes)
