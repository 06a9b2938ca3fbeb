"""A loan's instalments as CSV, or as JSON with everything that is said beside them."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, TextIO

from api.cli.records import write_csv, write_json
from api.texts import Language

if TYPE_CHECKING:
    from recommender.financing import LoanPlan

__all__ = ["INSTALMENT_COLUMNS", "loan_object", "write_loan"]

INSTALMENT_COLUMNS = ("month", "principal_idr", "interest_idr", "payment_idr", "balance_idr")


def write_loan(found: "LoanPlan", form: str, handle: TextIO, language: Language) -> None:
    """Write a loan.

    Parameters
    ----------
    found : LoanPlan
    form : {'json', 'csv'}
        In CSV one row a month, in whole rupiah.
    handle : TextIO
    language : {'id', 'en'}
        Of the remarks.
    """
    if form == "json":
        write_json(loan_object(found, language), handle)
        return
    write_csv(INSTALMENT_COLUMNS, (asdict(one) for one in found.rows), handle)


def loan_object(found: "LoanPlan", language: Language) -> dict[str, Any]:
    """Return a loan as a JSON object; ``warning`` is that of the status, ``null`` for an open scheme."""
    return {
        "at": found.at,
        "scheme": asdict(found.scheme) | {"is_open": found.scheme.is_open, "is_old": found.scheme.is_old},
        "warning": None if found.scheme.is_open else found.remarks[0].say(language),
        "remarks": [
            {"code": one.code, "kind": one.kind, "message": one.say(language)} for one in found.remarks
        ],
        "principal_idr": found.principal_idr,
        "rate_percent_per_year": found.rate_percent_per_year,
        "tenor_months": found.tenor_months,
        "grace_months": found.grace_months,
        "totals": asdict(found.totals),
        "instalments": [asdict(one) for one in found.rows],
    }
