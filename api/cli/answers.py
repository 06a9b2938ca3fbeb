"""Short answers: sentences on a terminal, the same as records in JSON or CSV."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from api.cli.records import write_csv, write_json
from api.cli.targets import text_target

__all__ = ["answer"]


def answer(
    sentences: Sequence[str],
    record: Mapping[str, Any] | Sequence[Mapping[str, Any]],
    form: str,
    out: Path | None,
) -> None:
    """Write an answer in the form asked for.

    Parameters
    ----------
    sentences : sequence of str
        What ``table`` shows, one a line.
    record : mapping, or sequence of mappings
        What ``json`` and ``csv`` hold; in CSV, a nested value is left out and unknown is empty.
    form : {'table', 'json', 'csv'}
    out : Path or None
        ``None`` is standard output.

    Raises
    ------
    RefusedError
        When the file cannot be written.
    """
    with text_target(out) as handle:
        if form == "json":
            write_json(record, handle)
        elif form == "csv":
            records = [record] if isinstance(record, Mapping) else record
            flat = [_flat(one) for one in records]
            names = list(dict.fromkeys(name for one in flat for name in one))
            write_csv(names, flat, handle)
        else:
            handle.writelines(f"{sentence}\n" for sentence in sentences)


def _flat(record: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in record.items() if not isinstance(value, Mapping | list | tuple)}
