"""What states that a document is there: its number, its date, the bank's name, the account's name."""

import csv
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal, TypeAlias, cast

from features.cells.dates import parse_date
from features.cells.month_names import MONTH_WORDS
from features.errors import CellError

__all__ = ["Evidence", "document_columns", "document_evidence"]

Evidence: TypeAlias = Literal["number", "date", "bank", "account"]
"""What was written in place of yes."""

_SAID_WITH_NUMBERS = frozenset(
    [
        "no",
        "nomor",
        "nomer",
        "nmr",
        "number",
        "tanggal",
        "tgl",
        "tertanggal",
        "tahun",
        "thn",
        "th",
        "per",
        "dan",
        "akta",
        "sk",
        "nib",
        "nik",
        "niknya",
        "npwp",
        "ahu",
        "ah",
        "bh",
        "badan",
        "hukum",
        "koperasi",
        "pendirian",
        "notaris",
        "rek",
        "rekening",
        "norek",
        "seri",
        "kode",
        "kemenkumham",
        "menkumham",
    ]
)
_NUMBERED = frozenset({"no", "nomor", "nomer", "nmr"})
_SAID_WITH_ACCOUNTS = frozenset(["akun", "user", "username", "email", "e-mail", "nama", "id"])
_BETWEEN = re.compile(r"[\s,;()&+]+")
_PLAIN = re.compile(r"[A-Z]{0,4}[0-9]+[A-Z]?").fullmatch
_PARTED = re.compile(r"(?=.*[./:_-])[0-9A-Za-z./:_-]*").fullmatch
_LETTERS = re.compile(r"[A-Za-z]+")
_DIGITS = re.compile(r"[0-9]")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+").fullmatch
_NAMED_ACCOUNT = re.compile(
    r"@?(?:(?:kkmp|kdmp|kmp|kopkel|kopdes|koperasi)[\w.-]{3,}|[\w-]{3,}\.[\w-]+\.\w{2,})"
).fullmatch
_FEWEST_DIGITS = 5
_SHORT_LETTERS, _CAPITAL_LETTERS = 4, 10
_LONGEST = 120
_MARKS = "'`‘’\" "


@cache
def _bank_words() -> Mapping[str, bool]:
    text = files("features.cells").joinpath("bank_words.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return MappingProxyType({row["word"]: row["names_a_bank"] == "1" for row in rows})


@cache
def document_columns() -> Mapping[str, frozenset[Evidence]]:
    """Return the yes/no columns that ask for a document, and what states that it is there.

    Examples
    --------
    >>> sorted(document_columns()["has_deed"])
    ['date', 'number']
    """
    text = files("features.cells").joinpath("documents.csv").read_text(encoding="utf-8")
    return MappingProxyType(
        {
            row["column"]: frozenset(cast("list[Evidence]", row["evidence"].split(";")))
            for row in csv.DictReader(text.splitlines())
        }
    )


def _is_part_of_number(token: str) -> bool:
    if _PLAIN(token):
        return True
    if not _PARTED(token) or not _DIGITS.search(token):
        return False
    return all(
        len(letters) <= _SHORT_LETTERS
        or letters.casefold() in _SAID_WITH_NUMBERS
        or (letters.isupper() and len(letters) <= _CAPITAL_LETTERS)
        for letters in _LETTERS.findall(token)
    )


def _has_digits(text: str, words: set[str]) -> bool:
    digits = _DIGITS.findall(text)
    enough = len(digits) >= _FEWEST_DIGITS or (bool(words & _NUMBERED) and bool(digits))
    return enough and set(digits) != {"0"}


def _is_date(text: str) -> bool:
    try:
        return parse_date(text) is not None
    except CellError:
        return False


def _is_account(tokens: list[str]) -> bool:
    named = [token for token in tokens if token.casefold() not in _SAID_WITH_ACCOUNTS]
    return len(named) == 1 and bool(_MAIL(named[0]) or _NAMED_ACCOUNT(named[0].casefold()))


def document_evidence(column_name: str, text: str) -> Evidence | None:
    """Return what a cell gives in place of yes, ``None`` when it is no sign of a document.

    Words that deny, or tell of a trouble, are no sign: every word must belong to a number or a name.

    Examples
    --------
    >>> document_evidence("has_business_number", "9120.1234.56789")
    'number'
    >>> document_evidence("has_bank_account", "Bank Banten"), document_evidence("has_deed", "hilang")
    ('bank', None)
    """
    accepted = document_columns().get(column_name)
    body = text.strip(_MARKS)
    if accepted is None or not body or len(body) > _LONGEST:
        return None
    if "date" in accepted and not body.isdecimal() and _is_date(body):
        return "date"
    tokens = [bare for token in _BETWEEN.split(body) if (bare := token.strip(".:'`-/"))]
    words = {token.casefold() for token in tokens if not _is_part_of_number(token)}
    if words <= _SAID_WITH_NUMBERS | MONTH_WORDS.keys() and _has_digits(body, words):
        return "number"
    if "bank" in accepted and words <= _bank_words().keys() | _SAID_WITH_NUMBERS:
        return "bank" if any(_bank_words().get(word) for word in words) else None
    return "account" if "account" in accepted and _is_account(tokens) else None
