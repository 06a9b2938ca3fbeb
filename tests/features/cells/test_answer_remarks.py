"""What is said about a yes/no cell that was answered in another way."""

import pytest

from features.cells.answer_remarks import answer_remark
from features.schema.loader import column

DEED = column("cooperatives", "has_deed")


@pytest.mark.parametrize(
    ("text", "part_id", "part_en"),
    [
        ("proses", 'masih diproses; dicatat belum diketahui, bukan "tidak"', "still in progress"),
        ("pinjam", 'bukan milik sendiri; dicatat belum diketahui, bukan "tidak"', "not its own"),
        (
            "No. 12 tanggal 24 Juli 2025",
            "nomor dokumen dibaca sebagai ada; nomornya tidak disimpan",
            "not kept",
        ),
        ("24 Juli 2025", "tanggal dokumen dibaca sebagai ada", "date of a document"),
        ("v", 'Tanda "v" dibaca sebagai ya', "was read as yes"),
        ("✗", 'Tanda "✗" dibaca sebagai tidak', "was read as no"),
        ("belum (menyusul)", "dibaca sebagai tidak; keterangannya tidak disimpan", "the comment is not kept"),
    ],
)
def test_another_answer_is_remarked_upon(text, part_id, part_en):
    """In both languages."""
    remark = answer_remark(DEED, text)
    assert part_id in remark[0]
    assert part_en in remark[1]


@pytest.mark.parametrize("text", ["", "-", "ya", "Tidak Ada", "belum terbit", "x", "hilang"])
def test_a_plain_answer_and_a_refused_one_are_not(text):
    """The parser has told about the refused one."""
    assert answer_remark(DEED, text) is None
