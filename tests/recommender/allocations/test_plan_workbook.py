"""A plan as a workbook comes back cell by cell, in both languages."""

import io
import zipfile

import pytest
from python_calamine import CalamineWorkbook

from recommender.allocations.annex import PAPERS
from recommender.allocations.hold_files import read_holds
from recommender.allocations.plan_workbook import plan_workbook
from recommender.allocations.settings import Hold
from tests.plans import make_pair, make_plan, make_quota

NAMES = ["Rencana", "Daftar tunggu", "Kuota", "Tidak mendapat", "Perubahan", "Lampiran surat"]
AREAS = {"k1": "Cilaku", "k2": "Curug Manis"}
TITLES = {"o1": "Pangkalan LPG"}


def written(plan=None, **options):
    """The bytes of a plan's workbook."""
    return plan_workbook(plan or make_plan(), areas=AREAS, titles=TITLES, **options)


def tables(content):
    """Every sheet as lists of cells, by name."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_there_is_a_sheet_for_each_question():
    """Named in the language of the page; two runs give the same bytes."""
    assert NAMES == list(tables(written()))
    assert ["Plan", "Waiting list"] == list(tables(written(language="en")))[:2]
    assert written() == written()


def test_every_pair_is_a_row_with_numbers_as_numbers():
    """Who, what, chance, value, change; what is not known is empty."""
    header, first, *_, last = tables(written())["Rencana"]
    assert ["ID koperasi", "Koperasi", "Kelurahan", "Kecamatan", "ID model bisnis", "Model bisnis"] == header[
        :6
    ]
    row = dict(zip(header, first, strict=True))
    assert {
        "ID koperasi": "k1",
        "Kelurahan": "Cilaku",
        "Status": "Siap diajukan",
        "Peluang": 0.5,
        "Nilai": 10.0,
        "Satuan nilai": "poin",
        "Perubahan": "Baru",
        "Ketetapan": "",
    }.items() <= row.items()
    assert "k2" == last[0]


def test_waiting_lists_quotas_and_changes_are_told():
    """In the order of the lists; a change without a value before has none."""
    found = tables(written())
    assert [["o1", 1.0, "k3", 2.5, ""], ["o2", 2.0, "k2", 2.5, "Pangkalan LPG"]] == [
        [row[0], row[2], row[3], row[7], row[9]] for row in found["Daftar tunggu"][1:]
    ]
    assert ["o1", "Model o1", "seluruh kota", 3, 1, 2, 0, 4, 2.5, "", "poin", "Penuh."] == found["Kuota"][1]
    assert [["k3", "Koperasi k3", "", "Serang", "Penuh."]] == found["Tidak mendapat"][1:]
    assert [("Baru", "", 10.0), ("Tetap", 10.0, 10.0), ("Lepas", 8.0, "")] == [
        (row[0], row[6], row[7]) for row in found["Perubahan"][1:]
    ]


def test_a_lock_says_who_and_why():
    """In the last column."""
    hold = Hold("k1", "o1", "locked", reason="rapat", recorded_by="dinas")
    rows = tables(written(make_plan(assignments=(make_pair("k1", "o1", hold=hold),))))["Rencana"]
    assert "Dikunci oleh dinas: rapat." == rows[1][-1]


def test_a_price_that_is_only_bounded_stands_apart():
    """What one more place adds is not known then."""
    quota = make_quota("o1", price=None, price_bound=4.0)
    row = tables(written(make_plan(quotas=(quota,))))["Kuota"][1]
    assert ["", 4.0] == row[8:10]


@pytest.mark.parametrize("text", ["=1+1", "https://a.id", "@a"])
def test_no_name_runs_or_leads_away(text):
    """Names come from sheets of others."""
    plan = make_plan(assignments=(make_pair("k1", "o1", cooperative_name=text, partner_name=text),))
    with zipfile.ZipFile(io.BytesIO(written(plan))) as book:
        pages = [book.read(name).decode() for name in book.namelist() if "worksheets/sheet" in name]
    assert len(NAMES) == len(pages)
    assert [] == [page for page in pages if "<f>" in page or "<hyperlink" in page]
    found = tables(written(plan))
    assert text == found["Rencana"][1][1]
    assert any(text in row for row in found["Lampiran surat"])


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("paper", PAPERS)
def test_an_exported_plan_locks_its_pairs_when_it_is_read_again(language, paper, tmp_path):
    """The next plan can start from it."""
    path = tmp_path / "rencana.xlsx"
    path.write_bytes(written(language=language, paper=paper))
    assert [("k1", "o1", "locked"), ("k1", "o2", "locked"), ("k2", "o1", "locked")] == [
        (one.cooperative_id, one.offer_id, one.kind) for one in read_holds(path)
    ]
