"""Health, version and the description of this surface."""

import json

from fastapi import APIRouter, Request, Response

from api.rest.languages import Spoken
from api.rest.routing import RestRoute, json_of, rest_router
from api.rest.service_shapes import Health, Readiness, Version
from api.security.access import Permission, Scope, declared
from api.wiring import Wired
from recommender.product import code_version

__all__ = ["plain_router", "router"]

router = rest_router("service")
# Watchdogs and load balancers look for these at the root.
plain_router = APIRouter(route_class=RestRoute, include_in_schema=False)

_PRODUCT = "sanding"


@plain_router.get("/health/live")
@router.get("/health/live", operation_id="getLive", summary="Does the process answer?", response_model=Health)
@declared(Permission.SEE_SERVICE, Scope.NOBODY)
async def get_live() -> Response:
    """Asks nothing of the store. Also at `/health/live`."""
    return _unkept(json_of(Health(status="ok")))


@plain_router.get("/health/ready")
@router.get(
    "/health/ready", operation_id="getReady", summary="Does the store answer?", response_model=Readiness
)
@declared(Permission.SEE_SERVICE, Scope.NOBODY)
def get_ready(workspace: Wired, language: Spoken) -> Response:
    """503 while it does not. Also at `/health/ready`."""
    found = workspace.standing()
    return _unkept(
        json_of(
            Readiness(
                status="degraded" if found.warnings else "ready",
                revision_id=workspace.store.head().revision_id,
                model_version=found.version or workspace.prior_version(),
                warnings=[said_en if language == "en" else said_id for said_id, said_en in found.warnings],
            )
        )
    )


@plain_router.get("/version")
@router.get("/version", operation_id="getVersion", summary="What answers?", response_model=Version)
@declared(Permission.SEE_SERVICE, Scope.NOBODY)
def get_version(workspace: Wired) -> Response:
    """Versions of the program, the model and the data. Also at `/version`."""
    return json_of(
        Version(
            product=_PRODUCT,
            version=code_version(),
            model_version=workspace.model_version(),
            data_digest=workspace.store.head().digest,
        )
    )


def _unkept(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response


@plain_router.get("/api/v1/openapi.json")
@declared(Permission.SEE_SERVICE, Scope.NOBODY, kept=True)
def get_surface(request: Request) -> Response:
    """Return this description as OpenAPI."""
    body = json.dumps(request.app.openapi(), ensure_ascii=False).encode()
    return Response(body, media_type="application/json")
