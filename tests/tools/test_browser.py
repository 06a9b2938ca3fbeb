"""Which browser is used, and what installs one; stand-ins play the machine."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tools.browser import chromium_path

SCRIPT = Path(__file__).parents[2] / "tools" / "browser.sh"
WORKS = "echo Chromium 1"


@pytest.fixture(name="machine")
def _machine(tmp_path):
    """Runs the script where only the given commands are found; gives what it printed and what was run."""
    commands = tmp_path / "bin"
    commands.mkdir()
    for name in ("find", "rm", "touch", "chmod"):
        (commands / name).symlink_to(shutil.which(name))

    def run(**programs):
        for name, body in ({"id": "echo 0", "sudo": "exit 1"} | programs).items():
            path = commands / name.replace("_", "-")
            path.write_text(f'#!/bin/sh\necho "{name} $*" >>{tmp_path}/run\n{body}\n')
            path.chmod(0o755)
        stamp = tmp_path / "stamp"
        done = subprocess.run(
            ["/bin/sh", SCRIPT, stamp],
            env={"PATH": str(commands)},
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stderr == ""
        return done.stdout, (tmp_path / "run").read_text()

    run.commands = commands
    run.stamp = tmp_path / "stamp"
    return run


def test_the_browser_that_is_named_comes_first(monkeypatch):
    """``CHROMIUM`` goes before what is found; one that is not there is passed over."""
    found = {"mine": "a", "chromium": "b"}
    monkeypatch.setenv("CHROMIUM", "mine")
    assert "a" == chromium_path(found.get)
    monkeypatch.setenv("CHROMIUM", "")
    assert "b" == chromium_path(found.get)
    assert chromium_path({}.get) is None


def test_a_browser_that_works_is_enough(machine):
    """Nothing is said, nothing is installed."""
    printed, run = machine(chromium=WORKS, apt_get="exit 1")
    assert "" == printed
    assert "apt" not in run


def test_root_gets_one_installed(machine):
    """The lists are refreshed, the package is taken, nothing remains to be said."""
    install = f'case "$*" in *install*) echo "{WORKS}" >{machine.commands}/chromium; '
    printed, run = machine(apt_get=install + f"chmod +x {machine.commands}/chromium;; esac")
    assert "Installing Chromium for the tests in a browser ...\n" == printed
    assert "--no-install-recommends chromium" in run
    assert not machine.stamp.exists()


def test_a_vain_attempt_is_explained_and_not_repeated_at_once(machine):
    """The tests go on without; the second run asks nobody again."""
    printed, run = machine(apt_get="echo no network >&2; exit 100")
    assert "tests in a browser will be skipped" in printed
    assert "no network\n" == machine.stamp.read_text()
    again, run_again = machine()
    assert "make test CHROMIUM=" in again
    assert run.count("apt_get") == run_again.count("apt_get")


def test_nobody_is_asked_for_a_password(machine):
    """Without root the script says what to do, and does nothing."""
    printed, run = machine(id="echo 1000", apt_get="exit 0")
    assert "installing needs root" in printed
    assert "apt_get" not in run


def test_a_machine_without_packages_is_told(machine):
    """One line, no failure."""
    printed, _ = machine()
    assert 1 == len(printed.splitlines())
    assert "none on PATH" in printed
