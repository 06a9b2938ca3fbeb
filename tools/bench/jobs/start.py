"""Starting the command line against starting Python."""

import subprocess
import sys

from tools.bench.report import Result
from tools.bench.timing import best_seconds

__all__ = ["import_commands"]


def _start(code: str) -> None:
    subprocess.run([sys.executable, "-c", code], check=True)


def import_commands() -> Result:
    """Measure what every command pays before it does anything."""
    return Result(
        name="start: import api.cli.main",
        ours_seconds=best_seconds(lambda: _start("import api.cli.main")),
        floor_seconds=best_seconds(lambda: _start("pass")),
        note="python -c pass",
    )
