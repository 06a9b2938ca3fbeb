"""A bundle as JSON with everything, or as CSV with one row per offer."""

from dataclasses import asdict
from typing import TYPE_CHECKING, TextIO

from api.cli.records import write_csv, write_json
from api.cli.suggestion_files import suggestion_object
from api.texts import Language

if TYPE_CHECKING:
    from recommender.advice.bundle_records import Bundle

__all__ = ["BUNDLE_COLUMNS", "write_bundle"]

BUNDLE_COLUMNS = (
    "cooperative_id",
    "rank",
    "offer_id",
    "status",
    "success_probability",
    "expected_margin_idr",
    "expected_value_idr",
    "jobs_count",
    "shop_area_m2",
    "store_area_m2",
    "capital_idr",
    "recommendation_id",
)


def write_bundle(found: "Bundle", form: str, handle: TextIO, language: Language) -> None:
    """Write a bundle; ``json`` has limits, what is left out and what would help as well.

    Parameters
    ----------
    found : Bundle
    form : {'json', 'csv'}
    handle : TextIO
    language : {'id', 'en'}
        Of the sentences.
    """
    if form == "json":
        record = asdict(found)
        record["unknown_limits"] = found.unknown_limits
        for written, one in zip(record["offers"], found.offers, strict=True):
            written["suggestion"] = suggestion_object(one.suggestion, language)
        write_json(record, handle)
        return
    rows = (
        {name: getattr(one if hasattr(one, name) else one.suggestion, name) for name in BUNDLE_COLUMNS}
        for one in found.offers
    )
    write_csv(BUNDLE_COLUMNS, rows, handle)
