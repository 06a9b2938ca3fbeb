"""Options that several commands share, and how they are read."""

import datetime as dt
import getpass
from pathlib import Path
from typing import Annotated, Literal

import typer

from api.texts import Language

__all__ = [
    "At",
    "Format",
    "FormatOption",
    "LanguageOption",
    "ObjectiveOption",
    "OutOption",
    "chosen_format",
    "day_asked",
    "user_name",
]

Format = Literal["table", "json", "csv"]

LanguageOption = Annotated[Language, typer.Option("--lang", help="Bahasa jawaban. / Language of the answer.")]
FormatOption = Annotated[
    Format | None,
    typer.Option(
        "--format",
        help="Bentuk jawaban; bawaan: menurut akhiran --out, atau table. "
        "/ Form of the answer; default: by the ending of --out, or table.",
        show_default=False,
    ),
]
OutOption = Annotated[
    Path | None,
    typer.Option(
        "--out",
        metavar="FILE",
        help="Tulis ke berkas, utuh atau tidak sama sekali. / Write to a file, whole or not at all.",
        show_default=False,
    ),
]
At = Annotated[
    str | None,
    typer.Option(
        "--at",
        metavar="YYYY-MM-DD",
        help="Tanggal yang dibicarakan; bawaan: hari ini di Jakarta. "
        "/ The day spoken of; default: today in Jakarta.",
        show_default=False,
    ),
]
ObjectiveOption = Annotated[
    str,
    typer.Option(
        "--objective",
        metavar="balanced|success|margin|jobs",
        help="Urutan menurut apa. / What the ranking sorts by.",
    ),
]


def chosen_format(stated: str | None, out: Path | None) -> str:
    """Return the format asked for, or the one that the file's ending names, or ``table``.

    Examples
    --------
    >>> chosen_format(None, Path("saran.csv")), chosen_format("json", Path("saran.csv"))
    ('csv', 'json')
    >>> chosen_format(None, Path("saran.txt")), chosen_format(None, None)
    ('table', 'table')
    """
    if stated is not None:
        return stated
    ending = out.suffix.lower().removeprefix(".") if out else ""
    return ending if ending in {"json", "csv", "parquet"} else "table"


def day_asked(at: str | None) -> dt.date | None:
    """Read ``--at``; ``None`` stands for today in Jakarta.

    Raises
    ------
    RefusedError
        When it is no date.
    """
    from recommender.clock import parsed_day

    return None if at is None else parsed_day(at)


def user_name() -> str:
    """Name the person at this terminal, for the record; ``-`` where the system knows no name."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # which of them depends on system and Python version
        return "-"
