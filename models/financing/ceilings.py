"""How much a scheme lends, and how much of it for working capital."""

from models.errors import LoanError

__all__ = ["beyond_working_capital_idr", "check_ceiling"]


def check_ceiling(principal_idr: int, ceiling_idr: int | None) -> None:
    """Refuse a loan above the ceiling; an unknown ceiling refuses nothing.

    Raises
    ------
    LoanError
        When the scheme does not lend that much.
    """
    if ceiling_idr is not None and principal_idr > ceiling_idr:
        most_en = f"Rp{ceiling_idr:,}"
        raise LoanError(
            "principal_idr",
            f"Pinjaman melebihi plafon skema ini, {most_en.replace(',', '.')}. Isi paling banyak sebesar "
            "itu, atau pilih skema lain.",
            f"The loan is above this scheme's ceiling, {most_en}. Ask for at most that much, or choose "
            "another scheme.",
        )


def beyond_working_capital_idr(principal_idr: int, ceiling_idr: int | None) -> int:
    """Return how much of a loan may not be used as working capital; 0 where the limit is unknown.

    Examples
    --------
    >>> beyond_working_capital_idr(600_000_000, 500_000_000), beyond_working_capital_idr(1, None)
    (100000000, 0)
    """
    return 0 if ceiling_idr is None else max(principal_idr - ceiling_idr, 0)
