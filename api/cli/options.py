"""Options that several commands share, and how they are read."""

import datetime as dt
import getpass
from pathlib import Path
from typing import Annotated, Literal

import typer

from api.texts import Language

__all__ = [
    "AnswerOutOption",
    "At",
    "Format",
    "FormatOption",
    "LanguageOption",
    "ObjectiveOption",
    "OutOption",
    "PlanFormOption",
    "WhyOption",
    "chosen_format",
    "day_asked",
    "plan_form",
    "rupiah_asked",
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
PlanFormOption = Annotated[
    Literal["table", "json", "csv", "parquet", "xlsx"] | None,
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


def _ending_fits(out: Path | None) -> Path | None:
    if out is not None and out.suffix.lower() in {".parquet", ".xlsx"}:
        raise typer.BadParameter("this answer is not written so; use .json or .csv.")
    return out


# Before anything is done: an answer to a write must not fail after it.
AnswerOutOption = Annotated[
    Path | None,
    typer.Option(
        "--out",
        metavar="FILE",
        help="Tulis ke berkas, utuh atau tidak sama sekali. / Write to a file, whole or not at all.",
        show_default=False,
        callback=_ending_fits,
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


WhyOption = Annotated[
    str | None,
    typer.Option("--why", help="Alasan, untuk catatan. / The reason, for the record.", show_default=False),
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


def plan_form(stated: str | None, out: Path | None) -> str:
    """Return the form of a plan, which may be a workbook, too.

    Raises
    ------
    BadParameter
        When a form that nobody reads on a screen has no file to go to.

    Examples
    --------
    >>> plan_form(None, Path("rencana.XLSX")), plan_form("csv", Path("rencana.xlsx"))
    ('xlsx', 'csv')
    """
    is_book = stated is None and out is not None and out.suffix.lower() == ".xlsx"
    chosen = "xlsx" if is_book else chosen_format(stated, out)
    if chosen in {"parquet", "xlsx"} and out is None:
        raise typer.BadParameter(f"{chosen} needs --out FILE.{chosen}.")
    return chosen


def rupiah_asked(option: str, text: str | None, language: Language) -> int | None:
    """Read an amount by the cell rules, such as ``50 juta``; ``None`` stays no limit.

    Raises
    ------
    RefusedError
        When it is empty, said to be unknown, or cannot be read; names the option and how to write it.
    """
    from recommender.errors import RefusedError
    from recommender.stating import statable_field, stated_value

    if text is None:
        return None
    said = (
        f"Jumlah pada {option} belum diisi. Tulis jumlahnya, misalnya '50 juta'.",
        f"{option} has no amount. Write it, for example 50000000 or '50 juta'.",
    )
    try:
        value = stated_value(statable_field("cash_idr"), text, language) if text.strip() else None
    except RefusedError as error:
        said = (f"{error.message_id} (Pilihan: {option})", f"{error.message_en} (Option: {option})")
        raise RefusedError(*said) from error
    if not isinstance(value, int):
        raise RefusedError(*said)
    return value


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
