"""``python -m tools.bench [NAME ...] [--out FOLDER]``: measure, print ratios, write them down."""

import argparse
import os
import platform
from pathlib import Path

from tools.bench.registry import BENCHES
from tools.bench.report import to_json, to_markdown

__all__ = ["main"]


def main(arguments: list[str] | None = None) -> None:
    """Run the measurements named (all of them without a name) and report each as it ends."""
    parser = argparse.ArgumentParser(prog="python -m tools.bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHES))
    parser.add_argument("--out", type=Path, help="a folder for results.json and results.md")
    chosen = parser.parse_args(arguments)
    unknown = sorted(set(chosen.names) - BENCHES.keys())
    if unknown:
        parser.error(f"no such measurement: {', '.join(unknown)}; there are: {', '.join(BENCHES)}")

    results = []
    for name in chosen.names or BENCHES:
        result = BENCHES[name]()
        results.append(result)
        print(f"ratio {result.ratio:8.3g}  {result.name}", flush=True)

    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    print(f"\n{machine}\n\n{to_markdown(results)}")
    if chosen.out:
        chosen.out.mkdir(parents=True, exist_ok=True)
        (chosen.out / "results.json").write_text(to_json(results, machine) + "\n", "utf-8")
        (chosen.out / "results.md").write_text(to_markdown(results) + "\n", "utf-8")


if __name__ == "__main__":
    main()
