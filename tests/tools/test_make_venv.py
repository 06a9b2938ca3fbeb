"""Making the virtual environment, or saying in plain words why it cannot be made."""

import subprocess

import pytest

# An interpreter that is new enough but, as on some systems, comes without ensurepip.
WITHOUT_ENSUREPIP = '#!/bin/sh\ncase "$*" in *venv*) mkdir -p new; echo no ensurepip; exit 1;; esac\n'
TOO_OLD = '#!/bin/sh\n[ "$1" = --version ] && echo Python 3.8.1 && exit 0\nexit 1\n'
# An interpreter that makes an environment; what stands for it is a copy of itself.
WORKING = '#!/bin/sh\n[ "$2" = venv ] && mkdir -p "$4/bin" && cp "$0" "$4/bin/python"\nexit 0\n'


@pytest.fixture(name="make_venv")
def _make_venv(root_of_tools, tmp_path):
    def run(interpreter, name="python"):
        path = tmp_path / name
        if interpreter:
            path.write_text(interpreter, encoding="utf-8")
            path.chmod(0o755)
        command = ["sh", root_of_tools / "make_venv.sh", "new", str(path) if interpreter else ""]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    return run


@pytest.fixture(name="root_of_tools")
def _root_of_tools(request):
    return request.config.rootpath / "tools"


@pytest.mark.parametrize(
    ("interpreter", "sentence"),
    [
        ("", "No Python 3.11 or newer was found."),
        (TOO_OLD, "(Python 3.8.1): Python 3.11 or newer is needed."),
        (WITHOUT_ENSUREPIP, "apt install python3-venv"),
    ],
)
def test_what_is_missing_is_said(interpreter, sentence, make_venv, tmp_path):
    """The message names what to install or how to name another interpreter; nothing is left."""
    done = make_venv(interpreter)
    assert 1 == done.returncode
    assert sentence in done.stderr
    assert not (tmp_path / "new").exists()


def test_an_environment_that_works_is_left_alone(make_venv):
    """The second call does nothing, even when the interpreter is gone by then."""
    first = make_venv(WORKING)
    second = make_venv("")
    assert (0, 0) == (first.returncode, second.returncode), first.stderr + second.stderr
    assert "" == second.stdout
