"""What was said about loans, side by side, and the instalments of one."""

from collections.abc import Mapping

from fastapi import APIRouter, Request, Response

from api.security.access import Permission, Scope, declared
from api.security.routes import DeclaredRoute
from api.texts import Language
from api.web.templating import language_here, pages_of
from api.wiring import Wired
from recommender.errors import LoanRefusedError
from recommender.financing import LoanPlan, LoanWish, best_known_scheme, loan_plan, typed_term
from recommender.listing import source_notes
from recommender.loan_schemes import loan_schemes
from recommender.profiles import OLD_AFTER_DAYS
from recommender.workspace import Workspace

__all__ = ["router"]

router = APIRouter(route_class=DeclaredRoute, include_in_schema=False)

# The fields of the form and the terms they stand for.
_TERMS: Mapping[str, str] = {
    "pokok": "principal_idr",
    "tenor": "tenor_months",
    "bunga": "rate_percent_per_year",
}
_FIELDS = {term: field for field, term in _TERMS.items()}
_REFUSED = 422


@router.get("/pembiayaan")
@declared(Permission.SEE_CATALOGUE, Scope.NOBODY, kept=True)
def get_financing_page(request: Request, workspace: Wired, skema: str = "") -> Response:
    """Show the schemes, and the instalments once an amount was sent; the form stands in the address."""
    language, today = language_here(request), workspace.today()
    schemes = loan_schemes(workspace.store, today)
    typed = {field: request.query_params.get(field, "") for field in _TERMS}
    plan: LoanPlan | None = None
    faults: dict[str, str] = {}
    if "pokok" in request.query_params and schemes:
        plan, faults = _reckoned(workspace, typed, skema, language)
    best = best_known_scheme(schemes)
    sources = source_notes(one.source for one in schemes)
    context = {
        "schemes": schemes,
        "has_open_loan": any(one.is_open for one in schemes),
        "old_after_days": OLD_AFTER_DAYS,
        "chosen": skema or (best.scheme_id if best else ""),
        "typed": typed,
        "faults": faults,
        "plan": plan,
        "remarks": [(one.kind, one.say(language)) for one in plan.remarks] if plan else [],
        "sources": sources,
        "titles": {one.source_id: one.title for one in sources},
    }
    page = pages_of(request).page(request, "financing.html", context, day=today)
    page.status_code = _REFUSED if faults else 200
    return page


def _reckoned(
    workspace: Workspace, typed: Mapping[str, str], scheme_id: str, language: Language
) -> tuple[LoanPlan | None, dict[str, str]]:
    """Return the loan, or by field what is wrong with each."""
    terms: dict[str, float] = {}
    faults: dict[str, str] = {}
    for field, term in _TERMS.items():
        if not typed[field].strip() and field != "pokok":
            continue
        try:
            terms[term] = typed_term(term, typed[field], language)
        except LoanRefusedError as error:
            faults[field] = error.say(language)
    if faults:
        return None, faults
    tenor = terms.get("tenor_months")
    wish = LoanWish(
        principal_idr=int(terms["principal_idr"]),
        scheme_id=scheme_id or None,
        tenor_months=None if tenor is None else int(tenor),
        rate_percent_per_year=terms.get("rate_percent_per_year"),
    )
    try:
        return loan_plan(workspace.store, wish, workspace.today()), {}
    except LoanRefusedError as error:
        return None, {_FIELDS[error.field]: error.say(language)}
