"""The command line on a real store: the sample of Kota Serang, made once and copied for each test."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli.main import app

ROOT = Path(__file__).parents[3]


@pytest.fixture(name="sample_home", scope="session")
def _sample_home(tmp_path_factory):
    """A data folder with the sample; not to be written to."""
    home = tmp_path_factory.mktemp("sample") / "data"
    answer = CliRunner().invoke(app, ["init", "--sample", "serang"], env={"SANDING_HOME": str(home)})
    assert 0 == answer.exit_code, answer.output
    return home


@pytest.fixture(name="home")
def _home(sample_home, tmp_path, monkeypatch):
    """A copy of the sample, named to every command of the test."""
    home = tmp_path / "data"
    shutil.copytree(sample_home, home)
    monkeypatch.setenv("SANDING_HOME", str(home))
    return home


@pytest.fixture(name="sanding")
def _sanding():
    """Run a command line in this process; returns exit code, standard output and standard error."""

    def run(*arguments):
        answer = CliRunner().invoke(app, [str(one) for one in arguments])
        assert answer.exception is None or isinstance(answer.exception, SystemExit)
        assert "Traceback" not in answer.output
        return answer.exit_code, answer.stdout, answer.stderr

    return run


@pytest.fixture(name="refused")
def _refused(sanding):
    """Run a command line that must be refused; returns the two sentences on standard error."""

    def run(*arguments):
        code, out, err = sanding(*arguments)
        assert (1, "") == (code, out), err
        lines = err.splitlines()
        assert len(lines) >= 2
        return lines[0], lines[1]

    return run


@pytest.fixture(name="process")
def _process():
    """Start a command line as a process of its own, as a shell does."""

    def start(*arguments, **more):
        code = "from api.cli.main import run; run()"
        environment = os.environ | {"PYTHONPATH": str(ROOT)} | more.pop("env", {})
        command = [sys.executable, "-c", code, *map(str, arguments)]
        return subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more
        )

    return start
