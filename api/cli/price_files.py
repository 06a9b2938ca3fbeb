"""A price comparison as JSON, or as CSV with one row per item and the basket below."""

import csv
import json
from typing import TYPE_CHECKING, TextIO

from api.texts import Language

if TYPE_CHECKING:
    from recommender.pricing import PriceAnswer

__all__ = ["write_prices"]

_FREE_TEXTS = ("item", "unit", "supplier_name", "remarks")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write_prices(found: "PriceAnswer", form: str, handle: TextIO, language: Language) -> None:
    """Write a comparison; the same comparison gives the same bytes.

    Parameters
    ----------
    found : PriceAnswer
    form : {'json', 'csv'}
    handle : TextIO
    language : {'id', 'en'}
        Of the remarks.
    """
    from recommender.price_tables import PRICE_COLUMNS, price_record, price_rows

    if form == "json":
        record = price_record(found, language)
        handle.write(json.dumps(record, ensure_ascii=False, allow_nan=False, default=str, indent=2) + "\n")
        return
    writer = csv.DictWriter(handle, PRICE_COLUMNS, lineterminator="\n")
    writer.writeheader()
    for row in price_rows(found, language):
        for name in _FREE_TEXTS:
            # A spreadsheet would run such a name as a formula.
            if row[name] and row[name].startswith(_FORMULA_STARTS):
                row[name] = f"'{row[name]}"
        writer.writerow(row)
