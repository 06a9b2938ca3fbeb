"""Totals: what a table adds up to."""

from decimal import Decimal

from models.financing.instalments import instalment_table
from models.financing.totals import LoanTotals, loan_totals


def test_totals_add_up():
    """A million over four months, one of grace: by hand."""
    found = loan_totals(instalment_table(1_000_000, Decimal(6), 4, 1), 1)
    paid = 5_000 + 2 * 336_672 + 336_673
    expected = LoanTotals(paid - 1_000_000, paid, 5_000, 336_672, 336_673)
    assert expected == found


def test_the_largest_payment_may_be_the_last():
    """Ten rupiah over four months: 3, 3, 3, 1; seven: 2, 2, 2, 1; nine: 2, 2, 2, 3."""
    assert [3, 2, 3] == [
        loan_totals(instalment_table(one, Decimal(0), 4), 0).largest_payment_idr for one in (10, 7, 9)
    ]
    assert 2 == loan_totals(instalment_table(9, Decimal(0), 4), 0).regular_payment_idr
