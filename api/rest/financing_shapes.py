"""Financing schemes and instalments as JSON."""

import datetime as dt

from pydantic import BaseModel, Field

from api.texts import Language
from recommender.financing import LoanPlan
from recommender.loan_remarks import LoanRemark
from recommender.loan_schemes import LoanScheme

__all__ = ["LoanSchedule", "Scheme", "SchemePage"]


class Remark(BaseModel):
    """What has to be said beside a scheme or a loan."""

    code: str = Field(description="Stable, such as `status_withdrawn` or `grace_unknown`.")
    kind: str = Field(description="`warning`, `assumption` or `information`.")
    message: str = Field(description="A sentence in the language asked for.")

    @classmethod
    def of(cls, found: LoanRemark, language: Language) -> "Remark":
        """Shape one remark."""
        return cls(code=found.code, kind=found.kind, message=found.say(language))


class Scheme(BaseModel):
    """One dated statement on a loan; statements may contradict each other. `null` is unknown."""

    scheme_id: str = Field(description="Scheme ID.")
    name: str = Field(description="Name.")
    ceiling_idr: int | None = Field(description="Ceiling, rupiah.")
    working_capital_ceiling_idr: int | None = Field(description="Working-capital ceiling, rupiah.")
    rate_percent_per_year: float | None = Field(description="Rate, percent a year.")
    tenor_months: int | None = Field(description="Tenor, months, grace included.")
    grace_months: int | None = Field(description="Grace, months in which only interest is paid.")
    needs_collateral: bool | None = Field(description="Whether collateral is needed.")
    status: str | None = Field(
        description="`open`, `awaiting_guidance` or `withdrawn`; only an open one may be applied for."
    )
    basis: str | None = Field(description="`fact` or `assumption`.")
    source: str | None = Field(description="Source.")
    confirmed_on: dt.date | None = Field(description="Confirmed on.")
    note: str | None = Field(description="Note, in Indonesian.")
    age_days: int | None = Field(description="Days since it was confirmed.")
    is_open: bool = Field(description="Whether it may be applied for.")
    is_old: bool = Field(description="Whether it was confirmed more than 90 days ago: confirm it again.")
    remarks: list[Remark] = Field(description="Its status in words, first; then its age.")

    @classmethod
    def of(cls, found: LoanScheme, remarks: list[LoanRemark], language: Language) -> "Scheme":
        """Shape one scheme."""
        values = {name: getattr(found, name) for name in cls.model_fields if name != "remarks"}
        return cls(**values, remarks=[Remark.of(one, language) for one in remarks])


class SchemePage(BaseModel):
    """A part of the list, by id."""

    items: list[Scheme]
    total: int = Field(description="Rows in all parts together.")
    next_cursor: str | None = Field(description="For the next part; `null` on the last one.")


class InstalmentShape(BaseModel):
    """One month, whole rupiah."""

    month: int = Field(description="Counted from 1.")
    principal_idr: int = Field(description="Paid back, rupiah; 0 in grace months.")
    interest_idr: int = Field(description="Interest, rupiah.")
    payment_idr: int = Field(description="Principal and interest, rupiah.")
    balance_idr: int = Field(description="Still owed after it, rupiah.")


class TotalsShape(BaseModel):
    """What the months add up to, whole rupiah."""

    interest_idr: int = Field(description="Interest in all, rupiah.")
    paid_idr: int = Field(description="Loan and interest, rupiah.")
    first_payment_idr: int = Field(description="Payment of the first month, rupiah.")
    regular_payment_idr: int = Field(description="Payment of the first month after the grace, rupiah.")
    largest_payment_idr: int = Field(description="Largest payment of a month, rupiah.")


class LoanSchedule(BaseModel):
    """The instalments of one loan under one scheme."""

    scheme_id: str
    at: dt.date = Field(description="The day that ages are counted to.")
    status: str | None = Field(description="Of the scheme: `open`, `awaiting_guidance` or `withdrawn`.")
    warning: str | None = Field(description="What its status means; `null` for an open scheme only.")
    remarks: list[Remark] = Field(description="Everything to be said: status, age, assumptions, limits.")
    principal_idr: int = Field(description="The loan, rupiah.")
    rate_percent_per_year: float = Field(description="Reckoned with, percent a year.")
    tenor_months: int = Field(description="Reckoned with, months, grace included.")
    grace_months: int = Field(description="Reckoned with; 0 where unknown, and a remark says so.")
    totals: TotalsShape
    instalments: list[InstalmentShape] = Field(description="Month by month.")

    @classmethod
    def of(cls, found: LoanPlan, language: Language) -> "LoanSchedule":
        """Shape one loan."""
        return cls(
            scheme_id=found.scheme.scheme_id,
            at=found.at,
            status=found.scheme.status,
            warning=None if found.scheme.is_open else found.remarks[0].say(language),
            remarks=[Remark.of(one, language) for one in found.remarks],
            principal_idr=found.principal_idr,
            rate_percent_per_year=found.rate_percent_per_year,
            tenor_months=found.tenor_months,
            grace_months=found.grace_months,
            totals=TotalsShape.model_validate(found.totals, from_attributes=True),
            instalments=[InstalmentShape.model_validate(one, from_attributes=True) for one in found.rows],
        )
