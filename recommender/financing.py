"""Use case: the instalments of a loan under a stored scheme, with the warnings that belong to it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from features.schema.loader import columns
from models.errors import LoanError
from models.explain.texts import Language
from models.financing.ceilings import beyond_working_capital_idr, check_ceiling
from models.financing.instalments import Instalment, instalment_table
from models.financing.totals import LoanTotals, loan_totals
from recommender.errors import LoanRefusedError, NotFoundError, RefusedError
from recommender.loan_remarks import LoanRemark, scheme_remarks, term_remarks
from recommender.loan_schemes import LoanScheme, loan_schemes
from recommender.stating import stated_value
from recommender.store.reading import Reads

__all__ = ["LoanPlan", "LoanWish", "best_known_scheme", "loan_plan", "typed_term"]

# A term is read as the column of its kind is.
_COLUMNS = {
    "principal_idr": "ceiling_idr",
    "tenor_months": "tenor_months",
    "rate_percent_per_year": "rate_percent_per_year",
}


@dataclass(frozen=True, slots=True)
class LoanWish:
    """What is asked for.

    Attributes
    ----------
    principal_idr : int
        Whole rupiah.
    scheme_id : str or None
        ``None`` takes the scheme whose terms are best known.
    tenor_months : int or None
        ``None`` takes the scheme's; a given one may be shorter, or fill in an unknown one.
    rate_percent_per_year : float or None
        Only for a scheme whose rate is unknown.
    """

    principal_idr: int
    scheme_id: str | None = None
    tenor_months: int | None = None
    rate_percent_per_year: float | None = None


@dataclass(frozen=True, slots=True)
class LoanPlan:
    """The instalments of one loan.

    Attributes
    ----------
    at : date
        The day that ages are counted to.
    scheme : LoanScheme
    principal_idr, tenor_months, grace_months : int
        As reckoned with; an unknown grace is reckoned as none, and a remark says so.
    rate_percent_per_year : float
    remarks : tuple of LoanRemark
        The status first; never empty.
    rows : tuple of Instalment, length ``tenor_months``
    totals : LoanTotals
    """

    at: dt.date
    scheme: LoanScheme
    principal_idr: int
    rate_percent_per_year: float
    tenor_months: int
    grace_months: int
    remarks: tuple[LoanRemark, ...]
    rows: tuple[Instalment, ...]
    totals: LoanTotals


def loan_plan(store: Reads, wish: LoanWish, at: dt.date) -> LoanPlan:
    """Reckon a loan under a scheme.

    Parameters
    ----------
    store : Reads
    wish : LoanWish
    at : date
        Today.

    Raises
    ------
    NotFoundError
        When there is no such scheme, or none at all.
    LoanRefusedError
        When the scheme does not lend on these terms, or a term that is needed is unknown.
    """
    schemes = loan_schemes(store, at)
    scheme = _chosen(schemes, wish.scheme_id)
    try:
        check_ceiling(wish.principal_idr, scheme.ceiling_idr)
        rate, tenor = _rate(scheme, wish, schemes), _tenor(scheme, wish)
        grace = scheme.grace_months or 0
        # the shortest digits of the stored number are the ones that were stated
        rows = instalment_table(wish.principal_idr, Decimal(repr(rate)), tenor, grace)
    except LoanError as error:
        raise LoanRefusedError(error.field, error.message_id, error.message_en) from error
    beyond = beyond_working_capital_idr(wish.principal_idr, scheme.working_capital_ceiling_idr)
    given: list[tuple[str, float]] = []
    if scheme.tenor_months is None:
        given.append(("tenor_months", tenor))
    if scheme.rate_percent_per_year is None:
        given.append(("rate_percent_per_year", rate))
    remarks = [*scheme_remarks(scheme, schemes), *term_remarks(scheme, beyond, given)]
    if wish.scheme_id is None:
        remarks.append(_default_taken(scheme))
    return LoanPlan(
        at=at,
        scheme=scheme,
        principal_idr=wish.principal_idr,
        rate_percent_per_year=rate,
        tenor_months=tenor,
        grace_months=grace,
        remarks=tuple(remarks),
        rows=rows,
        totals=loan_totals(rows, grace),
    )


def best_known_scheme(schemes: Sequence[LoanScheme]) -> LoanScheme | None:
    """Return the scheme to reckon with when none is named; ``None`` when there is none.

    An open one whose rate and tenor are known comes first, then the one with most known terms, then the
    latest, then by id.

    Parameters
    ----------
    schemes : sequence of LoanScheme
        The latest first, as ``loan_schemes`` gives them.
    """
    return max(
        schemes,
        key=lambda one: (
            one.is_open and one.has_rate_and_tenor,
            one.has_rate_and_tenor,
            one.known_terms_count,
        ),
        default=None,
    )


def typed_term(name: str, text: str, language: Language) -> int | float:
    """Read what was typed for a term by the cell rules, such as ``50 juta``.

    Parameters
    ----------
    name : str
        ``principal_idr``, ``tenor_months`` or ``rate_percent_per_year``.
    text : str
    language : {'id', 'en'}
        Whether decimals have a comma or a point.

    Raises
    ------
    LoanRefusedError
        When nothing was typed, it is said to be unknown, or it cannot be read; says how to write it.

    Examples
    --------
    >>> typed_term("principal_idr", "50 juta", "id"), typed_term("rate_percent_per_year", "5,5", "id")
    (50000000, 5.5)
    """
    read_as = {one.name: one for one in columns("financing")}[_COLUMNS[name]]
    try:
        value = stated_value(read_as, text, language) if text.strip() else None
    except RefusedError as error:
        raise LoanRefusedError(name, error.message_id, error.message_en) from error
    if not isinstance(value, int | float):
        raise LoanRefusedError(
            name,
            "Angkanya belum diisi. Isi angkanya, misalnya 50 juta untuk jumlah pinjaman.",
            "There is no number yet. Give it, for example 50 juta as the amount of the loan.",
        )
    return value


def _chosen(schemes: Sequence[LoanScheme], scheme_id: str | None) -> LoanScheme:
    if not schemes:
        raise NotFoundError(
            "Belum ada skema pembiayaan. Muat dengan `sanding init --sample serang` atau "
            "`sanding import financing FILE`.",
            "There are no financing schemes yet. Load them with `sanding init --sample serang` or "
            "`sanding import financing FILE`.",
        )
    if scheme_id is None:
        return best_known_scheme(schemes) or schemes[0]
    for one in schemes:
        if one.scheme_id == scheme_id:
            return one
    known = ", ".join(sorted(one.scheme_id for one in schemes))
    raise NotFoundError(
        f"Skema {scheme_id!r} tidak ada. Pilih salah satu: {known}.",
        f"There is no scheme {scheme_id!r}. Choose one of: {known}.",
    )


def _tenor(scheme: LoanScheme, wish: LoanWish) -> int:
    stated, wanted = scheme.tenor_months, wish.tenor_months
    if stated is None and wanted is None:
        raise LoanRefusedError(
            "tenor_months",
            "Tenor skema ini belum diketahui. Isi tenor dalam bulan.",
            "The tenor of this scheme is not known. Give a tenor in months.",
        )
    if stated is not None and wanted is not None and wanted > stated:
        raise LoanRefusedError(
            "tenor_months",
            f"Tenor skema ini paling lama {stated} bulan. Isi yang lebih pendek, atau pilih skema lain.",
            f"The tenor of this scheme is at most {stated} months. Give a shorter one, or choose another "
            "scheme.",
        )
    return wanted if wanted is not None else stated or 0


def _rate(scheme: LoanScheme, wish: LoanWish, schemes: Sequence[LoanScheme]) -> float:
    stated, given = scheme.rate_percent_per_year, wish.rate_percent_per_year
    if stated is not None and given is not None and given != stated:
        raise LoanRefusedError(
            "rate_percent_per_year",
            "Skema ini menyebut bunganya sendiri. Kosongkan bunga, atau pilih skema yang bunganya belum "
            "diketahui.",
            "This scheme states its own rate. Leave the rate empty, or choose a scheme whose rate is not "
            "known.",
        )
    if stated is not None:
        return stated
    if given is not None:
        return given
    other = best_known_scheme([one for one in schemes if one.rate_percent_per_year is not None])
    instead = ("", "") if other is None else (f", misalnya {other.scheme_id}", f", such as {other.scheme_id}")
    raise LoanRefusedError(
        "rate_percent_per_year",
        "Bunga skema ini belum diketahui, dan tidak dianggap nol. Isi bunga dalam persen setahun, atau "
        f"pilih skema yang menyebut bunganya{instead[0]}.",
        "The rate of this scheme is not known, and not taken for zero. Give a rate in percent a year, or "
        f"choose a scheme that states it{instead[1]}.",
    )


def _default_taken(scheme: LoanScheme) -> LoanRemark:
    return LoanRemark(
        "scheme_chosen",
        "information",
        f"Skema tidak disebut, jadi dipakai yang syaratnya paling lengkap diketahui: {scheme.scheme_id}.",
        f"No scheme was named, so the one whose terms are best known is used: {scheme.scheme_id}.",
    )
