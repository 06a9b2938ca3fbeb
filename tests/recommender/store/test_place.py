"""A database URL says where the store is."""

import pytest

from recommender.errors import StoreError
from recommender.store.place import place_of


def test_a_file_is_named_by_its_path(tmp_path):
    """The label is what a user can find in the folder."""
    place = place_of(f"sqlite:///{tmp_path / 'a b.db'}")
    assert (tmp_path / "a b.db", str(tmp_path / "a b.db")) == (place.path, place.label)


@pytest.mark.parametrize("scheme", ["postgresql", "postgres", "postgresql+psycopg"])
def test_postgresql_uses_its_one_driver(scheme):
    """However it is spelled."""
    assert "postgresql+psycopg" == place_of(f"{scheme}://u:p@h/d").url.drivername


@pytest.mark.parametrize(
    "url", ["", "sanding.db", "sqlite://", "sqlite:///:memory:", "mysql://u:rahasia@h/d", "x:rahasia@"]
)
def test_other_urls_are_refused_without_showing_them(url):
    """A mistyped address may hold a password."""
    with pytest.raises(StoreError) as caught:
        place_of(url)
    assert "rahasia" not in str(caught.value)
    assert "SANDING_DATABASE_URL" in caught.value.message_id
    assert "SANDING_DATABASE_URL" in caught.value.message_en
