"""`sanding loan`: the instalments of a loan under a scheme, with the warning that belongs to it."""

from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.answers import shown_or_written
from api.cli.options import FormatOption, LanguageOption, OutOption
from api.texts import Language

if TYPE_CHECKING:
    from recommender.financing import LoanPlan

__all__ = ["loan"]

# Where a term that does not fit can be given otherwise.
_OPTIONS = {"principal_idr": "--principal", "tenor_months": "--tenor", "rate_percent_per_year": "--rate"}


_Principal = Annotated[
    str,
    typer.Option(
        "--principal",
        metavar="N",
        help="Jumlah pinjaman, misalnya '50 juta'. / Amount of the loan, such as 50000000.",
        show_default=False,
    ),
]
_Scheme = Annotated[
    str | None,
    typer.Option(
        "--scheme",
        metavar="SCHEME_ID",
        help="Skema; bawaan: yang syaratnya paling lengkap diketahui. "
        "/ Scheme; default: the one whose terms are best known.",
        show_default=False,
    ),
]
_Tenor = Annotated[
    int | None,
    typer.Option(
        "--tenor",
        metavar="MONTHS",
        help="Tenor dalam bulan, termasuk masa tenggang; bawaan: tenor skema. "
        "/ Tenor in months, grace included; default: the scheme's.",
        show_default=False,
    ),
]
_Rate = Annotated[
    str | None,
    typer.Option(
        "--rate",
        metavar="PERCENT",
        help="Bunga persen setahun, hanya bila skema tidak menyebutnya. "
        "/ Percent a year, only where the scheme states none.",
        show_default=False,
    ),
]


def loan(
    principal: _Principal,
    scheme_id: _Scheme = None,
    tenor_months: _Tenor = None,
    rate: _Rate = None,
    form: FormatOption = None,
    out: OutOption = None,
    language: LanguageOption = "id",
) -> None:
    """Tabel angsuran sebuah pinjaman, dengan peringatannya. / Instalments of a loan, with its warnings."""
    from api.cli.loan_files import write_loan
    from api.cli.loan_view import show_loan
    from recommender.errors import LoanRefusedError, RefusedError

    try:
        found = _plan(principal, scheme_id, tenor_months, rate, language)
    except LoanRefusedError as error:
        option = _OPTIONS[error.field]
        raise RefusedError(
            f"{error.message_id} (Pilihan: {option})", f"{error.message_en} (Option: {option})"
        ) from error
    chosen = shown_or_written(
        form,
        out,
        lambda console: show_loan(console, found, language),
        lambda chosen, handle: write_loan(found, chosen, handle, language),
    )
    if chosen == "csv":
        # a table of numbers has no room for them, and nobody should miss them
        for one in found.remarks:
            typer.echo(one.say(language), err=True)


def _plan(
    principal: str, scheme_id: str | None, tenor_months: int | None, rate: str | None, language: Language
) -> "LoanPlan":
    from recommender.financing import LoanWish, loan_plan, typed_term
    from recommender.workspace import open_workspace

    wish = LoanWish(
        principal_idr=int(typed_term("principal_idr", principal, language)),
        scheme_id=scheme_id,
        tenor_months=tenor_months,
        # a shell knows no language: the sign in the number tells which it is
        rate_percent_per_year=None
        if rate is None
        else typed_term("rate_percent_per_year", rate, "id" if "," in rate else "en"),
    )
    with open_workspace() as workspace:
        return loan_plan(workspace.store, wish, workspace.today())
