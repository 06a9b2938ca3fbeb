"""Importing 83,000 cooperatives with every column, beside pandas reading the same file."""

import csv
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from features.schema.loader import columns
from recommender.exchange import export_file
from recommender.settings import Settings
from recommender.workspace import init_workspace
from tools.bench.report import Result

__all__ = ["import_nation", "import_workbook"]

_NATION = 83_000
_WORKBOOK_ROWS = 5_000
# Each side runs in a process of its own, so that its peak memory is its own.
_MEASURED = """
import json, re, resource, sys, time
from pathlib import Path
{imports}
def peak():
    # the kernel's own figure begins with this program; getrusage would begin with its parent's
    return int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
before = peak()
start = time.perf_counter()
rows = {work}
seconds = time.perf_counter() - start
after = peak()
child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(json.dumps([seconds, rows, before / 1024, after / 1024, child / 1024]))
"""
_OURS_IMPORTS = """
from recommender.importing import Intake, import_file
from recommender.settings import Settings
from recommender.workspace import open_workspace
workspace = open_workspace(Settings(home=Path(sys.argv[1])))
"""
_OURS = (
    "import_file(workspace.store, Intake('cooperatives', Path(sys.argv[2]), 'bench'), author='bench', "
    "made_at=workspace.now()).report.row_count"
)
_PANDAS = "len(pandas.read_csv(sys.argv[2]))"
_PANDAS_BOOK = "len(pandas.read_excel(sys.argv[2], engine='calamine'))"


def import_nation() -> Result:
    """Import a CSV of the nation into a store that has the areas, beside ``pandas.read_csv``."""
    with tempfile.TemporaryDirectory() as folder:
        home = _store(folder)
        path = Path(folder) / "nation.csv"
        _write_csv(path, _exported(home, folder), _NATION)
        ours = _run(_OURS_IMPORTS, _OURS, home, path)
        floor = _run("import pandas", _PANDAS, home, path)
    return _result(
        f"import: {_NATION:,} cooperatives x {len(columns('cooperatives'))} columns, CSV", ours, floor
    )


def import_workbook() -> Result:
    """Import a workbook of 5,000 cooperatives, beside pandas reading it with the same reader."""
    with tempfile.TemporaryDirectory() as folder:
        home = _store(folder)
        csv_path, path = Path(folder) / "some.csv", Path(folder) / "some.xlsx"
        _write_csv(csv_path, _exported(home, folder), _WORKBOOK_ROWS)
        _run(_OURS_IMPORTS, _OURS, home, csv_path)
        with init_workspace(Settings(home=home)) as workspace:
            export_file(workspace.store, "cooperatives", path, today=workspace.today())
        ours = _run(_OURS_IMPORTS, _OURS, home, path)
        floor = _run("import pandas", _PANDAS_BOOK, home, path)
    return _result(f"import: {_WORKBOOK_ROWS:,} cooperatives again, XLSX", ours, floor)


def _store(folder: str) -> Path:
    home = Path(folder) / "home"
    init_workspace(Settings(home=home), sample="serang").close()
    return home


def _exported(home: Path, folder: str) -> list[dict[str, str]]:
    path = Path(folder) / "sample.csv"
    with init_workspace(Settings(home=home)) as workspace:
        export_file(workspace.store, "cooperatives", path, today=workspace.today())
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def _write_csv(path: Path, rows: list[dict[str, str]], count: int) -> None:
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(
            {**rows[number % len(rows)], "cooperative_id": f"k{number:06d}", "name": f"Koperasi {number}"}
            for number in range(count)
        )


def _run(imports: str, work: str, home: Path, path: Path) -> list[float]:
    code = _MEASURED.format(imports=imports, work=work)
    command = [sys.executable, "-c", code, str(home), str(path)]
    found = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [float(one) for one in json.loads(found.splitlines()[-1])]


def _result(name: str, ours: list[float], floor: list[float]) -> Result:
    (seconds, rows, before, peak, child), (bare, _, bare_before, bare_peak, _) = ours, floor
    note = (
        f"pandas reading the file; ours {rows / seconds:,.0f} rows/s, peak {peak:.0f} MB "
        f"(+{peak - before:.0f}), "
        f"reader {child:.0f} MB; pandas peak {bare_peak:.0f} MB (+{bare_peak - bare_before:.0f})"
    )
    return Result(name=name, ours_seconds=seconds, floor_seconds=bare, note=note)
