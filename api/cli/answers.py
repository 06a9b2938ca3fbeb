"""Answers in the form asked for: on a terminal, as JSON or as CSV, on screen or into a file."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import typer

from api.cli.options import chosen_format
from api.cli.records import write_csv, write_json
from api.cli.targets import text_target

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["answer", "shown_or_written"]


def shown_or_written(
    form: str | None,
    out: Path | None,
    show: Callable[["Console"], None],
    write: Callable[[str, TextIO], None],
) -> str:
    """Show an answer on a screen, or write it as JSON or CSV; return which form it was.

    Parameters
    ----------
    form : str or None
        As stated; otherwise by the ending of ``out``, or ``table``.
    out : Path or None
        ``None`` is standard output.
    show : callable
        Prints to a console.
    write : callable
        Takes ``json`` or ``csv``, and the stream.

    Raises
    ------
    BadParameter
        When the file's ending names a form that this answer does not have.
    RefusedError
        When the file cannot be written.
    """
    from api.cli.terminal import screen

    chosen = chosen_format(form, out)
    if chosen == "parquet":
        raise typer.BadParameter("only suggest and features write parquet; use .json or .csv.")
    with text_target(out) as handle:
        if chosen == "table":
            show(screen(handle))
        else:
            write(chosen, handle)
    return chosen


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
