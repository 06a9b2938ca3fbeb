"""CSV files: separators, encodings, and what is no CSV."""

import pytest

from recommender.errors import ImportRefusedError, NotFoundError, RefusedError
from recommender.ingest.csv_files import read_csv_rows


def read(path):
    """Header and rows of a file."""
    with read_csv_rows(path) as file:
        return file.header, list(file.rows)


def codes(path):
    """The codes of the faults that a file is refused for."""
    with pytest.raises(ImportRefusedError) as caught:
        read(path)
    return [(fault.code, fault.row) for fault in caught.value.faults]


@pytest.mark.parametrize("separator", [",", ";"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_separator_bom_and_line_ends_do_not_matter(tmp_path, separator, encoding, end):
    """The header decides; the mark does not stick to the first name."""
    path = tmp_path / "a.csv"
    lines = (f"id{separator}nama", f"1{separator}Kaligandu é", "")
    path.write_bytes(end.join(lines).encode(encoding))
    assert read(path) == (("id", "nama"), [(2, ["1", "Kaligandu é"])])


@pytest.mark.parametrize(
    ("lines", "header", "rows"),
    [
        (['id;"Luas, m2";nama', "1;2;3"], ("id", "Luas, m2", "nama"), [(2, ["1", "2", "3"])]),
        (["sep=;", "id;nama", "1;a,b"], ("id", "nama"), [(2, ["1", "a,b"])]),
        (["id", "1;2"], ("id",), [(2, ["1;2"])]),
        (["", "id,nama", "", ",", " , ", "1,a"], ("id", "nama"), [(6, ["1", "a"])]),
        (["id,nama", '1,"dua', 'baris"', "2,b"], ("id", "nama"), [(2, ["1", "dua\nbaris"]), (3, ["2", "b"])]),
    ],
)
def test_rows_are_numbered_as_a_spreadsheet_does(write, lines, header, rows):
    """Blank rows count and are left out; a cell of two lines is one row."""
    assert read(write(*lines)) == (header, rows)


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"", "a.csv", "file_empty"),
        (b" \r\n\n", "a.csv", "file_empty"),
        (b",,\n,,\n", "a.csv", "file_empty"),
        (b"PK\x03\x04rest", "a.csv", "format_unsupported"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "a.csv", "format_unsupported"),
        (b"id,nama\n1,a\n", "a.xlsx", "format_unsupported"),
        (b"id,nama\n1,a\n", "a.ODS", "format_unsupported"),
        ("id,nama\n1,a\n".encode("utf-16"), "a.csv", "encoding_unknown"),
        ("id,nama\n1,a\n".encode("utf-16-le"), "a.csv", "not_a_csv"),
        (b"%PDF-1.7\n", "a.csv", "not_a_csv"),
        (b"id\tnama\n1\ta\n", "a.csv", "delimiter_unclear"),
        (b"id|nama\n1|a\n", "a.csv", "delimiter_unclear"),
    ],
)
def test_what_is_no_csv_is_refused_with_a_sentence(tmp_path, content, name, code):
    """Each says what to do instead."""
    path = tmp_path / name
    path.write_bytes(content)
    assert [code] == [found for found, _row in codes(path)]


def test_a_wrong_letter_names_its_row(write):
    """Windows-1252 is the usual cause."""
    path = write("id,nama", *(f"{number},a" for number in range(9000)), "x,é", encoding="cp1252")
    assert codes(path) == [("encoding_unknown", None)]
    with pytest.raises(ImportRefusedError, match="baris 9002"):
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


def test_a_missing_file_or_a_folder_is_said_so(tmp_path):
    """No traceback for a slip in the name."""
    with pytest.raises(NotFoundError, match=r"nama\.csv tidak ada"):
        read(tmp_path / "nama.csv")
    with pytest.raises(RefusedError, match="bukan folder"):
        read(tmp_path)
