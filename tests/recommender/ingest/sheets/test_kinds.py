"""What a file is, whatever it is called."""

import pytest

from recommender.ingest.sheets.kinds import Kind, file_kind


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"id,nama\n", Kind.TEXT),
        (b"", Kind.TEXT),
        (b"%PDF-1.7", Kind.TEXT),
        (b"<html><table>", Kind.TEXT),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind.OLE),
        (b"\x09\x08\x10\x00\x00\x06\x05\x00", Kind.OLE),
        (b"PK\x03\x04 cut off", Kind.XLSX),
    ],
)
def test_the_first_bytes_tell(save, content, kind):
    """A workbook that is cut off is one: the reader says what is wrong with it."""
    assert kind is file_kind(save(content, "a.csv"))


def test_the_parts_of_a_zip_tell(save, good_book, ods_book):
    """Workbooks of two families, and what only looks like one."""
    assert Kind.XLSX is file_kind(save(good_book, "a.csv"))
    assert Kind.ODS is file_kind(save(ods_book(""), "a.xlsx"))
