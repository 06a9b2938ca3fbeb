"""The instalment table of one loan: grace months, then equal payments, in whole rupiah."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from models.errors import LoanError

__all__ = ["LONGEST_TENOR_MONTHS", "Instalment", "instalment_table"]

LONGEST_TENOR_MONTHS = 600
"""Fifty years: what a scheme may state at most."""

_MONTHS_AND_PERCENT = 1200
_HIGHEST_RATE_PERCENT = 100


@dataclass(frozen=True, slots=True)
class Instalment:
    """What is paid in one month, and what is still owed after it; whole rupiah.

    ``month`` counts from 1; ``payment_idr`` is ``principal_idr`` plus ``interest_idr``.
    """

    month: int
    principal_idr: int
    interest_idr: int
    payment_idr: int
    balance_idr: int


def instalment_table(
    principal_idr: int, rate_percent_per_year: Decimal, tenor_months: int, grace_months: int = 0
) -> tuple[Instalment, ...]:
    """Return a loan's payments month by month.

    Parameters
    ----------
    principal_idr : int
        At least 1.
    rate_percent_per_year : Decimal
        0 to 100; a month's interest is a twelfth of it on what is still owed.
    tenor_months : int
        1 to 600, the grace months included.
    grace_months : int
        Fewer than ``tenor_months``; in them only interest is paid.

    Returns
    -------
    tuple of Instalment, length tenor_months
        The principal sums to the loan exactly, the last balance is 0, no figure is negative.

    Raises
    ------
    LoanError
        When a term is out of its range.

    Notes
    -----
    All is reckoned in whole numbers. With q = 1 + rate/1200 and n equal payments, the exact payment is
    P (q - 1) q^n / (q^n - 1) and the exact interest of the k-th is P (q - 1) (q^n - q^(k-1)) / (q^n - 1).
    Both are rounded to the nearest rupiah, halves up; the principal is their difference, which is why each
    figure is within one rupiah of the exact one. The interest follows the exact balance rather than the
    rounded one, so that what was rounded never bears interest itself: it only adds up, by less than a rupiah
    a month, and the last payment takes it. Where payments are so small that this would pay the loan off
    early, the months left over are empty.

    Examples
    --------
    >>> for one in instalment_table(1_000_000, Decimal(6), 4, 1):
    ...     print(one.month, one.principal_idr, one.interest_idr, one.payment_idr, one.balance_idr)
    1 0 5000 5000 1000000
    2 331672 5000 336672 668328
    3 333330 3342 336672 334998
    4 334998 1675 336673 0
    """
    _check_terms(principal_idr, rate_percent_per_year, tenor_months, grace_months)
    paying_months = tenor_months - grace_months
    (payment, first_interest), *exact = _rounded_months(principal_idr, rate_percent_per_year, paying_months)
    found = [
        Instalment(month, 0, first_interest, first_interest, principal_idr)
        for month in range(1, grace_months + 1)
    ]
    balance = principal_idr
    for month, interest in enumerate([first_interest, *(one for _, one in exact)], start=grace_months + 1):
        due = interest if balance else 0
        principal = balance if month == tenor_months else min(payment - due, balance)
        balance -= principal
        found.append(Instalment(month, principal, due, principal + due, balance))
    return tuple(found)


def _rounded_months(principal_idr: int, rate: Decimal, months: int) -> Iterator[tuple[int, int]]:
    """Yield for each paying month the equal payment and its exact interest, both rounded."""
    numerator, denominator = rate.as_integer_ratio()
    step = _MONTHS_AND_PERCENT * denominator
    grown = step + numerator  # q = grown / step
    if not numerator:
        payment = _rounded(principal_idr, months)
        yield from ((payment, 0) for _ in range(months))
        return
    full, rest = grown**months, step**months
    # rate/1200 of the principal, over q^n - 1, all multiplied by step^n
    share = principal_idr * numerator
    below = step * (full - rest)
    payment = _rounded(share * full, below)
    owed = rest  # q^(k-1) times step^n
    for _ in range(months):
        yield payment, _rounded(share * (full - owed), below)
        owed = owed // step * grown


def _rounded(numerator: int, denominator: int) -> int:
    return (2 * numerator + denominator) // (2 * denominator)


def _check_terms(principal_idr: int, rate: Decimal, tenor_months: int, grace_months: int) -> None:
    if principal_idr < 1:
        raise LoanError(
            "principal_idr",
            "Jumlah pinjaman harus lebih dari Rp0. Isi jumlahnya, misalnya 50 juta.",
            "The loan must be more than Rp0. Give its amount, for example 50 juta.",
        )
    if not 0 <= rate <= _HIGHEST_RATE_PERCENT:
        raise LoanError(
            "rate_percent_per_year",
            "Bunga harus 0 sampai 100 persen setahun. Periksa bunganya.",
            "The rate must be 0 to 100 percent a year. Check the rate.",
        )
    if not 1 <= tenor_months <= LONGEST_TENOR_MONTHS:
        raise LoanError(
            "tenor_months",
            f"Tenor harus 1 sampai {LONGEST_TENOR_MONTHS} bulan. Periksa tenornya.",
            f"The tenor must be 1 to {LONGEST_TENOR_MONTHS} months. Check the tenor.",
        )
    if not 0 <= grace_months < tenor_months:
        raise LoanError(
            "tenor_months",
            f"Tenor ({tenor_months} bulan) harus lebih panjang daripada masa tenggang ({grace_months} bulan) "
            "karena masa tenggang termasuk di dalamnya. Isi tenor yang lebih panjang.",
            f"The tenor ({tenor_months} months) must be longer than the grace ({grace_months} months), which "
            "is part of it. Give a longer tenor.",
        )
