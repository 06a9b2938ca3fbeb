"""The way in: help that answers at once, versions, processes, pipes."""

import json
import signal
import subprocess
import sys

import pytest

COMMANDS = (
    "init",
    "import",
    "imports",
    "undo",
    "export",
    "template",
    "suggest",
    "bundle",
    "steps",
    "allocate",
)
COMMANDS += (
    "allocations",
    "decide",
    "decisions",
    "economics",
    "explain",
    "loan",
    "prices",
    "premises",
    "worklist",
    "features",
    "train",
    "events",
    "review",
    "evaluate",
    "models",
    "check",
    "serve",
    "version",
)
HEAVY = ("sklearn", "pandas", "numpy", "scipy", "sqlalchemy", "pyarrow", "fastapi", "pydantic_settings")


def test_help_imports_no_heavy_library():
    """The help of every command answers without the libraries that take a second to load."""
    code = f"""
import sys
from api.cli.main import app
for arguments in [[], *([name] for name in {COMMANDS!r})]:
    try:
        app([*arguments, "--help"])
    except SystemExit as stop:
        assert stop.code == 0, arguments
print("LOADED", sorted(set(sys.modules) & set({HEAVY!r})))
"""
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "LOADED []" == answer.stdout.splitlines()[-1]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_in_both_languages(command, sanding):
    """Indonesian first, English after a slash."""
    code, out, err = sanding(command, "--help")
    assert (0, "") == (code, err)
    assert " / " in out


def test_help_lists_every_command(sanding):
    """What can be asked stands in one place."""
    code, out, _ = sanding("--help")
    assert 0 == code
    assert [] == [command for command in COMMANDS if command not in out]


def test_the_version_is_told_in_two_ways(sanding):
    """As an option for people, as a command for programs."""
    assert sanding("--version")[1].startswith("sanding ")
    assert {"sanding", "python"} == json.loads(sanding("version", "--format", "json")[1]).keys()


@pytest.mark.slow
@pytest.mark.usefixtures("home")
def test_output_is_utf_8_whatever_the_locale_says(process):
    """A pipe gets the same bytes on every computer."""
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    command = process("suggest", "kkmp-3673011007", "--top", "1", env=plain)
    out, err = command.communicate(timeout=60)
    assert (0, b"") == (command.returncode, err)
    assert "−" in out.decode("utf-8")


@pytest.mark.slow
@pytest.mark.usefixtures("home")
def test_a_reader_that_leaves_early_is_no_error_to_talk_about(process):
    """`sanding … | head -1` ends without a word."""
    command = process("suggest", "--all", "--top", "99", "--format", "csv")
    assert command.stdout.readline().startswith(b"cooperative_id,rank")
    command.stdout.close()
    err = command.stderr.read()
    command.stderr.close()
    assert (1, b"") == (command.wait(timeout=60), err)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise there")
@pytest.mark.usefixtures("home")
def test_ctrl_c_stops_quietly(process):
    """Nobody wants a traceback for having pressed Ctrl+C."""
    command = process("suggest", "--all", "--top", "99", "--format", "csv")
    command.stdout.readline()
    command.send_signal(signal.SIGINT)
    _, err = command.communicate(timeout=60)
    assert command.returncode in {0, 130}  # it may have been done already
    assert b"" == err


@pytest.mark.slow
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs the device /dev/full")
@pytest.mark.usefixtures("home")
def test_a_full_disk_behind_standard_output_is_said():
    """What could not be written is not passed over."""
    code = "from api.cli.main import run; run()"
    with open("/dev/full", "wb") as full:  # noqa: PTH123 - a device, not a file of ours
        answer = subprocess.run(
            [sys.executable, "-c", code, "suggest", "--all"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert 1 == answer.returncode
    assert b"Traceback" not in answer.stderr
    assert answer.stderr.decode().startswith("Berkas atau keluaran tidak dapat")
