"""The check finds models and promotions that were changed behind the store's back."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import create_engine, text

from recommender.store.model_check import is_whole
from recommender.store.model_records import StoredModel
from recommender.store.model_seal import model_seal, model_version
from recommender.store.place import place_of
from tests.recommender.store.test_models import manifest_of

MADE_AT = datetime(2026, 3, 1, 2, 30, tzinfo=UTC)


@pytest.fixture(name="change")
def _change(store, store_url):
    """Register and promote two models, then change a column of the first behind the store's back."""
    names = []
    for after, payload in enumerate((b"a", b"b")):
        names.append(store.register_model(manifest_of(payload), payload, made_at=MADE_AT).version)
        store.promote_model(names[-1], "promote", after=after, author="x", why="y", made_at=MADE_AT)
    assert [] == store.check()
    engine = create_engine(place_of(store_url).url)

    def change(**values):
        with engine.begin() as connection:
            for column, value in values.items():
                statement = text(f"UPDATE models SET {column} = :value WHERE version = :version")
                connection.execute(statement, {"value": value, "version": names[0]})
        return [finding.code for finding in store.check()]

    yield change
    engine.dispose()


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"payload": b"c"}, ["damaged_model"]),
        ({"payload": b""}, ["damaged_model"]),
        ({"manifest": b"{}"}, ["damaged_model"]),
        ({"seal": bytes(32)}, ["damaged_model"]),
        ({"payload": b"c", "seal": model_seal(manifest_of(b"a"), b"c")}, ["damaged_model"]),
        ({"manifest": b"[", "seal": model_seal(b"[", b"a")}, ["damaged_model"]),
        ({"manifest": manifest_of(b"a", x=1), "seal": model_seal(manifest_of(b"a", x=1), b"a")},
         ["exchanged_model"]),
        ({"version": "fit-other"}, ["damaged_model", "lost_model"]),
    ],
)  # fmt: skip
def test_a_changed_model_is_found(change, values, expected):
    """Its bytes, its manifest, its seal, its name; with a seal that was made to fit, too."""
    assert expected == change(**values)


def test_a_lost_model_is_found(store, change, store_url):
    """One that was promoted has to be there."""
    engine = create_engine(place_of(store_url).url)
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM models"))
    engine.dispose()
    assert ["lost_model", "lost_model"] == change()
    assert all("cadangan" in finding.message_id for finding in store.check())


@pytest.mark.parametrize("manifest", [b"\xff", b"{", b"[1]", b"{}", b'{"version": "fit-x"}', b"[" * 100_000])
def test_a_manifest_has_to_name_its_version(manifest):
    """As JSON."""
    version = model_version(b"a")
    assert not is_whole(StoredModel(version, model_seal(manifest, b"a"), manifest, b"a"))
    right = manifest_of(b"a")
    assert is_whole(StoredModel(version, model_seal(right, b"a"), right, b"a"))
