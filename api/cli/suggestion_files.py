"""Suggestions as CSV, JSON or Parquet, written row by row."""

import csv
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from api.cli.records import harmless
from api.cli.targets import file_beside, text_target
from api.texts import Language

if TYPE_CHECKING:
    from recommender.advice.records import Suggestion

__all__ = ["suggestion_object", "write_suggestions"]

_PARQUET_ROWS = 5000
_FREE_TEXTS = ("cooperative_name", "offer_title", "data_source")
_WHOLE = frozenset({"rank"})
_DECIMAL = frozenset(
    {
        "success_probability",
        "lower",
        "upper",
        "expected_margin_idr",
        "jobs_count",
        "score",
        "after_steps",
    }
)


def write_suggestions(
    suggestions: Iterable["Suggestion"], form: str, out: Path | None, language: Language
) -> None:
    """Write suggestions as they come; the same suggestions give the same bytes.

    Parameters
    ----------
    suggestions : iterable of Suggestion
    form : str
        ``csv`` and ``parquet``: the contract's columns in order, unknown empty, every digit of a number.
        ``json``: a list of objects with these and all further values.
    out : Path or None
        ``None`` is standard output (not for ``parquet``).
    language : {'id', 'en'}
        Of the steps' sentences.

    Raises
    ------
    RefusedError
        When the file cannot be written.
    """
    if form == "parquet" and out is not None:
        with file_beside(out) as path:
            _write_parquet(suggestions, path, language)
        return
    with text_target(out) as handle:
        if form == "json":
            _write_json(suggestions, handle, language)
        else:
            _write_csv(suggestions, handle, language)


def suggestion_object(found: "Suggestion", language: Language) -> dict[str, Any]:
    """Return a suggestion as a JSON object: the contract's columns first, then everything else.

    ``reasons`` are the sentences of ``pros`` and ``cons`` with their signs; each step carries its
    ``sentence``.
    """
    from recommender.advice.tables import SUGGESTION_COLUMNS, step_sentence

    values = asdict(found)
    values["reasons"] = [
        *(f"(+) {text}" for text in found.pros),
        *(f"(-) {text}" for text in found.cons),
    ]
    values["steps"] = [{**asdict(step), "sentence": step_sentence(step, language)} for step in found.steps]
    return {name: values.pop(name) for name in SUGGESTION_COLUMNS} | values


def _row(found: "Suggestion", language: Language) -> dict[str, Any]:
    from recommender.advice.tables import SUGGESTION_COLUMNS, reasons_cell, steps_cell

    cells = {
        "reasons": reasons_cell(found.pros, found.cons),
        "steps": steps_cell(found.steps, language),
    }
    return {name: cells[name] if name in cells else getattr(found, name) for name in SUGGESTION_COLUMNS}


def _write_csv(suggestions: Iterable["Suggestion"], handle: TextIO, language: Language) -> None:
    from recommender.advice.tables import SUGGESTION_COLUMNS

    writer = csv.writer(handle, lineterminator="\n")
    writer.writerow(SUGGESTION_COLUMNS)
    for found in suggestions:
        row = _row(found, language)
        for name in _FREE_TEXTS:
            row[name] = harmless(row[name])
        writer.writerow(row.values())


def _write_json(suggestions: Iterable["Suggestion"], handle: TextIO, language: Language) -> None:
    before = "[\n"
    for found in suggestions:
        text = json.dumps(suggestion_object(found, language), ensure_ascii=False, allow_nan=False)
        handle.write(f"{before}{text}")
        before = ",\n"
    handle.write("[]\n" if before == "[\n" else "\n]\n")


def _write_parquet(suggestions: Iterable["Suggestion"], path: Path, language: Language) -> None:
    import pyarrow as pa
    from pyarrow.parquet import ParquetWriter

    from recommender.advice.tables import SUGGESTION_COLUMNS

    kinds = {name: pa.int64() for name in _WHOLE} | {name: pa.float64() for name in _DECIMAL}
    schema = pa.schema([(name, kinds.get(name, pa.string())) for name in SUGGESTION_COLUMNS])
    with ParquetWriter(path, schema) as writer:
        for rows in _batches((_row(found, language) for found in suggestions), _PARQUET_ROWS):
            writer.write_table(pa.Table.from_pylist(rows, schema=schema))


def _batches(rows: Iterator[dict[str, Any]], size: int) -> Iterator[list[dict[str, Any]]]:
    while batch := list(islice(rows, size)):
        yield batch
