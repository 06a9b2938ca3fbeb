"""A plan as a workbook from the command line, and where its name is told."""

import json

import pytest
from python_calamine import load_workbook

SHEETS = ["Rencana", "Daftar tunggu", "Kuota", "Tidak mendapat", "Perubahan"]


@pytest.mark.slow
@pytest.mark.usefixtures("home")
def test_a_plan_is_written_as_the_workbook_of_the_pages(sanding, tmp_path):
    """All pairs as numbers with names; the same plan as the same bytes; in English, too."""
    out = tmp_path / "rencana.xlsx"
    code, said, err = sanding("allocate", "--out", out, "--at", "2026-11-21")
    assert (0, "", "") == (code, said, err)
    book = load_workbook(out)
    assert SHEETS == book.sheet_names[:5]
    plan = json.loads(sanding("allocate", "--format", "json", "--at", "2026-11-21")[1])
    cells = {cell for row in book.get_sheet_by_name("Rencana").to_python() for cell in row}
    assert {one["cooperative_id"] for one in plan["assignments"]} <= cells
    assert {one["offer_title"] for one in plan["assignments"]} <= cells
    first = out.read_bytes()
    assert 0 == sanding("allocate", "--format", "xlsx", "--out", out, "--at", "2026-11-21")[0]
    assert first == out.read_bytes()
    assert 0 == sanding("allocate", "--out", out, "--lang", "en")[0]
    assert "Waiting list" in load_workbook(out).sheet_names


@pytest.mark.slow
@pytest.mark.usefixtures("home")
def test_a_workbook_can_be_held(sanding, tmp_path):
    """What came out goes in again, every pair locked."""
    out = tmp_path / "rencana.xlsx"
    assert 0 == sanding("allocate", "--out", out)[0]
    plan = json.loads(sanding("allocate", "--objective", "jobs", "--hold", out, "--format", "json")[1])
    assert 192 == len(plan["assignments"])
    assert {"locked"} == {one["hold"]["kind"] for one in plan["assignments"]}


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("form", ["csv", "xlsx", "parquet"])
def test_a_kept_plan_is_named_beside_its_table(sanding, tmp_path, form):
    """Or nobody could publish it; a dry run has no name to tell."""
    out = tmp_path / f"rencana.{form}"
    code, said, err = sanding("allocate", "--keep", "--out", out)
    assert (0, "") == (code, said)
    name = err.partition(":")[0]
    assert err == f"{name}: tersimpan.\n"
    assert out.stat().st_size > 0
    assert 0 == sanding("allocations", "publish", name)[0]
    assert f"{name}: published.\n" == sanding("allocations", "show", name, "--out", out, "--lang", "en")[2]


@pytest.mark.usefixtures("home")
def test_a_workbook_needs_a_file(sanding, refused, tmp_path):
    """And a folder that is there."""
    assert 2 == sanding("allocate", "--format", "xlsx")[0]
    assert "tidak dapat ditulis" in refused("allocate", "--out", tmp_path / "tidak" / "ada.xlsx")[0]


@pytest.mark.usefixtures("home")
def test_an_answer_that_is_no_plan_is_refused_before_anything_is_done(sanding, tmp_path):
    """No text in a file that is named a workbook, and no plan published on the way."""
    name = json.loads(sanding("allocate", "--keep", "--format", "json")[1])["allocation_id"]
    for ending in ("xlsx", "parquet"):
        out = tmp_path / f"jawaban.{ending}"
        assert 2 == sanding("allocations", "publish", name, "--out", out)[0]
        assert 2 == sanding("allocations", "list", "--out", out)[0]
        assert not out.exists()
    assert "solved" == json.loads(sanding("allocations", "list", "--format", "json")[1])[0]["state"]
