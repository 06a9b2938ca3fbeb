"""Who may import whom: the contracts hold, and they would notice a breach."""

import shutil
import subprocess
import sys

import pytest

LINT = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()"]
OPTIONS = ["--no-logo", "--no-cache"]

# One breach each: the file, the line added to it, the contract that must notice.
BREACHES = [
    ("features/errors.py", "import models.belief", "one-way"),
    ("models/ranking/__init__.py", "import recommender.errors", "one-way"),
    ("api/cli/__init__.py", "import features.schema.loader", "doors"),
    ("features/schema/loader.py", "import features.profile", "inside-features"),
    ("features/utilities.py", "X = 1", "inside-features"),
    ("models/requirements/__init__.py", "import models.explain", "inside-models"),
    ("recommender/errors.py", "import recommender.workspace", "inside-recommender"),
    ("api/rest/__init__.py", "import api.cli.main", "inside-api"),
    ("api/cli/__init__.py", "import recommender.store", "adapters"),
    ("recommender/workspace.py", "import sqlalchemy", "sql"),
    ("recommender/settings.py", "import fastapi", "frameworks"),
    ("models/ranking/__init__.py", "import pydantic", "pure"),
]


def lint(folder, *options):
    """Run the contracts of a folder's ``pyproject.toml``; the finished process."""
    command = [*LINT, *OPTIONS, *options]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture(name="copy")
def _copy(root, tmp_path):
    for name in ("features", "models", "recommender", "api"):
        shutil.copytree(root / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(root / "pyproject.toml", tmp_path)
    return tmp_path


def test_all_contracts_are_kept(root):
    """The layers in ``pyproject.toml`` are those of the code."""
    done = lint(root)
    assert 0 == done.returncode, done.stdout + done.stderr


@pytest.mark.slow
@pytest.mark.parametrize(("file", "line", "contract"), BREACHES)
def test_a_breach_is_noticed(file, line, contract, copy):
    """Each contract breaks when its own rule is broken."""
    target = copy / file
    before = target.read_text(encoding="utf-8") if target.exists() else ""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(f"{before}\n{line}\n", encoding="utf-8")
    done = lint(copy, "--contract", contract)
    assert 1 == done.returncode, done.stdout + done.stderr
    assert "BROKEN" in done.stdout
