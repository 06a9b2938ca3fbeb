"""What one offer earns in one cooperative, with the figures it comes from and what its spread hangs on."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from features.frame_cells import day_of, number_of, text_of
from features.schema.loader import column
from models.economics.margin import MARGIN_BASES
from models.economics.pair import READINGS, Driver, MonthOfPair, drivers_of, month_of
from models.explain.texts import Language
from models.scoring.block import score_block
from recommender.directory import found_cooperative
from recommender.gathering import Gathered

__all__ = ["Month", "PairEconomics", "SpreadDriver", "pair_economics"]

Month = MonthOfPair
"""One month of one offer; doors name it without reaching into ``models``."""

_OFFER_FIELDS = ("demand_units_per_month", "margin_idr_per_unit", "running_cost_idr_per_month")


@dataclass(frozen=True, slots=True)
class SpreadDriver:
    """One thing that is not known, in words, and the margin at its low and its high reading."""

    field: str
    label: str
    of_offer: bool
    low_idr: float
    high_idr: float


@dataclass(frozen=True, slots=True)
class PairEconomics:
    """From demand to payback; ``None`` is unknown.

    Attributes
    ----------
    demand_label : str or None
        What demand is counted by, in words; ``None`` where the offer names nothing.
    demand_value : float or None
        Its value as stated (or the area's figure).
    units_each : float or None
        Units a month for one of it.
    low, likely, high : MonthOfPair
        With everything unknown at its low, usual and high reading.
    margin_per_unit_idr, capital_idr, jobs_count : float or None
    is_fee_only : bool
        A third party manages and pays: the cooperative earns a fee.
    margin_basis : str
        ``known``, ``assumed``, ``estimated`` or ``unknown``.
    drivers : tuple of SpreadDriver
        What the spread comes from, widest first; empty where nothing is unknown.
    basis, source : str or None
        Of the offer's own figures.
    confirmed_on : date or None
    """

    cooperative_id: str
    offer_id: str
    offer_title: str
    at: dt.date
    demand_label: str | None
    demand_value: float | None
    units_each: float | None
    low: MonthOfPair
    likely: MonthOfPair
    high: MonthOfPair
    margin_per_unit_idr: float | None
    capital_idr: float | None
    jobs_count: float | None
    is_fee_only: bool
    margin_basis: str
    drivers: tuple[SpreadDriver, ...]
    basis: str | None
    source: str | None
    confirmed_on: dt.date | None


def pair_economics(
    source: Gathered, cooperative_id: str, offer_id: str, *, language: Language
) -> PairEconomics:
    """Work out one pair.

    Parameters
    ----------
    source : Gathered
    cooperative_id : str
    offer_id : str
        Of an offer that is there.
    language : {'id', 'en'}
        Of the labels.

    Raises
    ------
    NotFoundError
        When there is no such cooperative.
    """
    context, at = source.context, source.context.offer_ids.index(offer_id)
    block = score_block(context, found_cooperative(source, cooperative_id), source.areas, keep=True)
    offers = {"low": context.low or context.typical, "high": context.high or context.typical}
    offers["typical"] = context.typical
    readings = {one: (block.arrays[one], offers[one]) for one in READINGS}
    stated = block.arrays["stated"]
    row: Mapping[str, object] = {str(name): value for name, value in context.offers.iloc[at].items()}
    unknown = [name for name in _OFFER_FIELDS if number_of(row[name]) is None]
    capital = number_of(row["capital_need_idr"])
    months = {one: month_of(*readings[one], at, capital) for one in READINGS}
    field = context.stated.demand_fields[at]
    low, high = sorted((months["low"], months["high"]), key=_margin)
    return PairEconomics(
        cooperative_id=cooperative_id,
        offer_id=offer_id,
        offer_title=str(row["title"]),
        at=source.at,
        demand_label=None if field is None else _label("cooperatives", field, language),
        demand_value=None
        if field is None or field not in stated.numbers
        else number_of(stated.numbers[field][0, 0]),
        units_each=number_of(row["demand_units_per_month"]),
        low=low,
        likely=months["typical"],
        high=high,
        margin_per_unit_idr=number_of(row["margin_idr_per_unit"]),
        capital_idr=capital,
        jobs_count=number_of(row["jobs_count"]),
        is_fee_only=row["funding"] == "third_party",
        margin_basis=MARGIN_BASES[block.margin.basis[0, at]],
        drivers=tuple(_driver(one, language) for one in drivers_of(readings, at, unknown)),
        basis=text_of(row["basis"]),
        source=text_of(row["source"]),
        confirmed_on=day_of(row["confirmed_on"]),
    )


def _driver(found: Driver, language: Language) -> SpreadDriver:
    table = "offers" if found.of_offer else "cooperatives"
    label = _label(table, found.field, language)
    return SpreadDriver(found.field, label, found.of_offer, found.low_idr, found.high_idr)


def _label(table: str, field: str, language: Language) -> str:
    known = column(table, field)
    return field if known is None else known.label_en if language == "en" else known.label_id


def _margin(month: MonthOfPair) -> float:
    return float("-inf") if month.margin_idr is None else month.margin_idr
