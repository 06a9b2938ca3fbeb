"""Yes and no in the words people write."""

import pytest

from features.cells.yes_no import read_answer, yes_no_parser
from features.errors import CellError
from features.schema.loader import column

DEED = column("cooperatives", "has_deed")
ACCOUNT = column("cooperatives", "has_bank_account")

YES = [
    *("ya", "Ya", "YA", "iya", "Y", "yes", "ada", "Ada", "sudah", "sdh", "Sudah Ada", "punya", "memiliki"),
    *("sudah punya", "sudah memiliki", "lengkap", "sudah lengkap", "aktif", "terdaftar", "terbit"),
    *(
        "sudah terbit",
        "terbit/ada",
        "ada/lengkap",
        "True",
        "1",
        "1.0",
        "ok",
        "ada akta",
        "'ya",
        "ya.",
        "Ya, ada",
    ),
]
NO = [
    *(
        "tidak",
        "Tdk",
        "tak",
        "Tidak Ada",
        "belum",
        "blm",
        "belum ada",
        "blm ada",
        "tidak punya",
        "belum punya",
    ),
    *(
        "belum memiliki",
        "belum lengkap",
        "tidak lengkap",
        "tidak aktif",
        "nonaktif",
        "non aktif",
        "non-aktif",
    ),
    *("belum terbit", "belum diproses", "belum ada akta", "belum/tidak ada", "False", "0", "0.0", "no", "N"),
    *("nihil", "masih belum", "sudah tidak ada", "tidak ada sama sekali", "belum, belum ada"),
]
NEITHER = [
    *(
        "mungkin",
        "2",
        "000",
        "2025",
        "hilang",
        "menyusul",
        "revisi",
        "sebagian",
        "kurang lengkap",
        "BRI belum",
    ),
    *(
        "ya/tidak",
        "tidak/ya",
        "sudah/belum",
        "ada tidak",
        "tidak, sudah ada",
        "ada, hilang",
        "ya, tapi belum",
    ),
    *("belum semua", "ada, proses perpanjangan", "selesai diproses", "lihat lampiran", "Verified"),
]


@pytest.mark.parametrize("text", YES)
def test_yes_in_many_words(text):
    """Something that is there, has come or is complete."""
    assert True is read_answer(DEED, text).flag
    assert True is yes_no_parser(DEED)(text)


@pytest.mark.parametrize("text", NO)
def test_a_denial_wins_over_the_word_it_denies(text):
    """The word "lengkap" alone would be yes."""
    assert False is read_answer(DEED, text).flag
    assert False is yes_no_parser(DEED)(text)


@pytest.mark.parametrize("text", NEITHER)
def test_what_is_neither_is_refused_with_the_choices(text):
    """A form where nobody chose is one of them."""
    with pytest.raises(CellError, match="Tulis ya, tidak, proses") as caught:
        read_answer(DEED, text)
    assert "unknown_code" == caught.value.code


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("x", "ya (ditandai)", "tidak (disilang)"),
        ("X", "ya (ditandai)", "tidak (disilang)"),
        ("×", "ya (ditandai)", "tidak (disilang)"),
        ("T", "tidak", "true (ya)"),
        ("☐", "tidak", "belum diisi"),
        ("kosong", "tidak ada", "belum diketahui"),
    ],
)
def test_a_mark_of_two_meanings_is_refused_with_both(text, one, other):
    """In one office an x ticks, in another it crosses out."""
    with pytest.raises(CellError) as caught:
        read_answer(DEED, text)
    assert f"dapat berarti {one} atau {other}" in caught.value.message_id
    assert "value_ambiguous" == caught.value.code


@pytest.mark.parametrize(
    ("text", "flag", "manner"),
    [
        ("v", True, "tick"),
        ("V", True, "tick"),
        ("√", True, "tick"),
        ("✔\ufe0f", True, "tick"),
        ("✅", True, "tick"),
        ("✗", False, "tick"),
        ("❌", False, "tick"),
        ("belum (menyusul)", False, "comment"),
        ("tidak ada - hilang", False, "comment"),
        ("ada, no. 12 tanggal 24 Juli 2025", True, "comment"),
        ("No. 12 tanggal 24 Juli 2025", True, "number"),
        ("24 Juli 2025", True, "date"),
        ("Dalam proses", None, "in_progress"),
        ("belum, masih proses", None, "in_progress"),
        ("pinjam pakai", None, "borrowed"),
        ("belum didata", None, "unknown"),
        ("-", None, "unknown"),
        ("ya", True, "word"),
    ],
)
def test_how_it_was_told_is_kept(text, flag, manner):
    """A remark depends on it."""
    answer = read_answer(DEED, text)
    assert (flag, manner) == (answer.flag, answer.manner)


def test_a_bank_is_an_answer_only_where_an_account_is_asked_for():
    """Each column knows its documents."""
    assert "bank" == read_answer(ACCOUNT, "BRI").manner
    with pytest.raises(CellError):
        read_answer(DEED, "BRI")
