"""Problems as a page that says what to do."""

from starlette.requests import Request
from starlette.responses import HTMLResponse

from api.problems import Problem
from api.texts import Language
from api.web.templating import pages_of

__all__ = ["problem_page"]


def problem_page(request: Request, problem: Problem, language: Language, request_id: str) -> HTMLResponse:
    """Return the answer for a person: what is wrong, what to do, and the request's id."""
    # the link to the other language leads home: this address is not repeated
    switch = "/?lang=id" if language == "en" else "/?lang=en"
    context = {"problem": problem.body(language, request_id), "switch": switch, "path": ""}
    page = pages_of(request).page(request, "problem.html", context)
    page.status_code = problem.status
    page.headers.update(problem.headers)
    return page
