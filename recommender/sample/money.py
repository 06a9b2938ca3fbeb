"""Capital, cash, collateral and loan of one cooperative (generated)."""

from recommender.sample.draws import Draws
from recommender.sample.standing import Standing
from recommender.sample.values import Row

__all__ = ["draw_money"]

CAPITAL_MEDIAN_IDR = 5_000_000
CAPITAL_MINIMUM_IDR, CAPITAL_MAXIMUM_IDR = 500_000, 150_000_000
LOAN_MONTHS = 36


def draw_money(member_count: int, standing: Standing, draws: Draws) -> Row:
    """Return the money columns in whole rupiah.

    Capital is log-normal (median Rp5 m, heavy tail, Rp0.5 m to 150 m) and grows with the members,
    because it is their dues; cash is the part not tied up. Loans are rare: the one cooperative that
    was asked had none from a state bank (K7).
    """
    median = CAPITAL_MEDIAN_IDR * (member_count / 60) ** 0.6 * (0.6 + 0.8 * standing.readiness)
    drawn = min(max(draws.lognormal(median, 1.1), CAPITAL_MINIMUM_IDR), CAPITAL_MAXIMUM_IDR)
    capital = round(drawn / 50_000) * 50_000
    cash = min(round(capital * draws.between(0.25, 0.95) / 50_000) * 50_000, 100_000_000)
    collateral = draws.whole(4, 60) * 5_000_000 if draws.chance(0.3) else 0
    loan = draws.whole(2, 20) * 2_500_000 if draws.chance(0.06) else 0
    return {
        "own_capital_idr": capital,
        "cash_idr": cash,
        "collateral_idr": collateral,
        "loan_idr": loan,
        # Principal in equal parts plus 1 % a month on the loan, as small lenders reckon it.
        "loan_payment_idr_per_month": round((loan / LOAN_MONTHS + 0.01 * loan) / 1_000) * 1_000,
    }
