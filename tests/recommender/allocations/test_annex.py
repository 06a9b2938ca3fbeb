"""The annex of a letter: complete, ordered as people look for it, ready for the office's paper."""

import io
import re
import zipfile

import pytest
from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from recommender.allocations.annex import PAPERS, Annex, add_annex
from tests.plans import make_pair, make_plan


def written(plan=None, language="id", paper="a4"):
    """A workbook of nothing but the annex."""
    target = io.BytesIO()
    with Workbook(target, {"in_memory": True}) as book:
        add_annex(book, Annex(plan or make_plan(), {"k1": "Cilaku"}, language, paper))
    return target.getvalue()


def part(content, name):
    """One file of the workbook."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return book.read(name).decode()


def rows_of(content):
    """Its cells."""
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0)
    return sheet.to_python(skip_empty_area=False)


def test_it_says_what_it_belongs_to_and_leaves_the_letter_blank():
    """Title, plan, day; number and date of the letter, place of the signature."""
    text = "\n".join(" ".join(map(str, row)).strip() for row in rows_of(written()))
    for words in (
        "LAMPIRAN SURAT",
        "Nomor surat  : ....",
        "Rencana  : rencana-000000000001",
        "Data per  : 21 November 2026",
        "3 tempat untuk 2 koperasi",
        "Kepala Dinas,",
        "NIP ....",
        "Perkiraan sistem, bukan keputusan: anggota yang memutuskan.",
    ):
        assert words in text, words


def test_pairs_are_numbered_by_district_area_and_cooperative():
    """Those of unknown district last, whatever the order of the plan."""
    plan = make_plan(
        assignments=(
            make_pair("k4", "o1"),
            make_pair("k3", "o2"),
            make_pair("k2", "o1"),
            make_pair("k1", "o2"),
            make_pair("k1", "o1"),
        )
    )
    rows = [row for row in rows_of(written(plan)) if isinstance(row[0], float)]
    assert [1, 2, 3, 4, 5] == [row[0] for row in rows]
    assert [
        ("Koperasi k1", "Model o1"),
        ("Koperasi k1", "Model o2"),
        ("Koperasi k2", "Model o1"),
        ("Koperasi k3", "Model o2"),
        ("Koperasi k4", "Model o1"),
    ] == [(row[1], row[4]) for row in rows]
    assert ["Cilaku", "Cilaku", "", "", ""] == [row[2] for row in rows]


@pytest.mark.parametrize("paper", PAPERS)
def test_it_prints_upright_as_wide_as_the_paper_with_its_header_on_every_page(paper):
    """The header's row is the one that repeats; the print area ends with the signature."""
    content = written(paper=paper)
    page, book = part(content, "xl/worksheets/sheet1.xml"), part(content, "xl/workbook.xml")
    setup = re.search(r"<pageSetup[^>]*>", page).group()
    assert f'paperSize="{PAPERS[paper]}"' in setup
    assert 'orientation="portrait"' in setup
    assert 'fitToHeight="0"' in setup
    header = next(number for number, row in enumerate(rows_of(content), start=1) if row[0] == "No")
    assert f"'Lampiran surat'!${header}:${header}" in book
    assert f"'Lampiran surat'!$A$1:$F${len(rows_of(content))}" in book


def test_it_exists_in_english():
    """With the same columns."""
    texts = [cell for row in rows_of(written(language="en")) for cell in row]
    assert {"ANNEX", "Cooperative", "Offer", "Partner", "Head of the department,"} <= set(texts)
    assert any("21 November 2026" in str(cell) for cell in texts)


def test_a_plan_without_pairs_has_an_empty_table():
    """Header and signature stand all the same."""
    texts = [row[0] for row in rows_of(written(make_plan(assignments=())))]
    assert "No" in texts
    assert [] == [text for text in texts if isinstance(text, float)]
