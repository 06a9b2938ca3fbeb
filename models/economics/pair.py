"""What one offer earns in one cooperative, from demand to payback, at three readings of what is not known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from features.frame_cells import number_of
from features.pairs.cooperatives import CooperativeArrays
from features.pairs.demand import units_per_month
from features.pairs.offers import OfferArrays

__all__ = ["READINGS", "Driver", "MonthOfPair", "Readings", "drivers_of", "month_of"]

READINGS: Final[tuple[Literal["low", "typical", "high"], ...]] = ("low", "typical", "high")

Reading = Literal["low", "typical", "high"]
Readings = Mapping[Reading, tuple[CooperativeArrays, OfferArrays]]
"""One cooperative and all offers, at each of ``READINGS``."""


@dataclass(frozen=True, slots=True)
class MonthOfPair:
    """One month of one offer in one cooperative; ``None`` is unknown.

    Attributes
    ----------
    demand_units : float or None
        What is asked for, before any ceiling.
    ceiling_units : float or None
        The most that the partner supplies; ``None`` does not cap.
    sold_units : float or None
    gross_idr, running_cost_idr, margin_idr : float or None
        Rupiah a month; the margin is what is left after running cost.
    payback_months : float or None
        Capital over margin; ``None`` where either is unknown or the margin is not positive.
    """

    demand_units: float | None
    ceiling_units: float | None
    sold_units: float | None
    gross_idr: float | None
    running_cost_idr: float | None
    margin_idr: float | None
    payback_months: float | None


@dataclass(frozen=True, slots=True)
class Driver:
    """One thing that is not known and how far the margin moves between its low and its high reading.

    ``field`` is a column of the cooperatives, or of the offers where ``of_offer``.
    """

    field: str
    of_offer: bool
    low_idr: float
    high_idr: float

    @property
    def swing_idr(self) -> float:
        """How far the margin moves."""
        return abs(self.high_idr - self.low_idr)


def month_of(
    block: CooperativeArrays, offers: OfferArrays, column: int, capital_idr: float | None = None
) -> MonthOfPair:
    """Work out one month of one offer in the block's first cooperative.

    Parameters
    ----------
    block : CooperativeArrays
        At some reading.
    offers : OfferArrays
        At some reading.
    column : int
        The offer's position.
    capital_idr : float or None
        What the offer states that it needs; without it nothing is said of payback.
    """
    numbers = {name: number_of(values[0, column]) for name, values in offers.numbers.items()}
    demand = number_of(units_per_month(block, offers)[0, column])
    ceiling = numbers["max_units_per_month"]
    sold = demand if demand is None or ceiling is None else min(demand, ceiling)
    per_unit, cost = numbers["margin_idr_per_unit"], numbers["running_cost_idr_per_month"]
    gross = None if sold is None or per_unit is None else sold * per_unit
    margin = None if gross is None or cost is None else gross - cost
    pays = margin is not None and margin > 0
    return MonthOfPair(
        demand_units=demand,
        ceiling_units=ceiling,
        sold_units=sold,
        gross_idr=gross,
        running_cost_idr=cost,
        margin_idr=margin,
        payback_months=capital_idr / margin if pays and capital_idr is not None and margin else None,
    )


def drivers_of(readings: Readings, column: int, offer_fields: Sequence[str]) -> tuple[Driver, ...]:
    """Return what the margin's spread comes from, widest first, ties by name; what moves nothing is left out.

    Parameters
    ----------
    readings : Readings
        What is stated is the same in all of them and drives nothing.
    column : int
        The offer's position.
    offer_fields : sequence of str
        Columns of the offer that are not stated.
    """
    typical_block, typical_offers = readings["typical"]
    found = []
    field = typical_offers.demand_fields[column]
    if field is not None:
        ends = [month_of(readings[one][0], typical_offers, column).margin_idr for one in ("low", "high")]
        found += _driver(field, ends, of_offer=False)
    for name in offer_fields:
        ends = []
        for one in ("low", "high"):
            numbers = {**typical_offers.numbers, name: readings[one][1].numbers[name]}
            offers = OfferArrays(
                typical_offers.ids,
                numbers,
                typical_offers.sector,
                typical_offers.demand_fields,
                typical_offers.competition_fields,
                typical_offers.commodities,
            )
            ends.append(month_of(typical_block, offers, column).margin_idr)
        found += _driver(name, ends, of_offer=True)
    return tuple(sorted(found, key=lambda one: (-one.swing_idr, one.field)))


def _driver(field: str, ends: Sequence[float | None], *, of_offer: bool) -> list[Driver]:
    low, high = ends
    if low is None or high is None or low == high:
        return []
    return [Driver(field, of_offer, min(low, high), max(low, high))]
