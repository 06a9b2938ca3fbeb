"""``sanding imports`` and ``undo``."""

import csv
import json

import pytest


@pytest.fixture(name="members")
def _members(sanding, tmp_path):
    """The members of a cooperative as stored, empty when unknown, None when it is not there."""

    def members(cooperative_id):
        path = tmp_path / "now.csv"
        sanding("export", "cooperatives", path)
        with path.open(encoding="utf-8", newline="") as handle:
            return {one["cooperative_id"]: one["member_count"] for one in csv.DictReader(handle)}.get(
                cooperative_id
            )

    return members


@pytest.fixture(name="put")
def _put(sanding, tmp_path):
    """Import rows of cooperatives from a file."""

    def put(name, *lines):
        path = tmp_path / name
        path.write_text(
            "\n".join(["cooperative_id,name,area_code,member_count", *lines, ""]), encoding="utf-8"
        )
        assert 0 == sanding("import", "cooperatives", path)[0]

    return put


@pytest.mark.usefixtures("home")
def test_the_last_import_can_be_taken_back(sanding, put, members):
    """New rows leave, changed rows get their earlier values; then the one before."""
    put("a.csv", "x1,Koperasi X,36.73.01.1001,5")
    put("b.csv", "x1,,,6", "x2,Koperasi Y,36.73.01.1001,7")
    code, out, _ = sanding("undo", "--dry-run")
    assert (0, True, "6") == (code, "Uji coba" in out, members("x1"))
    code, out, _ = sanding("undo")
    assert (0, True) == (code, "1 baris dikembalikan, 1 baris tambahan dikeluarkan" in out)
    assert ("5", None) == (members("x1"), members("x2"))
    assert 0 == sanding("undo")[0]
    assert members("x1") is None
    assert 0 == sanding("check")[0]


@pytest.mark.usefixtures("home")
def test_imports_are_listed_newest_first(sanding, put):
    """With what became of them."""
    put("a.csv", "x1,Koperasi X,36.73.01.1001,5")
    put("b.csv", "x1,,,6")
    sanding("undo")
    lines = sanding("imports")[1].splitlines()
    assert ["b.csv", "a.csv"] == [line.split("  ")[3] for line in lines]
    assert lines[0].endswith("; dibatalkan")
    found = json.loads(sanding("imports", "--format", "json")[1])
    assert [(0, 1), (1, 0)] == [(one["new_count"], one["changed_count"]) for one in found]


@pytest.mark.usefixtures("home")
def test_what_rests_on_an_import_keeps_it(refused, sanding, put):
    """A later change of the same row is named; nothing is undone."""
    put("a.csv", "x1,Koperasi X,36.73.01.1001,5")
    put("b.csv", "x1,,,6")
    number = json.loads(sanding("imports", "--format", "json")[1])[1]["revision_id"]
    assert "x1" in " ".join(refused("undo", number))


@pytest.mark.usefixtures("home")
def test_with_nothing_to_undo_it_is_said(refused):
    """The sample is no import."""
    assert refused("undo")[0]
