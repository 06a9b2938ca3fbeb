"""Answers that are neither yes nor no."""

import pytest

from features.cells.states import own_state


@pytest.mark.parametrize(
    "text",
    [
        *(
            "proses",
            "Proses",
            "dalam proses",
            "dlm proses",
            "masih proses",
            "sedang diproses",
            "sedang diurus",
        ),
        *(
            "diproses",
            "on process",
            "On Progress",
            "pengurusan",
            "pengajuan",
            "sudah diajukan",
            "menunggu terbit",
        ),
        *("proses di notaris", "sedang dibuat", "lagi diurus", "belum, masih proses", "belum ada (proses)"),
        *("tahap pengurusan", "Proses.", "belum ada - sedang diurus"),
    ],
)
def test_what_is_being_made_is_in_progress(text):
    """It is not there yet, and nobody has given up."""
    assert "in_progress" == own_state(text)


@pytest.mark.parametrize(
    "text",
    [
        *("pinjam", "Pinjaman", "pinjam pakai", "dipinjam", "menumpang", "numpang di kelurahan", "sewa"),
        "ada, sewa",
    ],
)
def test_what_belongs_to_others_is_borrowed(text):
    """It is there, but not its own."""
    assert "borrowed" == own_state(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "ya", "tidak", "belum diproses", "belum dalam proses", "tidak diurus", "tidak pinjam"),
        *(
            "ada, proses perpanjangan",
            "proses selesai",
            "proses ditolak",
            "sedang hilang",
            "sedang",
            "x" * 100,
        ),
        "proses " * 20,
    ],
)
def test_other_answers_tell_no_state(text):
    """A denied process is a plain no, and a finished one no process."""
    assert own_state(text) is None
