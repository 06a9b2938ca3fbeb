"""``create_app(settings)``: both HTTP doors behind the same guards."""

import logging
from collections.abc import Mapping
from threading import Lock
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.types import Scope as ConnectionScope

from api.problems import Problem, ProblemError, problem_named, problem_of, problem_of_status
from api.rest.refusals import problem_json
from api.rest.router import TAGS, routers
from api.rest.surface import DESCRIPTION, with_problems
from api.rest.validation import problem_of_validation
from api.security.access import LOCAL_PERSON, Permission, Principal, Scope, declared
from api.security.faults import Unforeseen
from api.security.headers import SecurityHeaders
from api.security.intake import Intake
from api.security.local import LocalOnly
from api.security.routes import demand_declarations
from api.security.same_origin import SameOrigin
from api.texts import language_of
from api.web.refusals import problem_page
from api.web.router import web_router
from api.web.templating import page_maker
from api.wiring import Clock, KeptAnswers, opened
from recommender.clock import utc_now
from recommender.errors import RecommenderError
from recommender.product import code_version
from recommender.settings import Settings

__all__ = ["create_app", "served_app"]

# Addresses that programs use; all others are pages.
_FOR_PROGRAMS = ("/api/", "/health/", "/version")
_FIRST_OWN_FAULT = 500
_LOGGER = logging.getLogger("sanding.http")


class _App(FastAPI):
    """FastAPI whose description names the media type of its problems."""

    def openapi(self) -> dict[str, Any]:
        """Return the description of the REST surface."""
        return with_problems(super().openapi())


def create_app(settings: Settings, *, clock: Clock = utc_now) -> FastAPI:
    """Return the app; the workspace opens when the app starts and closes when it stops.

    Parameters
    ----------
    settings : Settings
    clock : callable
        Returns this moment with its time zone.

    Raises
    ------
    UndeclaredRouteError
        When a route does not say who may call it.
    """
    app = _App(
        title="Sanding",
        summary="Pairs cooperatives with the partner business models that suit them",
        description=DESCRIPTION,
        version=code_version(),
        openapi_tags=TAGS,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        telemetry={"tracing": False, "metrics": False, "logs": False},
        lifespan=opened(settings, clock),
        middleware=[
            Middleware(SecurityHeaders),
            Middleware(Unforeseen, refuse=_refuse),
            Middleware(LocalOnly, refuse=_refuse),
            Middleware(SameOrigin, refuse=_refuse),
            Middleware(Intake, refuse=_refuse),
        ],
    )
    app.state.settings = settings
    app.state.principal = _principal
    app.state.import_lock = Lock()
    app.state.pages = page_maker()
    app.state.keeper = KeptAnswers(_language, waits=not settings.url.startswith("sqlite"))
    app.exception_handlers.clear()
    for raised in (HTTPException, RequestValidationError, ProblemError, RecommenderError):
        app.add_exception_handler(raised, _handled)
    for router in (*routers(), web_router()):
        # flat, not nested: one pass over the paths finds the route
        app.router.routes.extend(router.routes)
    demand_declarations(app)
    return app


def served_app() -> FastAPI:
    """Return the app with the settings of the environment, for servers that want a factory."""
    return create_app(Settings())


def _principal(_request: Request) -> Principal:
    return LOCAL_PERSON


def _language(request: Request) -> str:
    return language_of(request.headers, request.scope["query_string"])


@declared(Permission.SEE_SERVICE, Scope.NOBODY)
async def _handled(request: Request, error: Exception) -> Response:
    problem = _problem(error)
    if problem.status >= _FIRST_OWN_FAULT:
        _LOGGER.error("request %s: %s", request.scope["state"]["request_id"], error)
    return _answer(request, problem)


def _problem(error: Exception) -> Problem:
    match error:
        case ProblemError():
            return error.problem
        case RequestValidationError():
            return problem_of_validation(error.errors())
        case RecommenderError():
            return problem_of(error)
        case HTTPException():
            return problem_of_status(error.status_code, _with_head(error.headers))
        case _:
            return problem_named("internal")


def _with_head(headers: Mapping[str, str] | None) -> dict[str, str]:
    # what can be fetched can also be asked for without its body
    found = dict(headers or {})
    if found.get("Allow") == "GET":
        found["Allow"] = "GET, HEAD"
    return found


def _refuse(scope: ConnectionScope, code: str) -> Response:
    return _answer(Request(scope), problem_named(code))


def _answer(request: Request, problem: Problem) -> Response:
    language = language_of(request.headers, request.scope["query_string"])
    request_id = request.scope.get("state", {}).get("request_id", "-")
    if request.scope["path"].startswith(_FOR_PROGRAMS):
        return problem_json(problem, language, request_id)
    return problem_page(request, problem, language, request_id)
