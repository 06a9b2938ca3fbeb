"""Routes of the REST door: unknown and repeated parameters are refused, bodies leave as JSON."""

from collections import Counter
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.dependencies.models import Dependant
from pydantic import BaseModel

from api.problems import FieldFault, ProblemError, problem_named
from api.rest.service_shapes import ProblemShape
from api.security.routes import DeclaredRoute, Handler

__all__ = ["CALLER", "RestRoute", "json_of", "rest_router"]

CALLER = "REST"
"""How the record names whoever calls: until accounts exist there is one."""

_PROBLEMS: dict[int | str, dict[str, Any]] = {
    status: {"model": ProblemShape, "description": description}
    for status, description in {
        400: "The request cannot be read, or comes under a foreign name.",
        403: "Not allowed.",
        404: "There is no such thing.",
        422: "A parameter does not fit.",
        500: "Something went wrong on the server.",
        503: "The data cannot be read now.",
        507: "The data cannot be written.",
    }.items()
}


class RestRoute(DeclaredRoute):
    """A route that takes its own parameters only, each once."""

    def checked(self, handler: Handler) -> Handler:
        """Put the check of names before the handler."""
        known = sorted(_query_names(self.dependant))

        async def checked(request: Request) -> Response:
            names = Counter(name for name, _ in request.query_params.multi_items())
            if names.keys() - set(known):
                raise ProblemError(problem_named("parameter_unknown", [_known_ones(known)]))
            if any(count > 1 for count in names.values()):
                repeated = sorted(name for name, count in names.items() if count > 1)
                raise ProblemError(problem_named("parameter_repeated", [_once(name) for name in repeated]))
            return await handler(request)

        return checked


def rest_router(tag: str) -> APIRouter:
    """Return a router for one part of the surface."""
    return APIRouter(prefix="/api/v1", tags=[tag], route_class=RestRoute, responses=_PROBLEMS)


def json_of(shape: BaseModel) -> Response:
    """Write a shape as JSON; members that were never set are left out."""
    return Response(shape.model_dump_json(exclude_unset=True), media_type="application/json")


def _query_names(dependant: Dependant) -> set[str]:
    own = {found.alias for found in dependant.query_params}
    return own.union(*(_query_names(inner) for inner in dependant.dependencies))


def _known_ones(known: list[str]) -> FieldFault:
    names = ", ".join(known)
    return FieldFault(
        "query",
        "parameter_unknown",
        f"Yang dikenal: {names}." if known else "Alamat ini tidak memakai parameter.",
        f"Known: {names}." if known else "This address takes no parameters.",
    )


def _once(name: str) -> FieldFault:
    return FieldFault(f"query.{name}", "parameter_repeated", "Tulis satu kali saja.", "Write it only once.")
