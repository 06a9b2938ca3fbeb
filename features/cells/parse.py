"""``parse_cell``: the text of a cell to the value its column demands."""

from collections.abc import Callable
from functools import cache

from features.cells.choices import choice_parser
from features.cells.codes import parse_code
from features.cells.dates import parse_date
from features.cells.ids import parse_id
from features.cells.lists import list_parser
from features.cells.money import money_parser
from features.cells.phones import parse_phone, parse_postal_code
from features.cells.quantities import count_parser, decimal_parser, level_parser
from features.cells.texts import text_parser
from features.cells.values import CellParser, Style, Value
from features.cells.yes_no import yes_no_parser
from features.schema.loader import Column, Kind

__all__ = ["cell_parser", "parse_cell"]


@cache
def cell_parser(column: Column, style: Style = "canonical") -> CellParser:
    """Return the parser of a column, made once; use it where many cells of a column are read.

    Parameters
    ----------
    column : Column
        Its kind, unit, range and choices decide.
    style : {"canonical", "indonesian"}
        Whether decimals have a point or a comma; other kinds do not mind.

    Returns
    -------
    callable
        From ``str`` to ``Value`` or ``None`` (unknown); raises ``CellError``.
    """
    makers: dict[Kind, Callable[[Column], CellParser]] = {
        "yes_no": yes_no_parser,
        "count": count_parser,
        "level": level_parser,
        "money": money_parser,
        "choice": choice_parser,
        "list": list_parser,
        "text": text_parser,
    }
    if column.kind in makers:
        return makers[column.kind](column)
    if column.kind == "decimal":
        return decimal_parser(column, style)
    readers: dict[Kind, CellParser] = {
        "id": parse_id,
        "code": parse_code,
        "date": parse_date,
        "phone": parse_phone,
        "postal_code": parse_postal_code,
    }
    return readers[column.kind]


def parse_cell(column: Column, text: str, *, style: Style = "canonical") -> Value | None:
    """Read one cell.

    Parameters
    ----------
    column : Column
        What the cell should hold.
    text : str
        The cell as it stands in the file.
    style : {"canonical", "indonesian"}
        Under canonical headers the dot is the decimal point, under Indonesian ones the comma.

    Returns
    -------
    Value or None
        ``None`` means unknown, which is neither zero nor no.

    Raises
    ------
    CellError
        When the cell cannot be read; says how to write it.

    Examples
    --------
    >>> from features.schema.loader import column
    >>> parse_cell(column("cooperatives", "cash_idr"), "Rp 1,5 juta")
    1500000
    >>> parse_cell(column("cooperatives", "has_deed"), "belum didata") is None
    True
    """
    return cell_parser(column, style)(text)
