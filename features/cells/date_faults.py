"""Why a cell is no date, said so that the next try is right."""

import re
from difflib import get_close_matches

from features.cells.month_names import MONTH_NAMES, MONTH_WORDS
from features.cells.values import Remark, quoted
from features.errors import CellError

__all__ = ["no_date"]

_ADVICE = (
    "Tulis hari, bulan, tahun: 24 Juli 2025, 24/07/2025 atau 2025-07-24.",
    "Write day, month, year: 24 Juli 2025, 24/07/2025 or 2025-07-24.",
)
_BOUND = re.compile(
    r"(?:s\.?/?d\b|sampai|hingga|sebelum|sesudah|setelah|sejak|mulai|paling|sekitar|kira|awal|akhir|pertengahan"
    r"|[<>±~])",
    re.IGNORECASE,
).match
_TWO_ENDS = re.compile(
    r"\b(?:s\.?/?d|sampai|hingga)\b|[0-9a-z]\s+[-–—]\s+[0-9a-z]|[0-9]{4}\s*[-–—]\s*[0-9]{1,2}\s[a-z]",
    re.IGNORECASE,
)
_NUMERIC = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{2,4})").fullmatch
_ISO = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})").fullmatch
_WORDS = re.compile(r"([0-9]{1,2})[\s./-]*([a-z]+)[\s./,-]*([0-9]{4})", re.IGNORECASE).fullmatch
_WITHOUT_DAY = re.compile(
    r"(?:[a-z]{3,}|[0-9]{1,2})[\s./-]+[0-9]{4}|[0-9]{4}[-/.][0-9]{1,2}", re.IGNORECASE
).fullmatch
_WITHOUT_YEAR = re.compile(r"[0-9]{1,2}[\s./-]*(?:[a-z]{3,}|[0-9]{1,2})", re.IGNORECASE).fullmatch
_YEAR = re.compile(r"(?:tahun\s+|th\.?\s*)?(?:19|20)[0-9]{2}", re.IGNORECASE).fullmatch
_MONTHS = 12
_MAX_DAY = 31


def _no_such_day(day: str, month: int, year: str) -> Remark:
    shown = f"{int(day)} {MONTH_NAMES[month - 1]} {year}"
    return f"Tidak ada tanggal {shown}.", f"There is no {shown}."


def _of_numbers(day: str, month: str, year: str) -> Remark | None:
    if 1 <= int(month) <= _MONTHS:
        return _no_such_day(day, int(month), year)
    if 1 <= int(day) <= _MONTHS and int(month) <= _MAX_DAY:
        meant = f"{int(month)} {MONTH_NAMES[int(day) - 1]} {year}"
        return (
            f"Tidak ada bulan {month}. Maksud Anda {meant}?",
            f"There is no month {month}. Did you mean {meant}?",
        )
    return None


def _of_words(day: str, word: str, year: str) -> Remark | None:
    month = MONTH_WORDS.get(word.casefold())
    if month:
        return _no_such_day(day, month, year)
    near = get_close_matches(word.casefold(), MONTH_WORDS, n=1)
    if not near:
        return f"Tidak ada bulan {quoted(word)}.", f"There is no month {quoted(word)}."
    meant = MONTH_NAMES[MONTH_WORDS[near[0]] - 1]
    return (
        f"Tidak ada bulan {quoted(word)}. Maksud Anda {meant}?",
        f"There is no month {quoted(word)}. Did you mean {meant}?",
    )


def _incomplete(body: str) -> Remark | None:
    if _YEAR(body):
        return "Hanya ada tahunnya.", "It gives only the year."
    words = re.findall(r"[a-z]{3,}", body.casefold())
    if any(word not in MONTH_WORDS for word in words):
        return None
    if _WITHOUT_DAY(body):
        return "Harinya belum ada.", "The day is missing."
    return ("Tahunnya belum ada.", "The year is missing.") if _WITHOUT_YEAR(body) else None


def _reason(body: str) -> Remark | None:
    if _BOUND(body) or _TWO_ENDS.search(body):
        return (
            "Ini batas atau rentang waktu, bukan satu hari.",
            "This is a bound or a span of time, not one day.",
        )
    numeric = _NUMERIC(body)
    if numeric:
        return _of_numbers(numeric[1], numeric[2], numeric[3])
    iso = _ISO(body)
    if iso:
        return _of_numbers(iso[3], iso[2], iso[1])
    words = _WORDS(body)
    return _of_words(words[1], words[2], words[3]) if words else _incomplete(body)


def no_date(text: str, body: str) -> CellError:
    """Return the error for a cell that is no date.

    Parameters
    ----------
    text : str
        The cell as it stands.
    body : str
        The same without a weekday or time of day around it.

    Examples
    --------
    >>> no_date("31/02/2026", "31/02/2026").message_id[:62]
    '"31/02/2026" bukan tanggal. Tidak ada tanggal 31 Februari 2026'
    """
    reason = _reason(body)
    why_id, why_en = (f" {reason[0]}", f" {reason[1]}") if reason else ("", "")
    return CellError(
        f"{quoted(text)} bukan tanggal.{why_id} {_ADVICE[0]}",
        f"{quoted(text)} is no date.{why_en} {_ADVICE[1]}",
        code="date_invalid",
    )
