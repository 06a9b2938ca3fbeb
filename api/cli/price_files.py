"""A price comparison as JSON, or as CSV with one row per item and the basket below."""

from typing import TYPE_CHECKING, TextIO

from api.cli.records import write_csv, write_json
from api.texts import Language

if TYPE_CHECKING:
    from recommender.pricing import PriceAnswer

__all__ = ["write_prices"]


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
        write_json(record, handle)
        return
    write_csv(PRICE_COLUMNS, price_rows(found, language), handle)
