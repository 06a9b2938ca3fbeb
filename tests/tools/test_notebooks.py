"""Running a notebook from first cell to last."""

import nbformat
import pytest
from nbclient.exceptions import CellExecutionError

from tools.notebooks import run


def write(path, *cells):
    """A notebook with these cells of code; returns its path."""
    notebook = nbformat.v4.new_notebook()
    notebook.cells = [nbformat.v4.new_code_cell(cell) for cell in cells]
    nbformat.write(notebook, path)
    return path


@pytest.mark.slow
def test_a_notebook_runs_and_keeps_no_output(tmp_path):
    """Cells see each other's names; the file stays as it was."""
    path = write(tmp_path / "good.ipynb", "answer = 6 * 7", "assert answer == 42; answer")
    before = path.read_bytes()
    assert 0 < run(path)
    assert before == path.read_bytes()


@pytest.mark.slow
def test_a_cell_that_fails_stops_the_run(tmp_path):
    """The error carries the cell's own."""
    path = write(tmp_path / "bad.ipynb", "1 / 0")
    with pytest.raises(CellExecutionError, match="ZeroDivisionError"):
        run(path)
