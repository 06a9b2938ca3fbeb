"""What the pages of an import share: one piece of work at a time, the kept files, who asks."""

from collections.abc import Iterator
from contextlib import contextmanager

from fastapi import Request, Response
from starlette.responses import RedirectResponse

from api.problems import ProblemError, problem_named
from api.security.access import Principal
from api.web.where import own_address
from recommender.uploads.kept import Uploads

__all__ = ["WAITED_SECONDS", "alone", "author_of", "led_to", "uploads_of"]

WAITED_SECONDS = 20.0
"""How long one import waits for another before its user is told to come back."""


@contextmanager
def alone(request: Request) -> Iterator[None]:
    """Work on one import at a time; the others wait, not for long.

    Raises
    ------
    ProblemError
        ``import_busy`` when the work before takes too long.
    """
    lock = request.app.state.import_lock
    if not lock.acquire(timeout=WAITED_SECONDS):
        raise ProblemError(problem_named("import_busy", headers={"Retry-After": f"{WAITED_SECONDS:.0f}"}))
    try:
        yield
    finally:
        lock.release()


def uploads_of(request: Request) -> Uploads:
    """Return the files that wait in the app's data folder."""
    return Uploads(request.app.state.settings.home)


def author_of(request: Request) -> str:
    """Return under which name an import is recorded."""
    principal: Principal = request.app.state.principal(request)
    return principal.key


def led_to(request: Request, path: str, **query: str) -> Response:
    """Return the answer that leads a browser on after a form, in the language of the page."""
    return RedirectResponse(own_address(request, path, **query), status_code=303)
