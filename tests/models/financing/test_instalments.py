"""Instalments: sums that close, exact months, the same numbers as another library's."""

from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

import numpy_financial as npf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import LoanError
from models.financing.instalments import LONGEST_TENOR_MONTHS, Instalment, instalment_table

RATES = st.decimals(0, 100, places=3, allow_nan=False) | st.sampled_from([Decimal(0), Decimal(6), Decimal(3)])


@st.composite
def loans(draw, longest=LONGEST_TENOR_MONTHS, least=1):
    """Any loan that a scheme may state: principal, rate, tenor, grace."""
    tenor = draw(st.integers(1, longest))
    grace = draw(st.integers(0, tenor - 1))
    return draw(st.integers(least, 10**12)), draw(RATES), tenor, grace


def exact_table(principal, rate, tenor, grace):
    """The same loan in fractions, month after month as a textbook has it: interest, principal, balance."""
    monthly, months = Fraction(rate) / 1200, tenor - grace
    growth = (1 + monthly) ** months
    payment = principal * monthly * growth / (growth - 1) if monthly else Fraction(principal, months)
    balance, rows = Fraction(principal), []
    for month in range(1, tenor + 1):
        interest = balance * monthly
        repaid = Fraction(0) if month <= grace else payment - interest
        balance -= repaid
        rows.append((interest, repaid, balance))
    return rows


@given(loans())
def test_the_loan_is_paid_back_to_the_rupiah(loan):
    """Whatever the terms: principal sums to the loan, the last balance is 0, nothing is negative."""
    principal, _, tenor, _ = loan
    rows = instalment_table(*loan)
    assert list(range(1, tenor + 1)) == [one.month for one in rows]
    assert principal == sum(one.principal_idr for one in rows)
    assert 0 == rows[-1].balance_idr
    balance = principal
    for one in rows:
        balance -= one.principal_idr
        assert balance == one.balance_idr
        assert one.payment_idr == one.principal_idr + one.interest_idr
        assert min(one.principal_idr, one.interest_idr, one.payment_idr, one.balance_idr) >= 0


@given(loans())
def test_grace_months_carry_interest_only(loan):
    """All of them the same, on the whole loan."""
    principal, rate, _, grace = loan
    monthly = int((principal * rate / 1200).quantize(Decimal(1), ROUND_HALF_UP))
    expected = [Instalment(month, 0, monthly, monthly, principal) for month in range(1, grace + 1)]
    assert expected == list(instalment_table(*loan)[:grace])


@given(loans(least=10**6))
def test_payments_after_the_grace_are_equal_but_the_last(loan):
    """The last one takes the rounding: less than a rupiah for each month."""
    *regular, last = [one.payment_idr for one in instalment_table(*loan)[loan[3] :]]
    assert len(set(regular)) <= 1
    if regular:
        assert abs(last - regular[0]) <= len(regular) + 1


@given(loans(longest=48, least=10**6))
def test_each_figure_is_within_a_rupiah_of_the_exact_one(loan):
    """In fractions, whatever the rate; balances by a rupiah a month, for roundings only add up."""
    rows = instalment_table(*loan)
    months = len(rows) - loan[3]
    for one, (interest, repaid, balance) in zip(rows, exact_table(*loan), strict=True):
        most = 1 if one.month < len(rows) else months
        assert abs(one.interest_idr - interest) <= Fraction(1, 2)
        assert abs(one.principal_idr - repaid) <= most
        assert abs(one.balance_idr - balance) <= max(one.month - loan[3], 0)


@given(
    st.integers(10**6, 3 * 10**9),
    st.sampled_from([Decimal(3), Decimal(6), Decimal("9.25"), Decimal(18)]),
    st.integers(1, 120),
    st.integers(0, 12),
)
def test_the_figures_are_those_of_numpy_financial(principal, rate, months, grace):
    """Within a rupiah a month; the last one holds what the months before were rounded by."""
    rows = instalment_table(principal, rate, months + grace, grace)[grace:]
    monthly = float(rate) / 1200
    payment = -npf.pmt(monthly, months, principal)
    for period, one in enumerate(rows, start=1):
        most = 1.001 if period < months else months + 0.001
        assert abs(one.payment_idr - payment) <= most
        assert abs(one.interest_idr + npf.ipmt(monthly, period, months, principal)) <= 1.001
        assert abs(one.principal_idr + npf.ppmt(monthly, period, months, principal)) <= most


@given(st.integers(1, 10**12), st.integers(1, LONGEST_TENOR_MONTHS))
def test_a_loan_without_interest_is_divided(principal, tenor):
    """Only what was borrowed is paid."""
    rows = instalment_table(principal, Decimal(0), tenor)
    assert {0} == {one.interest_idr for one in rows}
    assert principal == sum(one.payment_idr for one in rows)


def test_one_month_pays_everything():
    """Tenor 1: the loan and a month's interest."""
    expected = (Instalment(1, 1_000_000, 5_000, 1_005_000, 0),)
    assert expected == instalment_table(1_000_000, Decimal(6), 1)
    assert (Instalment(1, 7, 0, 7, 0),) == instalment_table(7, Decimal(0), 1)


def test_the_regulations_loan():
    """PMK 49: Rp500 million at 6 %, 72 months, 6 of grace; the payment by the textbook's formula."""
    rows = instalment_table(500_000_000, Decimal(6), 72, 6)
    assert {(0, 2_500_000, 2_500_000)} == {
        (one.principal_idr, one.interest_idr, one.payment_idr) for one in rows[:6]
    }
    with localcontext(prec=40):
        factor = Decimal("1.005") ** 66
        payment = 500_000_000 * Decimal("0.005") * factor / (factor - 1)
    assert int(payment.quantize(Decimal(1), ROUND_HALF_UP)) == rows[6].payment_idr
    assert rows[-1].payment_idr != rows[6].payment_idr


def test_the_highest_rate_over_the_longest_time_stays_exact():
    """Roundings bear no interest, so that 50 years at 100 % still end with an ordinary payment."""
    rows = instalment_table(50_000_000, Decimal(100), 600)
    assert abs(rows[-1].payment_idr - rows[0].payment_idr) <= 600


def test_rupiah_that_cannot_be_divided_are_paid_at_the_end_or_early():
    """Ten rupiah over 600 months are paid at once in the end; 400 over 600 in the first 400 months."""
    assert [0] * 599 + [10] == [one.payment_idr for one in instalment_table(10, Decimal(0), 600)]
    assert [1] * 400 + [0] * 200 == [one.payment_idr for one in instalment_table(400, Decimal(0), 600)]


@pytest.mark.parametrize(
    ("terms", "field"),
    [
        ((0, Decimal(6), 12, 0), "principal_idr"),
        ((-1, Decimal(6), 12, 0), "principal_idr"),
        ((1, Decimal("-0.1"), 12, 0), "rate_percent_per_year"),
        ((1, Decimal("100.1"), 12, 0), "rate_percent_per_year"),
        ((1, Decimal(6), 0, 0), "tenor_months"),
        ((1, Decimal(6), 601, 0), "tenor_months"),
        ((1, Decimal(6), 6, 6), "tenor_months"),
        ((1, Decimal(6), 6, 7), "tenor_months"),
        ((1, Decimal(6), 6, -1), "tenor_months"),
    ],
)
def test_terms_out_of_range_are_refused(terms, field):
    """With the name of the term and what to do, in both languages."""
    with pytest.raises(LoanError) as caught:
        instalment_table(*terms)
    assert field == caught.value.field
    assert ("Isi" in caught.value.message_id) or ("Periksa" in caught.value.message_id)
    assert caught.value.message_en
