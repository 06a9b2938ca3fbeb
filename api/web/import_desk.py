"""The desk where imports are handled: its form, its preview, one import at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from fastapi import Request, Response
from starlette.responses import RedirectResponse

from api.problems import ProblemError, problem_named
from api.security.access import Principal
from api.web.import_preview import preview_of
from api.web.templating import language_here, pages_of
from api.web.where import own_address
from recommender.errors import RefusedError
from recommender.importing import table_choices
from recommender.uploads import Upload, Uploads
from recommender.workspace import Workspace

__all__ = ["alone", "author_of", "leading_to", "preview_page", "start_page", "uploads_of"]

_REFUSED = 422
_CHANGED = 409
_WAITED_SECONDS = 20.0
_LISTED = 10


def start_page(
    request: Request,
    workspace: Workspace,
    *,
    faults: set[str] | None = None,
    table: str = "",
    sender: str = "",
    done: str = "",
    undone: str = "",
    refusal: RefusedError | None = None,
) -> Response:
    """Show the form, the last imports and the templates."""
    language = language_here(request)
    context: dict[str, Any] = {
        "tables": table_choices(),
        "imports": workspace.store.imports(_LISTED),
        "faults": faults or set(),
        "table": table,
        "sender": sender,
        "done": done,
        "undone": undone,
        "refusal": refusal.say(language) if refusal else "",
    }
    page = pages_of(request).page(request, "import.html", context)
    page.status_code = _REFUSED if faults else _CHANGED if refusal else 200
    return page


def preview_page(
    request: Request, workspace: Workspace, upload: Upload, *, is_changed: bool = False
) -> Response:
    """Show what was understood of a file and what its import would change."""
    with alone(request):
        found = preview_of(workspace, upload, author_of(request), language_here(request))
    context = {"preview": found, "choices": upload.choices, "is_changed": is_changed}
    page = pages_of(request).page(request, "import_preview.html", context)
    page.status_code = _CHANGED if is_changed else 200
    return page


@contextmanager
def alone(request: Request) -> Iterator[None]:
    """Work on one import at a time: the others wait, not for long."""
    lock = request.app.state.import_lock
    if not lock.acquire(timeout=_WAITED_SECONDS):
        raise ProblemError(problem_named("import_busy", headers={"Retry-After": "20"}))
    try:
        yield
    finally:
        lock.release()


def uploads_of(request: Request) -> Uploads:
    """Return the kept files of the app that answers."""
    return Uploads(request.app.state.settings.home)


def author_of(request: Request) -> str:
    """Return who asks, for the record."""
    principal: Principal = request.app.state.principal(request)
    return principal.key


def leading_to(request: Request, path: str, **query: str) -> Response:
    """Lead to another page of this site."""
    return RedirectResponse(own_address(request, path, **query), status_code=303)
