"""A number as people write it into a column: with a unit, added up, multiplied, approximate, in words."""

import re
from decimal import Decimal

from features.cells.approximate import refuse_bounds, without_approximation
from features.cells.number_words import number_in_words
from features.cells.numbers import Reading, not_a_number, read_number
from features.cells.sexes import both_sexes
from features.cells.sides import product_of_sides
from features.cells.units import is_guessed_unit, unit_factor, unit_words
from features.cells.values import quoted
from features.cells.words import is_unclear_nothing
from features.errors import CellError
from features.schema.loader import Column

__all__ = ["guessed_unit", "measure", "refuse_unclear_nothing", "without_spelling"]

_NEUTRAL = re.compile(
    r"(?:jumlah(?:nya)?|jml|total|sebanyak|sebesar|seluas|luas(?:nya)?|sejauh|jarak(?:nya)?)\s*[:=]?\s*(?=[0-9±~])",
    re.IGNORECASE,
)
_PARTS = re.compile(r"([+\u2212-]?\s?[0-9][0-9.,]*(?: [0-9]{3}(?![0-9])[0-9.,]*)*)\s*(.*)", re.DOTALL)
_PIECE = re.compile(r"\s*([0-9][0-9.,]*)\s*([^\W\d_][^0-9]*?)\s*(?:dan\s+|,\s+|\Z|(?=[0-9]))")
_SPELLED = re.compile(r"(.*[0-9].*?)\s*\(\s*([A-Za-z][A-Za-z -]+)\)\s*([^\W\d_]*)\Z", re.DOTALL)
_LONGEST = 200


def refuse_unclear_nothing(text: str) -> None:
    """Refuse ``tidak ada``, ``belum ada`` and ``kosong`` where a number is wanted.

    Raises
    ------
    CellError
        With both readings: zero, or unknown.
    """
    if is_unclear_nothing(text):
        raise CellError(
            f"{quoted(text)} dapat berarti nol atau belum diketahui. Tulis 0 atau nihil bila memang "
            "tidak ada; "
            "kosongkan bila tidak tahu.",
            f"{quoted(text)} can mean zero or unknown. Write 0 or nihil if there is none; leave it empty if "
            "unknown.",
            code="value_ambiguous",
        )


def without_spelling(text: str) -> tuple[str, int | None]:
    """Return a text without the words in brackets that repeat its number, and the number they say.

    Examples
    --------
    >>> without_spelling("160 (seratus enam puluh)"), without_spelling("160 (aktif)")
    (('160', 160), ('160 (aktif)', None))
    """
    found = _SPELLED.fullmatch(text) if "(" in text and len(text) <= _LONGEST else None
    said = number_in_words(found[2]) if found else None
    return (f"{found[1]} {found[3]}".rstrip(), said) if found and said is not None else (text, None)


def _unknown_unit(column: Column, text: str, number: str, word: str) -> CellError:
    known = ", ".join(unit_words(column.unit))
    hint_id = f" Satuan yang dikenal: {known}." if known else ""
    hint_en = f" Known units: {known}." if known else ""
    return CellError(
        f"{quoted(text)} bukan angka: {quoted(word)} tidak dikenal. "
        f"Tulis angkanya saja, misalnya {number}.{hint_id}",
        f"{quoted(text)} is no number: {quoted(word)} is not understood. "
        f"Write the number only, for example {number}.{hint_en}",
        code="number_invalid",
    )


def _pieces(column: Column, body: str, reading: Reading) -> Decimal | None:
    """Add up ``2 kuintal 50 kg``; ``None`` when it is not of that form."""
    pieces: list[tuple[str, Decimal]] = []
    at, body = 0, body.replace("m2", "m²")  # no digit of a number
    while at < len(body):
        found = _PIECE.match(body, at)
        factor = unit_factor(column.unit, found[2].strip()) if found else None
        if found is None or factor is None or found.end() == at:
            return None
        if pieces and factor >= pieces[-1][1]:
            return None
        pieces.append((found[1].rstrip(".,"), factor))
        at = found.end()
    if len(pieces) < 2:  # noqa: PLR2004 - one piece is a plain number with its unit
        return None
    return sum((read_number(number, reading) * factor for number, factor in pieces), Decimal(0))


def _plain(text: str) -> str:
    return _NEUTRAL.sub("", without_approximation(text), count=1)


def measure(column: Column, text: str, reading: Reading) -> Decimal:
    """Read a number in a column's unit.

    Parameters
    ----------
    column : Column
    text : str
        Without marks and spaces at its ends.
    reading : {"whole", "canonical", "indonesian"}
        What dots and commas mean.

    Raises
    ------
    CellError
        When it is no number, one that can be read in two ways, a bound or a range.
    """
    refuse_unclear_nothing(text)
    added = both_sexes(text) if column.unit == "people" else None
    if added is not None:
        return added
    body, said = without_spelling(_plain(text))
    product = product_of_sides(column.unit, body, reading)
    number = product if product is not None else _number(column, text, _plain(body), reading)
    if said is not None and number != said:
        raise CellError(
            f"{quoted(text)}: angkanya dan hurufnya berbeda ({said}). Perbaiki salah satunya.",
            f"{quoted(text)}: digits and words differ ({said}). Correct one of them.",
            code="number_ambiguous",
        )
    return number


def _number(column: Column, text: str, body: str, reading: Reading) -> Decimal:
    parts = _PARTS.fullmatch(body) if len(body) <= _LONGEST else None
    if parts and not parts[2]:
        return read_number(parts[1].rstrip(".,"), reading)
    refuse_bounds(text)
    if not parts:
        raise not_a_number(text, reading)
    factor = unit_factor(column.unit, parts[2])
    if factor is not None:
        return read_number(parts[1].rstrip(".,"), reading) * factor
    added = _pieces(column, body, reading)
    if added is None:
        raise _unknown_unit(column, text, parts[1].rstrip(".,"), parts[2])
    return added


def guessed_unit(column: Column, text: str) -> str | None:
    """Return the unit of a cell that names strictly something else, as watt for volt-ampere.

    Examples
    --------
    >>> from features.schema.loader import column
    >>> guessed_unit(column("cooperatives", "power_va"), "1300 watt")
    'watt'
    """
    parts = _PARTS.fullmatch(_plain(text)) if len(text) <= _LONGEST else None
    return parts[2] if parts and parts[2] and is_guessed_unit(column.unit, parts[2]) else None
