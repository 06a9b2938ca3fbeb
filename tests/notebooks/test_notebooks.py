"""The notebooks run on the sample and keep their rules."""

import ast
import re

import nbformat
import pytest

from recommender.settings import Settings
from recommender.workspace import init_workspace
from tools.notebooks import run


@pytest.fixture(name="notebooks", scope="module")
def _notebooks(request):
    """Every notebook by name."""
    folder = request.config.rootpath / "notebooks"
    return {path.name: path for path in sorted(folder.glob("*.ipynb"))}


def _cells(path):
    notebook = nbformat.read(path, as_version=4)
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def test_there_is_a_notebook_and_names_tell_phase_and_topic(notebooks):
    """Names sort by phase."""
    assert notebooks
    assert [] == [name for name in notebooks if not re.fullmatch(r"\d\d-[a-z0-9-]+\.ipynb", name)]


def test_notebooks_define_nothing(notebooks):
    """A function in a notebook is a function without a test."""
    definitions = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    found = [
        name
        for name, path in notebooks.items()
        for cell in _cells(path)
        for node in ast.walk(ast.parse(cell.source))
        if isinstance(node, definitions)
    ]
    assert [] == found


def test_notebooks_are_committed_without_outputs_and_are_short(notebooks):
    """Outputs make differences unreadable; long notebooks hide their point."""
    for path in notebooks.values():
        cells = _cells(path)
        assert [] == [cell.outputs for cell in cells if cell.outputs]
        assert len(cells) <= 15


def test_notebooks_import_only_public_modules(notebooks):
    """What a notebook uses is what others may rely on."""
    ours = {"recommender.workspace", "recommender.settings", "recommender.rehearsal"}
    allowed = {"altair", "pandas", "numpy", "pathlib", "tempfile", *ours}
    for path in notebooks.values():
        for cell in _cells(path):
            for node in ast.walk(ast.parse(cell.source)):
                names = (
                    [alias.name for alias in node.names]
                    if isinstance(node, ast.Import)
                    else [node.module]
                    if isinstance(node, ast.ImportFrom)
                    else []
                )
                assert set(names) <= allowed


@pytest.mark.slow
def test_every_notebook_runs_on_the_sample(notebooks, tmp_path, monkeypatch):
    """From the first cell to the last, with its plots."""
    init_workspace(Settings(home=tmp_path), sample="serang").close()
    monkeypatch.setenv("SANDING_HOME", str(tmp_path))
    for path in notebooks.values():
        assert run(path) > 0
