"""A plan as a table on screen, CSV, JSON or Parquet."""

import csv
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import typer

from api.cli.allocation_words import said_in
from api.cli.records import harmless, write_json
from api.cli.targets import file_beside, text_target
from api.texts import Language, in_one_language

if TYPE_CHECKING:
    from recommender.allocations.records import Allocation, Assignment

__all__ = ["ALLOCATION_COLUMNS", "allocation_object", "write_allocation"]

ALLOCATION_COLUMNS = ("cooperative_id", "offer_id", "status", "success_probability", "value", "reason")
"""Those of the contract, in its order."""


def write_allocation(plan: "Allocation", form: str, out: Path | None, language: Language) -> None:
    """Write a plan; the same plan gives the same bytes.

    Parameters
    ----------
    plan : Allocation
    form : str
        ``csv`` and ``parquet``: one row a pair, the contract's columns in order; what concerns the plan as a
        whole goes to standard error. ``json``: everything. ``table``: for reading.
    out : Path or None
        ``None`` is standard output (not for ``parquet``).
    language : {'id', 'en'}

    Raises
    ------
    RefusedError
        When the file cannot be written.
    """
    if form == "parquet" and out is not None:
        with file_beside(out) as path:
            _write_parquet(plan, path, language)
    else:
        with text_target(out) as handle:
            if form == "json":
                write_json(allocation_object(plan, language), handle)
            elif form == "csv":
                _write_csv(plan, handle, language)
            else:
                from api.cli.allocation_view import show_allocation
                from api.cli.terminal import screen

                show_allocation(screen(handle), plan, language)
    if form in {"csv", "parquet"}:
        # a table of pairs has no room for it, and nobody should miss it
        for sentence in (*plan.relaxations, *plan.warnings):
            typer.echo(said_in(sentence, language), err=True)


def allocation_object(plan: "Allocation", language: Language) -> dict[str, Any]:
    """Return a plan as a JSON object, its sentences in one language."""
    found = {name: in_one_language(value, language, field=name) for name, value in asdict(plan).items()}
    first = ("allocation_id", "state", "status", "at", "total_value", "unit", "assignments")
    held = {"waiting_list": found.pop("waiting")}
    return {name: found.pop(name) for name in first} | held | found


def _row(one: "Assignment", language: Language) -> dict[str, Any]:
    row = {name: getattr(one, name) for name in ALLOCATION_COLUMNS}
    return row | {"reason": said_in(one.reason, language)}


def _write_csv(plan: "Allocation", handle: TextIO, language: Language) -> None:
    writer = csv.DictWriter(handle, ALLOCATION_COLUMNS, lineterminator="\n")
    writer.writeheader()
    for one in plan.assignments:
        row = _row(one, language)
        writer.writerow(row | {"reason": harmless(row["reason"])})


def _write_parquet(plan: "Allocation", path: Path, language: Language) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    decimal = ("success_probability", "value")
    kinds = [(name, pa.float64() if name in decimal else pa.string()) for name in ALLOCATION_COLUMNS]
    rows = [_row(one, language) for one in plan.assignments]
    parquet.write_table(pa.Table.from_pylist(rows, schema=pa.schema(kinds)), path)
