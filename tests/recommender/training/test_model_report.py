"""Who answers and since when, through promotions, rollbacks and damage."""

import pytest

from recommender.settings import Settings
from recommender.training.model_report import model_standing
from tests.homes import sample_workspace
from tests.learned import NOW, register_some


@pytest.fixture(name="workspace")
def _workspace(tmp_path):
    with sample_workspace(Settings(home=tmp_path), sample="serang-kosong", clock=lambda: NOW) as workspace:
        yield workspace


def found(workspace):
    """The standing now."""
    with workspace.store.snapshot() as snapshot:
        return model_standing(snapshot, "prior-x")


def test_the_prior_has_answered_from_the_beginning(workspace):
    """Nobody decided so."""
    now = found(workspace)
    assert ("prior-x", None, (), ()) == (now.active.version, now.since, now.changes, now.rounds)
    assert () == workspace.model_report().beliefs


def test_the_decision_by_which_a_version_answers(workspace):
    """The last one; a rollback is a decision, too."""
    first, second = register_some(workspace.store, (60, 70))
    workspace.promote_model(first, author="Ani", why="a")
    workspace.promote_model(second, author="Budi", why="b")
    assert (second, "b") == (found(workspace).active.version, found(workspace).since.why)
    workspace.roll_back_model(author="Cici", why="c")
    assert (first, "c") == (found(workspace).active.version, found(workspace).since.why)
    workspace.roll_back_model(author="Cici", why="d")
    now = found(workspace)
    assert ("prior-x", "d", ["d", "c", "b", "a"]) == (
        now.active.version, now.since.why, [one.why for one in now.changes],
    )  # fmt: skip


def test_what_stands_in_was_decided_by_nobody(workspace):
    """A damaged model is refused; the one before answers, and no decision is claimed for it."""
    first, second = register_some(workspace.store, (60, 70))
    for version in (first, second):
        workspace.promote_model(version, author="Ani", why="rapat")
    with workspace.store.snapshot() as snapshot:
        snapshot._connection.exec_driver_sql(f"UPDATE models SET seal = x'00' WHERE version = '{second}'")
        snapshot._connection.commit()
    now = found(workspace)
    assert (first, None) == (now.active.version, now.since)
    assert {second: "refused", first: "active", "prior-x": "promoted"} == {
        one.version: one.status for one in now.lines
    }


def test_beliefs_without_outcomes_are_none(workspace):
    """A model whose outcomes are not in this store contradicts nothing."""
    (version,) = register_some(workspace.store, (60,))
    workspace.promote_model(version, author="Ani", why="rapat")
    assert () == workspace.model_report().beliefs
