"""Run every notebook on the sample, in a scratch folder, and say how long each took."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import nbformat
from nbclient import NotebookClient

__all__ = ["main", "run"]

_NOTEBOOKS = Path(__file__).parents[1] / "notebooks"
_SECONDS_PER_CELL = 300


def run(path: Path) -> float:
    """Execute one notebook beside its file and return the seconds it took.

    The file itself is left as it is: outputs are not kept.

    Raises
    ------
    nbclient.exceptions.CellExecutionError
        When a cell fails; the message shows the cell and its traceback.
    """
    # nbformat ships hints but leaves this one out.
    notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    client = NotebookClient(
        notebook,
        timeout=_SECONDS_PER_CELL,
        kernel_name="python3",
        resources={"metadata": {"path": str(path.parent)}},
    )
    start = time.perf_counter()
    client.execute()
    return time.perf_counter() - start


def main() -> None:
    """Load the sample into a scratch folder and run the notebooks on it, in order of name."""
    paths = sorted(_NOTEBOOKS.glob("*.ipynb"))
    with tempfile.TemporaryDirectory() as folder:
        # The kernels inherit these: notebooks never touch the user's own data here.
        os.environ["SANDING_HOME"] = folder
        os.environ.pop("SANDING_DATABASE_URL", None)
        sanding = Path(sys.executable).with_name("sanding")
        subprocess.run([sanding, "init", "--sample", "serang"], check=True)
        for path in paths:
            print(f"{path.name} ...", end=" ", flush=True)
            print(f"{run(path):.1f} s")
    print(f"{len(paths)} notebooks ran.")


if __name__ == "__main__":
    main()
