"""A bar on a terminal, silence everywhere else."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pty = pytest.importorskip("pty", reason="needs a POSIX terminal")
ROOT = Path(__file__).parents[3]


def error_output(arguments, *, on_terminal):
    """What a command writes to standard error, with or without a terminal there."""
    ours, theirs = pty.openpty() if on_terminal else os.pipe()
    command = [sys.executable, "-c", "from api.cli.main import run; run()", *map(str, arguments)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=theirs) as process:
        os.close(theirs)
        written = b""
        try:
            while block := os.read(ours, 65536):
                written += block
        except OSError:
            pass  # a terminal whose other end has closed says so with an error
        os.close(ours)
    assert 0 == process.returncode
    return written.decode()


@pytest.mark.slow
@pytest.mark.usefixtures("home")
def test_long_work_shows_a_bar_on_a_terminal_only(tmp_path):
    """Logs and cron mails stay clean."""
    command = ("suggest", "--all", "--out", tmp_path / "saran.csv")
    assert "Koperasi" in error_output(command, on_terminal=True)
    assert "" == error_output(command, on_terminal=False)
