"""CSV files: separators, encodings, and what is no CSV."""

import pytest

from recommender.errors import ImportRefusedError
from recommender.ingest.csv_files import open_csv


def known(cells):
    """The points of a row: the headers of these tests."""
    return sum(cell.strip() in {"id", "nama"} for cell in cells)


def read(path):
    """Separator, codes of notes, and all rows of a file."""
    with open_csv(path, known, 1 << 20) as file:
        rows = [(row.number, row.cells) for row in file.grid.rows()]
        assert [row.number for row in file.grid.head] == [number for number, _ in rows[:60]]
        return file.separator, [code for code, _ in file.notes], rows


def codes(path):
    """The codes of the faults that a file is refused for."""
    with pytest.raises(ImportRefusedError) as caught:
        read(path)
    return [(fault.code, fault.row) for fault in caught.value.faults]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_separator_encoding_and_line_ends_do_not_matter(tmp_path, separator, encoding, end):
    """The header decides; the mark does not stick to the first name."""
    path = tmp_path / "a.csv"
    lines = (f"id{separator}nama", f"1{separator}Kaligandu é", "")
    path.write_bytes(end.join(lines).encode(encoding))
    notes = ["encoding_told"] if encoding in {"utf-16", "cp1252"} else []
    assert (separator, notes, [(1, ["id", "nama"]), (2, ["1", "Kaligandu é"])]) == read(path)


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        (['id;"Luas, m2";nama', "1;2;3"], [(1, ["id", "Luas, m2", "nama"]), (2, ["1", "2", "3"])]),
        (["sep=;", "id;nama", "1;a,b"], [(1, ["id", "nama"]), (2, ["1", "a,b"])]),
        (["", "id,nama", "", ",", " , ", "1,a"], [(2, ["id", "nama"]), (6, ["1", "a"])]),
        (
            ["id,nama", '1,"dua', 'baris"', "2,b"],
            [(1, ["id", "nama"]), (2, ["1", "dua\nbaris"]), (3, ["2", "b"])],
        ),
    ],
)
def test_rows_are_numbered_as_a_spreadsheet_does(write, lines, rows):
    """Blank rows count and are left out; a cell of two lines is one row."""
    assert rows == read(write(*lines))[2]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file_empty"),
        (b" \r\n\n", "file_empty"),
        (b",,\n,,\n", "file_empty"),
        ("id,nama\n1,a\n".encode("utf-16-le"), "not_a_spreadsheet"),
        (b"%PDF-1.7\n", "not_a_spreadsheet"),
        (b"\x89PNG\r\n\x1a\n", "not_a_spreadsheet"),
        (b"<html><table><tr><td>id</td></tr></table></html>", "not_a_spreadsheet"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><Workbook/>", "not_a_spreadsheet"),
        (b"a,b;c,d\n1,2;3,4\n", "delimiter_unclear"),
        (b"id,nama\n1,caf\xe9 \xc3\xa9\n", "encoding_unknown"),
    ],
)
def test_what_is_no_csv_is_refused_with_a_sentence(tmp_path, content, code):
    """Each says what to do instead."""
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    assert [code] == [found for found, _row in codes(path)]


def test_a_wrong_letter_names_its_row(tmp_path):
    """A file that is UTF-8 in one place and something else in another is damaged."""
    path = tmp_path / "a.csv"
    path.write_bytes("id,nama\n1,é\n".encode() + b"2,a\n" * 9000 + b"x,\xe9\n")
    with pytest.raises(ImportRefusedError, match="baris 9003"):
        read(path)


def test_an_open_quote_names_its_row(write):
    """It would swallow the rest of the file."""
    path = write("id,nama", "1,a", '2,"b', "3,c", "4,d")
    assert codes(path) == [("quote_unclosed", 3)]


def test_an_endless_cell_is_an_open_quote(write):
    """The reader stops long before memory does."""
    assert codes(write("id,nama", '1,"a', "x" * 200_000)) == [("quote_unclosed", 2)]


def test_a_quote_out_of_place_names_its_row(write):
    """Quotes inside a cell are written twice."""
    assert codes(write("id,nama", '1,"b"c')) == [("quote_unclosed", 2)]


def test_rows_can_be_read_more_than_once(write):
    """A look at the header does not use the rows up."""
    with open_csv(write("id,nama", "1,a"), known, 1 << 20) as file:
        assert [row.cells for row in file.grid.rows()] == [row.cells for row in file.grid.rows()]
