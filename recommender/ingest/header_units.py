"""The unit that a header names, where it is not the column's own: ``(ha)`` over square metres."""

import re
from dataclasses import dataclass
from decimal import Decimal

from features.cells.sheet_cells import NumberCell, SheetCell
from features.cells.typed import typed_value
from features.cells.units import unit_factor
from features.cells.values import CellParser, Style, Value
from features.schema.loader import Column
from recommender.ingest.header_texts import parenthesised

__all__ = ["HeaderUnit", "header_unit_of"]

_MULTIPLES = {
    **dict.fromkeys(("ribu", "ribuan", "rb", "000"), ("ribu", Decimal(10) ** 3)),
    **dict.fromkeys(("juta", "jutaan", "jt"), ("juta", Decimal(10) ** 6)),
    **dict.fromkeys(("miliar", "milyar", "mlr"), ("miliar", Decimal(10) ** 9)),
}
_WORD = re.compile(r"[^\W_]+|000")
_PLAIN_NUMBER = re.compile(r"[-+]?\s?[0-9][0-9., ]*").fullmatch


@dataclass(frozen=True, slots=True)
class HeaderUnit:
    """A unit of the header and what a number below it is multiplied by."""

    word: str
    factor: Decimal

    def applied(self, column: Column, style: Style, parse: CellParser) -> CellParser:
        """Return a parser that reads plain numbers in this unit; a cell with its own unit stays as it is."""

        def read(text: str) -> Value | None:
            if isinstance(text, NumberCell):
                number = float(Decimal(str(text)) * self.factor)
                return typed_value(column, NumberCell.of(number), style)
            if isinstance(text, SheetCell):
                return typed_value(column, text, style)
            return parse(f"{text} {self.word}" if _PLAIN_NUMBER(text.strip()) else text)

        return read


def header_unit_of(column: Column, header: str) -> HeaderUnit | None:
    """Return the unit that a header names in parentheses, ``None`` when it is the column's own or none.

    Examples
    --------
    >>> from features.schema.loader import columns
    >>> by_name = {one.name: one for one in columns("cooperatives")}
    >>> header_unit_of(by_name["turnover_idr_per_month"], "Omzet (Rp juta)")
    HeaderUnit(word='juta', factor=Decimal('1000000'))
    >>> header_unit_of(by_name["land_area_m2"], "Luas lahan (ha)").factor
    Decimal('10000')
    >>> header_unit_of(by_name["land_area_m2"], "Luas lahan (m2)") is None
    True
    """
    inside = parenthesised(header)
    if not inside or not column.is_numeric or column.kind in {"yes_no", "level"}:
        return None
    if column.unit.startswith("idr"):
        found = [_MULTIPLES[word] for word in _WORD.findall(inside) if word in _MULTIPLES]
        return HeaderUnit(*found[0]) if found else None
    factor = unit_factor(column.unit, inside)
    return None if factor is None or factor == 1 else HeaderUnit(inside, factor)
