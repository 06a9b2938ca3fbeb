"""What a sender's headers were said to mean comes back for the next file."""

from datetime import UTC, datetime, timedelta

import pytest

from recommender.errors import NotFoundError

MADE_AT = datetime(2026, 3, 1, 2, 30, tzinfo=UTC)


def test_nothing_is_remembered_at_first(store):
    """A sender never met."""
    assert {} == store.remembered_headers("Kecamatan Serang", "cooperatives")


def test_a_header_keeps_what_was_said_last(store):
    """Said again it changes, blank it is ignored; the others stay."""
    sender, table = "Kecamatan Serang", "cooperatives"
    store.remember_headers(sender, table, {"nama kop": "name", "ket": "data_source"}, MADE_AT)
    store.remember_headers(sender, table, {"ket": "", "jml": "member_count"}, MADE_AT + timedelta(days=1))
    assert {"nama kop": "name", "ket": "", "jml": "member_count"} == store.remembered_headers(sender, table)


def test_senders_and_tables_are_kept_apart(store):
    """Two departments may mean different things by one header; so may one in two tables."""
    store.remember_headers("Serang", "cooperatives", {"jml": "member_count"}, MADE_AT)
    store.remember_headers("Curug", "cooperatives", {"jml": "board_count"}, MADE_AT)
    store.remember_headers("", "purchases", {"jml": "monthly_quantity"}, MADE_AT)
    assert {"jml": "member_count"} == store.remembered_headers("Serang", "cooperatives")
    assert {"jml": "board_count"} == store.remembered_headers("Curug", "cooperatives")
    assert {"jml": "monthly_quantity"} == store.remembered_headers("", "purchases")
    assert {} == store.remembered_headers("Serang", "purchases")


def test_what_is_remembered_is_no_revision(store, cooperative):
    """The digest of the data does not change, and the check has nothing to say."""
    head = store.head()
    store.remember_headers("Serang", "cooperatives", {"jml": "member_count"}, MADE_AT)
    with store.revision(author="a", source="b", made_at=MADE_AT) as revision:
        revision.upsert("cooperatives", [cooperative])
    assert (head, []) == (store.head(), store.check())


def test_saying_the_same_again_waits_for_nobody(store):
    """Not even for a writer: there is nothing to write."""
    said = {"jml": "member_count"}
    store.remember_headers("Serang", "cooperatives", said, MADE_AT)
    with store.revision(author="a", source="b", made_at=MADE_AT):
        store.remember_headers("Serang", "cooperatives", said, MADE_AT)
        store.remember_headers("Serang", "cooperatives", {}, MADE_AT)
    assert said == store.remembered_headers("Serang", "cooperatives")


def test_many_headers_of_any_letters(store):
    """More than an engine takes parameters; a hidden character comes back as a mark."""
    said = {f"judul {number} é": "name" for number in range(2_000)} | {"x\x00": "name"}
    store.remember_headers("Serang\x00", "cooperatives", said, MADE_AT)
    store.remember_headers("Serang\x00", "cooperatives", dict.fromkeys(said, ""), MADE_AT)
    found = store.remembered_headers("Serang\x00", "cooperatives")
    assert (2_001, {""}, "") == (len(found), set(found.values()), found["x\ufffd"])


def test_a_table_that_is_not_there_is_refused(store):
    """In both directions."""
    with pytest.raises(NotFoundError, match="koperasi"):
        store.remember_headers("Serang", "koperasi", {"jml": "member_count"}, MADE_AT)
    with pytest.raises(NotFoundError, match="koperasi"):
        store.remembered_headers("Serang", "koperasi")
