"""What an instalment table adds up to."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.financing.instalments import Instalment

__all__ = ["LoanTotals", "loan_totals"]


@dataclass(frozen=True, slots=True)
class LoanTotals:
    """A loan in five numbers, whole rupiah.

    Attributes
    ----------
    interest_idr, paid_idr : int
        Over the whole tenor; ``paid_idr`` is the loan and its interest.
    first_payment_idr : int
        Of the first month, often a grace month.
    regular_payment_idr : int
        Of the first month after the grace.
    largest_payment_idr : int
        Of the month that asks most.
    """

    interest_idr: int
    paid_idr: int
    first_payment_idr: int
    regular_payment_idr: int
    largest_payment_idr: int


def loan_totals(rows: Sequence[Instalment], grace_months: int) -> LoanTotals:
    """Add up a table.

    Parameters
    ----------
    rows : sequence of Instalment
        More of them than there are grace months.
    grace_months : int
    """
    return LoanTotals(
        interest_idr=sum(one.interest_idr for one in rows),
        paid_idr=sum(one.payment_idr for one in rows),
        first_payment_idr=rows[0].payment_idr,
        regular_payment_idr=rows[grace_months].payment_idr,
        largest_payment_idr=max(one.payment_idr for one in rows),
    )
