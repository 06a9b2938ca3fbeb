"""The page on which events are looked at before the department says whether they count."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request, Response

from api.security.access import Permission, Scope, declared
from api.security.routes import DeclaredRoute
from api.texts import Language, Text
from api.web.import_desk import leading_to
from api.web.review_view import one_in
from api.web.templating import language_here, pages_of
from api.wiring import Wired
from recommender.errors import NotFoundError, RefusedError
from recommender.training.reviewing import VERDICTS
from recommender.workspace import Workspace

__all__ = ["MOST_EVENTS", "router"]

router = APIRouter(route_class=DeclaredRoute, include_in_schema=False)

MOST_EVENTS = 300
"""So many events are looked at on one page; what is left comes next."""

_HERE = "/tinjauan/periksa"
_REFUSED, _CONFLICT = 422, 409
_LONGEST = {"siapa": 100, "sebab": 500}
_FAULTS: Mapping[str, Text] = MappingProxyType(
    {
        "peristiwa": Text("Centang sedikitnya satu peristiwa.", "Tick at least one event."),
        "putusan": Text("Pilih salah satu putusan.", "Choose one of the findings."),
        "siapa": Text("Tulis nama yang memutuskan.", "Write the name of who decides."),
        "sebab": Text("Tulis mengapa peristiwa ini dicoret.", "Write why these events are struck out."),
        "panjang": Text("Terlalu panjang: paling banyak {most} huruf.", "Too long: at most {most} letters."),
    }
)


@dataclass(frozen=True, slots=True)
class _Answer:
    """What was sent: the events that were shown with their state, those ticked, the finding."""

    shown: Mapping[str, str]
    ticked: frozenset[str]
    case_id: str = ""
    verdict: str = ""
    who: str = ""
    reason: str = ""

    @property
    def chosen(self) -> list[str]:
        """Events to record, in the order in which they were shown."""
        return [one for one in self.shown if one in self.ticked]

    def faults(self, language: Language) -> dict[str, str]:
        """Return what does not fit, by field."""
        found = {
            "peristiwa": not self.chosen,
            "putusan": self.verdict not in VERDICTS,
            "siapa": not self.who,
            "sebab": self.verdict == "struck" and not self.reason,
        }
        faults = {name: _FAULTS[name].say(language) for name, is_wrong in found.items() if is_wrong}
        for name, text in (("siapa", self.who), ("sebab", self.reason)):
            if len(text) > _LONGEST[name]:
                faults[name] = _FAULTS["panjang"].say(language).format(most=_LONGEST[name])
        return faults


@router.get(_HERE)
@declared(Permission.SEE_ADVICE, Scope.CITY)
def get_check(
    request: Request,
    workspace: Wired,
    kasus: str = "",
    peristiwa: Annotated[Sequence[str], Query()] = (),
) -> Response:
    """Show a run, or the events that were chosen, and the form."""
    ids = list(peristiwa)
    if kasus:
        case = workspace.review_desk().case(kasus)
        if case is None:
            raise NotFoundError(
                "Kelompok ini tidak lagi ditahan, atau isinya sudah berubah. Lihat daftar tinjauan.",
                "This group is no longer held, or it has changed. See the list of reviews.",
            )
        ids = [one.event_id for one in case.events]
    if not ids:
        return leading_to(request, "/tinjauan", kosong="1")
    shown = _states(workspace, ids)
    return _page(request, workspace, _Answer(shown, frozenset(shown), kasus), left=len(set(ids)) - len(shown))


@router.post(_HERE)
@declared(Permission.RECORD_DECISIONS, Scope.CITY)
def post_check(
    request: Request,
    workspace: Wired,
    *,
    daftar: Annotated[Sequence[str], Form()] = (),
    peristiwa: Annotated[Sequence[str], Form()] = (),
    kasus: Annotated[str, Form()] = "",
    putusan: Annotated[str, Form()] = "",
    siapa: Annotated[str, Form()] = "",
    sebab: Annotated[str, Form()] = "",
) -> Response:
    """Record the finding and lead back to the list; what does not fit comes back with what was typed."""
    told = (one.rpartition("@") for one in daftar[:MOST_EVENTS])
    shown = {event_id: state for event_id, _, state in told}
    answer = _Answer(shown, frozenset(peristiwa), kasus, putusan, siapa.strip(), sebab.strip())
    language = language_here(request)
    faults = answer.faults(language)
    if faults:
        return _page(request, workspace, answer, faults=faults, status=_REFUSED)
    try:
        count = workspace.review_events(
            answer.chosen, answer.verdict, answer.reason or None, author=answer.who, shown=shown
        )
    except RefusedError as error:
        return _page(request, workspace, answer, refusal=error.say(language), status=_CONFLICT)
    return leading_to(request, "/tinjauan", dicatat=answer.verdict, jumlah=str(count))


def _states(workspace: Workspace, ids: Sequence[str]) -> dict[str, str]:
    few = list(dict.fromkeys(ids))[:MOST_EVENTS]
    return {one.event_id: state for one, state in workspace.events_under_review(few).items()}


def _page(
    request: Request,
    workspace: Workspace,
    answer: _Answer,
    *,
    faults: Mapping[str, str] | None = None,
    refusal: str = "",
    status: int = 200,
    left: int = 0,
) -> Response:
    events = workspace.events_under_review(list(answer.shown))
    if not events:
        raise NotFoundError(
            "Tidak ada peristiwa itu. Pilih dari daftar tinjauan.",
            "There are no such events. Choose from the list of reviews.",
        )
    # after a conflict the form holds what is there now, so that looking again is enough to go on
    states = {one.event_id: now if refusal else answer.shown[one.event_id] for one, now in events.items()}
    context = {
        "events": list(events),
        "states": states,
        "answer": answer,
        "case": workspace.review_desk().case(answer.case_id) if answer.case_id else None,
        "one_in": one_in,
        "verdicts": VERDICTS,
        "longest": _LONGEST,
        "faults": faults or {},
        "refusal": refusal,
        "left": left,
    }
    version = workspace.standing().version or workspace.prior_version()
    page = pages_of(request).page(
        request, "review_check.html", context, day=workspace.today(), model_version=version
    )
    page.status_code = status
    return page
