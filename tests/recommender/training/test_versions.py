"""Every version stands in the list, whatever became of it."""

from recommender.training.promoting import promote, rollback
from recommender.training.versions import model_lines
from tests.learned import NOW, register_some


def test_the_prior_stands_alone_at_first(store):
    """It is active."""
    (line,) = model_lines(store, "prior-1")
    assert ("prior-1", "active", None, None) == (line.version, line.status, line.facts, line.promotion)
    assert "prior-1" == line.record()["version"]


def test_each_version_says_what_became_of_it(store):
    """Active, active once, never active, damaged."""
    versions = register_some(store, (60, 70, 80, 90))
    for version in (versions[0], versions[1], versions[2]):
        promote(store, version, "Ani", "uji", lambda: NOW)
    rollback(store, "Budi", "salah", lambda: NOW)
    with store.snapshot() as snapshot:
        statement = f"UPDATE models SET manifest = x'00' WHERE version = '{versions[0]}'"
        snapshot._connection.exec_driver_sql(statement)
        snapshot._connection.commit()
    lines = {line.version: line for line in model_lines(store, "prior-1")}
    assert {
        versions[0]: "refused", versions[1]: "active", versions[2]: "promoted",
        versions[3]: "registered", "prior-1": "promoted",
    } == {version: line.status for version, line in lines.items()}  # fmt: skip
    assert "sanding train" in lines[versions[0]].fault_id
    record = lines[versions[1]].record()
    assert (70, "Ani", "Budi", "salah", None) == (
        record["outcome_count"], record["trained_by"], record["promoted_by"], record["why"], record["ece"],
    )  # fmt: skip


def test_a_damaged_active_model_is_told_with_the_one_that_answers(store):
    """The list shows what answers, not what should."""
    first, second = register_some(store, (60, 70))
    promote(store, first, "Ani", None, lambda: NOW)
    promote(store, second, "Ani", None, lambda: NOW)
    with store.snapshot() as snapshot:
        snapshot._connection.exec_driver_sql(f"UPDATE models SET seal = x'00' WHERE version = '{second}'")
        snapshot._connection.commit()
    status = {line.version: line.status for line in model_lines(store, "prior-1")}
    assert ("active", "refused") == (status[first], status[second])
