"""What was recorded of rows, of one or of all whose key begins alike."""

from datetime import date

import pytest


@pytest.mark.usefixtures("cooperative")
def test_the_histories_below_a_key_are_those_of_its_rows(store, write):
    """Only whole parts count, whatever characters they hold; unknown days come first."""
    fields = ["has", "has_scales", "has\x01scales", "has\x02", "has scales"]
    days = [None, date(2026, 1, 2)]
    facts = [{"cooperative_id": "K1", "field": one, "observed_on": day} for one in fields for day in days]
    write("facts", *({**fact, "value": "ya"} for fact in facts))
    write("facts", {**facts[0], "value": "tidak"})
    write("cooperatives", {"cooperative_id": "K11", "name": "Lain"})
    write("facts", {"cooperative_id": "K11", "field": "has", "value": "ya"})
    for field in fields:
        found = store.histories("facts", ("K1", field))
        assert [field, field] == [versions[0].values["field"] for versions in found]
        assert days == [versions[0].values["observed_on"] for versions in found]
    (changed, _) = store.histories("facts", ("K1", "has"))
    assert [(1, "ya"), (2, "tidak")] == [(one.version, one.values["value"]) for one in changed]
    assert 10 == len(store.histories("facts", ("K1",)))
    assert [] == store.histories("facts", ("K", "has"))


def test_a_row_that_was_removed_keeps_its_history(store, take_in, undo):
    """It is no row any more; what it was and who took it away is still told."""
    take_in("areas", {"code": "1", "name": "Serang", "district": "Serang"})
    undo()
    assert store.row("areas", "1") is None
    stated, removed = store.history("areas", "1")
    assert (1, "Serang", False) == (stated.version, stated.values["name"], stated.is_removal)
    assert (2, {None}, True) == (removed.version, set(removed.values.values()), removed.is_removal)
    assert ("bu Ani", "pembatalan impor koperasi.csv", 2) == (
        removed.author,
        removed.source,
        removed.revision_id,
    )
    with store.revision(author="a", source="b", made_at=removed.made_at) as revision:
        assert revision.current("areas", "1") is None


def test_a_version_that_cannot_be_read_is_left_out_and_logged(store, write, caplog):
    """What was recorded before and after it is still told, of the row and of all whose key begins alike."""
    fact = {"cooperative_id": "K1", "field": "has_deed", "observed_on": date(2026, 1, 2)}
    write("cooperatives", {"cooperative_id": "K1", "name": "Satu"})
    for value in ("ya", "tidak", "ya"):
        write("facts", {**fact, "value": value})
    with store.snapshot() as snapshot:
        if snapshot._connection.dialect.name == "postgresql":
            pytest.skip("PostgreSQL refuses it")
        snapshot._connection.exec_driver_sql("UPDATE facts_versions SET value = x'00ff' WHERE version = 2")
        snapshot._connection.commit()
    (found,) = store.histories("facts", ("K1",))
    assert [1, 3] == [one.version for one in found]
    assert found == store.history("facts", ("K1", "has_deed", date(2026, 1, 2)))
    assert "nomor 2" in caplog.records[-1].getMessage()


def test_a_row_is_as_it_stands_where_its_newest_version_cannot_be_read(store, write):
    """With that version's number and author; a row that was never there stays none."""
    row = {"code": "1", "name": "A", "district": "D"}
    write("areas", row)
    write("areas", {**row, "population_count": 7})
    whole = store.row("areas", "1")
    with store.snapshot() as snapshot:
        if snapshot._connection.dialect.name == "postgresql":
            pytest.skip("PostgreSQL refuses it")
        snapshot._connection.exec_driver_sql("UPDATE areas_versions SET name = x'00ff'")
        snapshot._connection.commit()
    assert whole == store.row("areas", "1")
    assert store.row("areas", "2") is None
