"""The check finds what was changed behind the store's back."""

import pytest
from sqlalchemy import create_engine, text

from recommender.store.place import place_of


@pytest.fixture(name="tamper")
def _tamper(store_url):
    """Run a statement on the store's tables without the store; references are not enforced."""
    engine = create_engine(place_of(store_url).url)

    def run(*statements):
        with engine.begin() as connection:
            for statement in statements:
                connection.execute(text(statement))

    yield run
    engine.dispose()


def test_a_store_that_was_only_written_by_itself_is_well(store, cooperative, write):
    """New rows, changed rows, several tables."""
    write("cooperatives", {**cooperative, "member_count": 3, "vehicles": ("motor",), "paddy_ha": 0.1})
    assert [] == store.check()


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("UPDATE cooperatives SET member_count = 9", ["stale_rows"]),
        ("DELETE FROM cooperatives", ["stale_rows"]),
        ("DELETE FROM cooperatives_versions WHERE version = 2", ["broken_chain", "stale_rows"]),
        ("DELETE FROM cooperatives_versions WHERE version = 1", ["broken_chain"]),
        ("UPDATE cooperatives_versions SET name = 'x' WHERE version = 1", ["broken_chain"]),
        ("UPDATE revisions SET digest = 'x' WHERE revision_id = 2", ["broken_chain"]),
    ],
)
def test_a_change_behind_its_back_is_found(store, cooperative, write, tamper, statement, expected):
    """In the current rows, in the versions, in the revisions."""
    write("cooperatives", {**cooperative, "member_count": 3})
    tamper(statement)
    assert expected == [finding.code for finding in store.check()]


@pytest.fixture(name="undone")
def _undone(take_in, undo):
    """A store in which an area came, went, and came and went again; another one stands."""
    for name in ("A", "B"):
        take_in("areas", {"code": "1", "name": name, "district": "D"})
        undo()
    take_in("areas", {"code": "2", "name": "C", "district": "D"})


@pytest.mark.usefixtures("undone")
def test_a_row_that_was_removed_is_well(store, tamper):
    """And so are its earlier versions; the undo's record is no part of the chain."""
    assert [] == store.check()
    tamper("UPDATE imports SET undone_by = NULL")
    assert [] == store.check()


@pytest.mark.usefixtures("undone")
@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("DELETE FROM areas_versions WHERE row_key = '1' AND version = 4", ["broken_chain", "stale_rows"]),
        ("DELETE FROM areas_versions WHERE row_key = '1' AND version = 2", ["broken_chain"]),
        ("UPDATE areas_versions SET code = '1' WHERE row_key = '1'", ["broken_chain", "stale_rows"]),
        ("UPDATE areas_versions SET name = 'x' WHERE version = 2", ["broken_chain"]),
        ("DELETE FROM areas", ["stale_rows"]),
        ("INSERT INTO areas (row_key, code, version, revision_id) VALUES ('1', '1', 3, 3)", ["stale_rows"]),
        ("INSERT INTO areas (row_key, version, revision_id) VALUES ('1', 3, 3)", ["stale_rows"]),
        ("INSERT INTO areas (row_key, version, revision_id) VALUES ('1', 4, 4)", ["stale_rows"]),
    ],
)
def test_a_removal_that_was_meddled_with_is_found(store, tamper, statement, expected):
    """A row without its removal, a removal without its absence, a removal that says something."""
    tamper(statement)
    assert expected == [finding.code for finding in store.check()]


@pytest.mark.usefixtures("cooperative")
def test_who_and_when_may_be_corrected(store, tamper):
    """The chain stands for content; a name that must be removed can be."""
    tamper("UPDATE revisions SET author = 'x', made_at = '2020-01-01T00:00:00.000000Z'")
    assert [] == store.check()


@pytest.mark.usefixtures("cooperative")
def test_a_lost_reference_is_found(store, tamper, engine_name):
    """Only SQLite can lose one: PostgreSQL never stops enforcing them."""
    if engine_name == "postgresql":
        pytest.skip("PostgreSQL does not let go of a row that is referred to")
    tamper("DELETE FROM areas", "DELETE FROM areas_versions")
    codes = {finding.code for finding in store.check()}
    assert {"broken_chain", "missing_reference"} == codes


@pytest.mark.usefixtures("cooperative")
def test_a_finding_speaks_both_languages(store, tamper):
    """As text it is one line."""
    tamper("UPDATE revisions SET digest = 'x'")
    (finding,) = store.check()
    assert "cadangan" in finding.message_id
    assert f"{finding.message_id} / {finding.message_en}" == str(finding)
