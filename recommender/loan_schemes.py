"""Every financing scheme as it is stored, with the age of what was said about it."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

import pandas as pd

from features.frame_cells import day_of, number_of, whole_of
from features.origins import OLD_AFTER_DAYS
from recommender.store.reading import Reads

__all__ = ["LoanScheme", "loan_schemes"]


@dataclass(frozen=True, slots=True)
class LoanScheme:
    """One dated statement on a loan; statements may contradict each other, and none is smoothed away.

    Everything but ``scheme_id`` and ``name`` may be ``None``, which is unknown.

    Attributes
    ----------
    ceiling_idr, working_capital_ceiling_idr : int or None
        Whole rupiah a cooperative.
    rate_percent_per_year : float or None
    tenor_months, grace_months : int or None
        The tenor counts the grace months.
    needs_collateral : bool or None
    status : str or None
        ``open``, ``awaiting_guidance`` or ``withdrawn``; only an open scheme may be applied for.
    basis, source, note : str or None
    confirmed_on : date or None
    age_days : int or None
        Since it was confirmed; negative for a day to come.
    """

    scheme_id: str
    name: str
    ceiling_idr: int | None
    working_capital_ceiling_idr: int | None
    rate_percent_per_year: float | None
    tenor_months: int | None
    grace_months: int | None
    needs_collateral: bool | None
    status: str | None
    basis: str | None
    source: str | None
    confirmed_on: dt.date | None
    note: str | None
    age_days: int | None

    @property
    def is_open(self) -> bool:
        """Whether it may be applied for; an unknown status is not open."""
        return self.status == "open"

    @property
    def is_old(self) -> bool:
        """Whether it is to be confirmed again; an unknown day is told apart (``age_days`` is ``None``)."""
        return self.age_days is not None and self.age_days > OLD_AFTER_DAYS

    @property
    def has_rate_and_tenor(self) -> bool:
        """Whether instalments can be reckoned without asking anybody."""
        return self.rate_percent_per_year is not None and bool(self.tenor_months)

    @property
    def known_terms_count(self) -> int:
        """How many of its six terms are known."""
        terms = (
            self.ceiling_idr,
            self.working_capital_ceiling_idr,
            self.rate_percent_per_year,
            self.tenor_months,
            self.grace_months,
            self.needs_collateral,
        )
        return sum(one is not None for one in terms)


def loan_schemes(store: Reads, at: dt.date) -> list[LoanScheme]:
    """List all schemes, the latest statement first, undated ones last, ties by id.

    Parameters
    ----------
    store : Reads
    at : date
        The day that their age is counted to.
    """
    found = [_scheme(row, at) for row in store.frame("financing").to_dict("records")]
    found.sort(key=lambda one: (one.confirmed_on is None, one.age_days or 0, one.scheme_id))
    return found


def _scheme(row: dict[Any, Any], at: dt.date) -> LoanScheme:
    said_on = day_of(row["confirmed_on"])
    collateral = row["needs_collateral"]
    return LoanScheme(
        scheme_id=row["scheme_id"],
        name=row["name"],
        ceiling_idr=whole_of(row["ceiling_idr"]),
        working_capital_ceiling_idr=whole_of(row["working_capital_ceiling_idr"]),
        rate_percent_per_year=number_of(row["rate_percent_per_year"]),
        tenor_months=whole_of(row["tenor_months"]),
        grace_months=whole_of(row["grace_months"]),
        needs_collateral=None if pd.isna(collateral) else bool(collateral),
        status=row["status"],
        basis=row["basis"],
        source=row["source"],
        confirmed_on=said_on,
        note=row["note"],
        age_days=None if said_on is None else (at - said_on).days,
    )
