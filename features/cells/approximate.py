"""Words around a number: about so many, more or less than so many, from so many to so many."""

import re

from features.cells.values import quoted
from features.errors import CellError

__all__ = ["is_approximate", "refuse_bounds", "without_approximation"]

_CURRENCY = r"(?:(?:rp\.?|idr)\s*)?"
_ABOUT = (
    r"(?:±|\+\s?/?\s?-|~|≈|kira[\s-]*kira|kira2|kurang\s*-?\s*lebih|lebih\s*-?\s*kurang|sekitar(?:an)?|hampir"
    r"|perkiraan|diperkirakan|taksiran|estimasi|est\.?|rata-rata|rata2|rerata|ca\.|circa|approx\.?)"
)
_HINT = re.compile(
    r"[±+~≈(]|an\b|kira|kurang|lebih|sekitar|hampir|taksiran|rata|ca\.|circa|approx|est", re.IGNORECASE
).search
_FRONT = re.compile(rf"({_CURRENCY}){_ABOUT}\s*:?\s*(?={_CURRENCY}-?[0-9])", re.IGNORECASE)
_BACK = re.compile(
    r"\s*\(?\s*(?:perkiraan|taksiran|estimasi|kira-kira|kurang\s+lebih|lebih\s+kurang)\s*\)?\s*\Z",
    re.IGNORECASE,
)
_ROUND = re.compile(r"(?<=[0-9])\s?-?\s?an\b|(?<=ribu|juta)-?an\b|(?<=rb|jt)-?an\b", re.IGNORECASE)

_BOUND_FRONT = re.compile(
    rf"{_CURRENCY}(?:[<>≤≥]=?|=[<>]|(?:lebih|kurang)(?:\s+dari)?|di\s?atas|di\s?bawah|min(?:imal|imum|\.)?"
    rf"|ma(?:ksimal|ksimum|ks\.?|x\.?)|paling\s+\w+|sampai(?:\s+dengan)?|s\.?/?d\.?|hingga|mulai|dari|up\s+to)"
    rf"\s*:?\s*{_CURRENCY}[0-9].*",
    re.IGNORECASE,
).fullmatch
_BOUND_BACK = re.compile(
    r"[^0-9]*[0-9](?:.*[0-9])?[^0-9+]*?(?:\+|\bplus\b|\bke\s?atas\b|\bke\s?bawah\b|\blebih\b)[^0-9]*",
    re.IGNORECASE,
).fullmatch
_RANGE = re.compile(
    rf"(?P<between>antara\s+)?(?P<low>{_CURRENCY}[0-9][0-9.,]*[^0-9+×x*/()]*?)"
    rf"\s*(?P<sign>[-–—−]|s\.?/?d\.?|sampai(?:\s+dengan)?|hingga|atau|to|dan)\s*"
    rf"(?P<high>{_CURRENCY}[0-9][0-9.,]*[^0-9+×x*()]*)",
    re.IGNORECASE,
).fullmatch
_SUM = re.compile(
    rf"{_CURRENCY}[0-9][0-9.,]*(?:\s*\+\s*{_CURRENCY}[0-9][0-9.,]*)+[^0-9]*", re.IGNORECASE
).fullmatch
_LONGEST = 120


def is_approximate(text: str) -> bool:
    """Tell whether a cell says that its number is approximate.

    Examples
    --------
    >>> is_approximate("± 150"), is_approximate("150-an orang"), is_approximate("150 orang")
    (True, True, False)
    """
    return without_approximation(text) != text


def without_approximation(text: str) -> str:
    """Return the text without the words that say its number is approximate.

    Examples
    --------
    >>> without_approximation("Rp ± 5 juta"), without_approximation("150-an orang")
    ('Rp 5 juta', '150 orang')
    """
    if len(text) > _LONGEST or not _HINT(text):
        return text  # nearly every cell
    return _ROUND.sub("", _BACK.sub("", _FRONT.sub(r"\1", text, count=1), count=1), count=1)


def refuse_bounds(text: str) -> None:
    """Refuse a number that is only a bound, and two numbers that are the ends of a range or parts of a sum.

    Raises
    ------
    CellError
        Saying how to write a best guess.

    Examples
    --------
    >>> refuse_bounds("150 orang")
    """
    body = " ".join(text.split()).replace("m2", "m²")  # no digit of a number
    if len(body) > _LONGEST:
        return
    ends = _RANGE(body)
    if ends and bool(ends["between"]) == (ends["sign"].casefold() == "dan"):
        low, high = ends["low"].strip(), ends["high"].strip()
        raise CellError(
            f"{quoted(text)} adalah kisaran: {low} sampai {high}. Tulis satu angka; bila perkiraan, awali "
            "dengan ±. Kosongkan bila tidak tahu.",
            f"{quoted(text)} is a range: {low} to {high}. Write one number; if it is approximate, put ± in "
            "front. Leave it empty if unknown.",
            code="number_ambiguous",
        )
    if _SUM(body):
        raise CellError(
            f"{quoted(text)} adalah penjumlahan. Tulis hasilnya saja sebagai satu angka.",
            f"{quoted(text)} is a sum. Write only its result, as one number.",
            code="number_ambiguous",
        )
    if _BOUND_FRONT(body) or _BOUND_BACK(body):
        raise CellError(
            f"{quoted(text)} adalah batas, bukan jumlahnya. Tulis satu angka; bila perkiraan, awali "
            "dengan ±. "
            "Kosongkan bila tidak tahu.",
            f"{quoted(text)} is a bound, not the figure. Write one number; if it is approximate, put ± in "
            "front. Leave it empty if unknown.",
            code="number_ambiguous",
        )
