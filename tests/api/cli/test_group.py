"""Failures become exit codes and sentences, in one place."""

import pytest
import typer

from api.cli.group import _exit_code
from recommender.errors import Fault, ImportRefusedError, RefusedError


def raising(error):
    """A command that fails."""

    def command():
        raise error

    return command


WRONG = (
    ("frobnicate",),
    ("suggest",),
    ("suggest", "k1", "--all"),
    ("suggest", "--all", "--offer", "brilink"),
    ("suggest", "--all", "--format", "xml"),
    ("suggest", "--all", "--format", "parquet"),
    ("suggest", "--all", "--top", "many"),
    ("suggest", "--all", "--lang", "de"),
    ("suggest", "--all", "--colour"),
    ("explain", "k1"),
    ("import", "offers"),
    ("import", "offers", "offers.csv", "--rejects", "rejects.csv"),
    ("export", "offers"),
    ("template",),
    ("features",),
    ("serve", "--port", "0"),
    ("serve", "--port", "65536"),
    ("serve", "--workers", "0"),
)


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_wrong_usage_is_2(arguments, sanding, tmp_path, monkeypatch):
    """Whatever cannot be read as a command; nothing is opened, let alone made."""
    monkeypatch.chdir(tmp_path)
    code, _, err = sanding(*arguments)
    assert 2 == code
    assert [] == list(tmp_path.iterdir())
    assert err.startswith("Perintah tidak dapat dibaca. Lihat `sanding")


def test_nothing_asked_shows_what_can_be_asked(sanding):
    """The help itself, as wrong usage."""
    code, out, err = sanding()
    assert (2, "") == (code, out)
    assert err.startswith("Usage: ")
    assert "  suggest " in err


def test_a_refusal_is_1_and_speaks_twice(capsys):
    """Indonesian first, then English, on standard error."""
    assert 1 == _exit_code(raising(RefusedError("Tidak bisa.", "Cannot.")))
    assert ("", "Tidak bisa.\nCannot.\n") == capsys.readouterr()


def test_faults_of_a_file_are_all_named(capsys):
    """Each with its place, and what can be done with the good rows."""
    faults = [Fault(2, "a", "x", "c", "Baris 2.", "Row 2."), Fault(3, "a", "y", "c", "Baris 3.", "Row 3.")]
    assert 1 == _exit_code(raising(ImportRefusedError("Ditolak.", "Refused.", faults)))
    lines = capsys.readouterr().err.splitlines()
    assert ["Ditolak.", "Refused.", "- Baris 2.", "  Row 2.", "- Baris 3.", "  Row 3."] == lines[:6]
    assert lines[-1].endswith("--accept-valid --rejects FILE.xlsx.")


def test_the_unexpected_is_1_without_a_traceback(capsys):
    """A person at a terminal can do nothing with a traceback."""
    assert 1 == _exit_code(raising(ZeroDivisionError("division")))
    err = capsys.readouterr().err
    assert "(ZeroDivisionError)" in err
    assert "SANDING_DEBUG=1" in err
    assert "Traceback" not in err


def test_maintainers_can_ask_for_the_traceback(capsys, monkeypatch):
    """``SANDING_DEBUG=1`` shows where it happened."""
    monkeypatch.setenv("SANDING_DEBUG", "1")
    assert 1 == _exit_code(raising(ZeroDivisionError("division")))
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "expected"),
    [(KeyboardInterrupt(), 130), (typer.Abort(), 130), (BrokenPipeError(), 1)],
)
def test_being_stopped_is_quiet(error, expected, capsys):
    """Ctrl+C and a reader that left need no words."""
    assert expected == _exit_code(raising(error))
    assert ("", "") == capsys.readouterr()


def test_a_command_may_end_with_its_own_code():
    """Typer hands the code back; anything else is done."""
    assert 1 == _exit_code(lambda: 1)
    assert 0 == _exit_code(lambda: None)
