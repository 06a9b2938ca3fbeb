"""Workbooks as grids: every kind of cell at its place; hostile files get an answer and cost nothing."""

import json
import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from features.cells.sheet_cells import DateCell, ErrorCell, FormulaCell, NumberCell, YesNoCell
from recommender.errors import ImportRefusedError
from recommender.ingest.grid import Merge
from recommender.ingest.sheets.limits import COMMAND_LIMITS, UPLOAD_LIMITS
from recommender.ingest.sheets.workbook import open_workbook

ROOT = Path(__file__).parents[4]


def refusal(path, limits=UPLOAD_LIMITS):
    """The code a file is refused with, or the number of its rows."""
    try:
        with open_workbook(path, limits) as book:
            return sum(1 for grid in book.grids for _row in grid.rows())
    except ImportRefusedError as error:
        return error.faults[0].code


THERE_BEFORE = set()


@pytest.fixture(autouse=True)
def _others():
    """Remember what other tests keep running: servers, a browser."""
    THERE_BEFORE.clear()
    THERE_BEFORE.update(children())


def children():
    """The processes that this test has started and that are still there."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal() and entry.name not in THERE_BEFORE:
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[1]) == os.getpid():
                found.append(entry.name)
    return found


def test_every_kind_of_cell_keeps_its_kind_and_place(kinds_book):
    """Numbers are numbers, dates are dates, and what a spreadsheet could not calculate says so."""
    with open_workbook(kinds_book, UPLOAD_LIMITS) as book:
        first, second = book.grids
        rows = list(first.rows())
    assert ("Rinci", False, "_daftar", True) == (first.sheet, first.is_hidden, second.sheet, second.is_hidden)
    assert {"sanding_table": "cooperatives", "sanding_revision": "12"} == book.properties
    assert (Merge(5, 0, 6, 0),) == first.merges
    assert [(3, False), (4, True), (5, False)] == [(row.number, row.is_hidden) for row in rows]
    assert (["", " teks "], ["gabung"]) == (rows[0].cells, rows[2].cells)
    cells = rows[1].cells
    kinds = [
        NumberCell,
        YesNoCell,
        DateCell,
        DateCell,
        ErrorCell,
        NumberCell,
        FormulaCell,
        NumberCell,
        NumberCell,
    ]
    assert kinds == [type(cell) for cell in cells[1:]]
    assert [
        "1.5",
        "TRUE",
        "2025-07-24",
        "2025-07-24 13:05",
        "#DIV/0!",
        "3",
        "=B4*2",
        "0.06",
        "0.06",
    ] == cells[1:]
    assert (True, False) == (cells[8].is_percent, cells[9].is_percent)
    assert [row.cells for row in rows] == [row.cells for row in first.head]


def test_the_sheets_of_one_workbook_can_be_read_one_after_the_other(kinds_book):
    """And again."""
    with open_workbook(kinds_book, UPLOAD_LIMITS) as book:
        counts = [len(list(grid.rows())) for grid in (*book.grids, book.grids[0])]
    assert [3, 1, 3] == counts


def test_an_opendocument_sheet_is_read(save, ods_book):
    """With the million empty rows that programs append."""
    cells = (
        '<table:table-cell office:value-type="string"><text:p>abc</text:p></table:table-cell>'
        '<table:table-cell office:value-type="float" '
        'office:value="12.5"><text:p>12,5</text:p></table:table-cell>'
        '<table:table-cell office:value-type="date" office:date-value="2025-07-24"><text:p>x</text:p>'
        "</table:table-cell>"
        '<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>x</text:p>'
        '</table:table-cell><table:table-cell table:number-columns-repeated="1020"/>'
    )
    tail = '<table:table-row table:number-rows-repeated="1048575"><table:table-cell/></table:table-row>'
    path = save(ods_book(f"<table:table-row>{cells}</table:table-row>{tail}"), "a.ods")
    with open_workbook(path, UPLOAD_LIMITS) as book:
        (row,) = book.grids[0].rows()
    assert [str, NumberCell, DateCell, YesNoCell] == [type(cell) for cell in row.cells]
    assert ["abc", "12.5", "2025-07-24", "TRUE"] == row.cells


def test_a_hostile_file_is_refused_within_two_seconds(hostile):
    """Each with a code of its own; the child is gone."""
    path, code = hostile
    start = time.monotonic()
    found = refusal(path)
    assert code == found
    assert time.monotonic() - start < 2
    assert [] == children()


@pytest.mark.slow
def test_hostile_files_cost_the_process_no_memory(all_hostile):
    """All of them, one after the other, in a fresh process: less than 10 MiB more than before."""
    code = """
import json, re, sys
from pathlib import Path
from recommender.errors import ImportRefusedError
from recommender.ingest.sheets.limits import COMMAND_LIMITS, UPLOAD_LIMITS
from recommender.ingest.sheets.workbook import open_workbook
def peak():
    return int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
before, costs = peak(), {}
for path in sorted(Path(sys.argv[1]).iterdir()):
    for limits in (UPLOAD_LIMITS, COMMAND_LIMITS):
        try:
            with open_workbook(path, limits) as book:
                costs[path.name] = sum(1 for grid in book.grids for row in grid.rows())
        except ImportRefusedError:
            costs[path.name] = (peak() - before) / 1024
print(json.dumps(costs))
"""
    command = [sys.executable, "-c", code, str(all_hostile)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    found = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    costs = json.loads(found.stdout)
    assert len(costs) > 30
    assert max(costs.values()) < 10


def test_the_last_row_is_refused_in_time_on_the_command_line_too(save, changed_book):
    """The command line reads larger files, not other ones."""
    rows = "".join(f'<row r="{at}"><c r="A{at}"><v>1</v></c></row>' for at in range(1, 100_002))
    part = "xl/worksheets/sheet1.xml"
    path = save(changed_book({part: lambda one: one.replace(b"<sheetData>", b"<sheetData>" + rows.encode())}))
    assert "too_many_rows" == refusal(path, COMMAND_LIMITS)


@pytest.mark.parametrize("share", np.linspace(0.02, 0.98, 25))
def test_a_file_cut_anywhere_is_answered(save, good_book, share):
    """Never anything but a sentence."""
    assert refusal(save(good_book[: int(len(good_book) * share)])) in {"file_damaged", "not_a_spreadsheet"}


@pytest.mark.slow
@given(st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_flipped_bytes_are_answered(save, good_book, data):
    """With its rows, or with a refusal."""
    content = bytearray(good_book)
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] ^= data.draw(st.integers(1, 255))
    found = refusal(save(bytes(content)))
    assert isinstance(found, int | str)


def test_a_child_that_says_nothing_is_ended(save, good_book):
    """With the time that it is given."""
    path = save(good_book)
    assert "reader_timeout" == refusal(path, replace(UPLOAD_LIMITS, wall_seconds=0))
    assert [] == children()


@pytest.mark.slow
def test_a_child_without_memory_is_answered_for(save, changed_book):
    """The limit ends the child, not this process."""
    rows = "".join(
        f'<row r="{at}">'
        + "".join(f'<c r="{letter}{at}"><v>{at}</v></c>' for letter in "ABCDEFGHIJ")
        + "</row>"
        for at in range(1, 60_001)
    )
    part = "xl/worksheets/sheet1.xml"
    path = save(changed_book({part: lambda one: one.replace(b"<sheetData>", b"<sheetData>" + rows.encode())}))
    limits = replace(UPLOAD_LIMITS, memory_bytes=48 << 20)
    assert refusal(path, limits) in {"reader_crashed", "file_damaged"}
    assert [] == children()


def test_leaving_in_the_middle_leaves_nothing_behind(kinds_book):
    """No process, no descriptor."""
    before = len(list(Path("/proc/self/fd").iterdir()))
    for _ in range(5):
        with open_workbook(kinds_book, UPLOAD_LIMITS) as book:
            next(book.grids[0].rows())
    assert [] == children()
    assert before == len(list(Path("/proc/self/fd").iterdir()))


def test_the_child_loads_little_and_knows_no_secrets(monkeypatch):
    """It starts at once, and its surroundings are not this process's."""
    code = (
        "import sys; from recommender.ingest.sheets import child; "
        "print([name for name in ('pandas', 'numpy', 'sqlalchemy', 'fastapi') if name in sys.modules])"
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    found = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
    )
    assert "[]" == found.stdout.strip()
    monkeypatch.setenv("SANDING_SECRET_KEY", "rahasia")
    from recommender.ingest.sheets import process  # noqa: PLC0415 - looked at, not used

    assert "SANDING" not in Path(process.__file__).read_text(encoding="utf-8")
