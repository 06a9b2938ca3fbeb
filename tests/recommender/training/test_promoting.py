"""Putting a model to work, and going back."""

import pytest

from recommender.errors import NotFoundError, RefusedError
from recommender.registry.standing import standing
from recommender.training.promoting import promote, rollback
from tests.learned import NOW, register_some


def clock():
    """A fixed moment."""
    return NOW


@pytest.fixture(name="versions")
def _versions(store):
    return register_some(store, (60, 70, 80))


def test_a_promotion_says_who_when_and_why(store, versions):
    """Also that no reason was given."""
    first = promote(store, versions[0], "Ani", "  lebih baik  ", clock)
    assert ("Ani", "lebih baik", NOW, None, versions[0]) == (
        first.author, first.why, first.made_at, first.from_version, first.to_version,
    )  # fmt: skip
    assert "tanpa alasan" in promote(store, versions[1], "Ani", None, clock).why


def test_what_is_active_already_stays(store, versions):
    """The same promotion is told again."""
    first = promote(store, versions[0], "Ani", None, clock)
    assert first == promote(store, versions[0], "Budi", "lagi", clock)
    assert 1 == store.newest_promotion()


def test_a_version_that_is_not_there_is_not_found(store, versions):
    """And one that is not whole is refused; nothing is written."""
    with pytest.raises(NotFoundError, match="sanding models list"):
        promote(store, "fit-x", "Ani", None, clock)
    with store.snapshot() as snapshot:
        snapshot._connection.exec_driver_sql("UPDATE models SET seal = x'00'")
        snapshot._connection.commit()
    with pytest.raises(RefusedError):
        promote(store, versions[0], "Ani", None, clock)
    assert 0 == store.newest_promotion()


def test_a_reason_has_room_for_500_letters(store, versions):
    """Not for a book."""
    promote(store, versions[0], "Ani", "a" * 500, clock)
    with pytest.raises(RefusedError, match="500"):
        rollback(store, "Ani", "a" * 501, clock)


def test_going_back_leads_step_by_step_to_the_prior(store, versions):
    """Then there is nothing left to go back to."""
    for version in versions:
        promote(store, version, "Ani", None, clock)
    ways = [rollback(store, "Ani", "salah", clock).to_version for _ in versions]
    assert [versions[1], versions[0], None] == ways
    assert None is standing(store).version
    with pytest.raises(RefusedError, match="keyakinan ahli"):
        rollback(store, "Ani", None, clock)
    assert versions[2] == promote(store, versions[2], "Ani", None, clock).to_version


def test_going_back_passes_over_what_is_not_whole(store, versions):
    """In a hurry nobody should land on a damaged model."""
    for version in versions:
        promote(store, version, "Ani", None, clock)
    with store.snapshot() as snapshot:
        statement = f"UPDATE models SET payload = x'00' WHERE version = '{versions[1]}'"
        snapshot._connection.exec_driver_sql(statement)
        snapshot._connection.commit()
    assert versions[0] == rollback(store, "Ani", None, clock).to_version
    assert (versions[0], ()) == (standing(store).version, standing(store).refused)


def test_going_back_from_a_damaged_model_makes_what_answers_official(store, versions):
    """The warning is gone with it."""
    for version in versions[:2]:
        promote(store, version, "Ani", None, clock)
    with store.snapshot() as snapshot:
        statement = f"UPDATE models SET payload = x'00' WHERE version = '{versions[1]}'"
        snapshot._connection.exec_driver_sql(statement)
        snapshot._connection.commit()
    assert 1 == len(standing(store).warnings)
    assert versions[0] == rollback(store, "Ani", None, clock).to_version
    assert () == standing(store).warnings
