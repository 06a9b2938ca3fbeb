"""What does not fit a parameter, as faults in two languages; what was sent is never repeated."""

from collections.abc import Mapping, Sequence
from typing import Any

from api.problems import FieldFault, Problem, problem_named

__all__ = ["faults_problem", "problem_of_validation"]

_PAGING = {"query.limit", "query.cursor"}

# Kind of fault as pydantic names it: our code and what would fit, in both languages.
_SENTENCES: Mapping[str, tuple[str, str, str]] = {
    "missing": ("missing", "Wajib diisi.", "This is required."),
    "int_parsing": (
        "not_an_integer",
        "Tulis bilangan bulat, misalnya 10.",
        "Write a whole number, such as 10.",
    ),
    "int_from_float": ("not_an_integer", "Tulis bilangan bulat.", "Write a whole number."),
    "int_parsing_size": ("out_of_range", "Angkanya terlalu besar.", "The number is too large."),
    "bool_parsing": ("not_yes_or_no", "Tulis true atau false.", "Write true or false."),
    "greater_than_equal": ("out_of_range", "Paling kecil {ge}.", "At least {ge}."),
    "less_than_equal": ("out_of_range", "Paling besar {le}.", "At most {le}."),
    "literal_error": ("not_a_choice", "Pilih salah satu: {expected}.", "Choose one of: {expected}."),
    "enum": ("not_a_choice", "Pilih salah satu: {expected}.", "Choose one of: {expected}."),
    "string_too_long": ("too_long", "Paling banyak {max_length} huruf.", "At most {max_length} characters."),
    "not_a_day": (
        "not_a_day",
        "Tulis tahun-bulan-hari, misalnya 2026-11-21.",
        "Write year-month-day, such as 2026-11-21.",
    ),
    "not_a_moment": (
        "not_a_moment",
        "Tulis waktu ISO 8601 dengan zona, misalnya 2026-11-21T08:00:00+07:00.",
        "Write an ISO 8601 time with its zone, such as 2026-11-21T08:00:00+07:00.",
    ),
}
_OTHERWISE = ("invalid", "Nilainya tidak sesuai.", "The value does not fit.")


def problem_of_validation(errors: Sequence[Mapping[str, Any]]) -> Problem:
    """Turn pydantic's findings into one problem.

    Parameters
    ----------
    errors : sequence of mapping
        With ``loc``, ``type`` and perhaps ``ctx``; ``input`` and ``msg`` are not looked at.
    """
    return faults_problem([_fault(error) for error in errors])


def faults_problem(faults: Sequence[FieldFault]) -> Problem:
    """Return ``page_invalid`` when only the paging is at fault, else ``parameter_invalid``."""
    only_paging = bool(faults) and {fault.location for fault in faults} <= _PAGING
    return problem_named("page_invalid" if only_paging else "parameter_invalid", faults)


def _fault(error: Mapping[str, Any]) -> FieldFault:
    code, detail_id, detail_en = _SENTENCES.get(str(error.get("type")), _OTHERWISE)
    context = {name: _plain(value) for name, value in (error.get("ctx") or {}).items()}
    try:
        detail_id, detail_en = detail_id.format(**context), detail_en.format(**context)
    except KeyError:
        code, detail_id, detail_en = _OTHERWISE
    location = ".".join(str(part) for part in error.get("loc", ()))
    return FieldFault(location, code, detail_id, detail_en)


def _plain(value: object) -> str:
    return str(value).replace("'", "").replace(" or ", ", ")
