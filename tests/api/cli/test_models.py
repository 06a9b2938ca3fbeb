"""`sanding models list|promote|rollback`."""

import csv
import io
import json

import pytest

from recommender.settings import Settings
from recommender.workspace import open_workspace
from tests.learned import register_some


@pytest.fixture(name="versions")
def _versions(home):
    """Two registered versions."""
    with open_workspace(Settings(home=home)) as workspace:
        return register_some(workspace.store, (60, 70))


def test_models_are_listed_in_three_forms(sanding, versions):
    """Newest first, the prior last."""
    _, said, _ = sanding("models", "list")
    first, second, prior = said.splitlines()
    assert first.startswith(f"{versions[1]}  tersimpan  70 hasil per 2026-11-21, dilatih Ani")
    assert second.startswith(versions[0])
    assert prior.endswith("aktif  keyakinan ahli")
    _, text, _ = sanding("models", "list", "--format", "json")
    assert ["registered", "registered", "active"] == [one["status"] for one in json.loads(text)]
    _, table, _ = sanding("models", "list", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(table)))
    assert [*reversed(versions)] == [row["version"] for row in rows[:2]]
    assert "the experts' beliefs" in sanding("models", "list", "--lang", "en")[1]


def test_a_model_is_promoted_and_taken_back(sanding, versions):
    """With a reason or without."""
    code, said, err = sanding("models", "promote", versions[0], "--why", "dilihat bersama")
    assert (0, "") == (code, err)
    assert f"{versions[0]} aktif sejak" in said
    assert "dilihat bersama" in said
    _, text, _ = sanding("models", "promote", versions[1], "--format", "json")
    found = json.loads(text)
    assert (2, versions[0], versions[1]) == (found["number"], found["from_version"], found["to_version"])
    assert versions[0] in sanding("models", "rollback")[1]
    assert "keyakinan ahli" in sanding("models", "rollback")[1]
    assert "the experts' beliefs" in sanding("models", "list", "--lang", "en")[1].splitlines()[-1]


def test_what_cannot_be_done_is_refused(refused, versions):
    """Nothing to go back to, no such version."""
    assert "Tidak ada model yang sedang aktif" in refused("models", "rollback")[0]
    assert "sanding models list" in refused("models", "promote", "fit-x")[0]
    assert 2 == len(versions)


def test_a_damaged_model_is_shown_and_warned_about(sanding, versions, home):
    """Also by the check."""
    for version in versions:
        sanding("models", "promote", version)
    with open_workspace(Settings(home=home)) as workspace, workspace.store.snapshot() as snapshot:
        statement = f"UPDATE models SET seal = x'00' WHERE version = '{versions[1]}'"
        snapshot._connection.exec_driver_sql(statement)
        snapshot._connection.commit()
    code, said, err = sanding("models", "list")
    assert 0 == code
    assert "DITOLAK" in said
    assert f"Saran memakai {versions[0]}." in err
    code, said, _ = sanding("check")
    assert (1, True) == (code, versions[1] in said)
