"""The stylesheet and the icon, from memory."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from fastapi import APIRouter, Response
from starlette.exceptions import HTTPException

from api.security.access import Permission, Scope, declared
from api.security.routes import DeclaredRoute

__all__ = ["StaticFile", "router", "static_files"]

router = APIRouter(route_class=DeclaredRoute, include_in_schema=False)

_KINDS = {".css": "text/css", ".svg": "image/svg+xml"}
# A new file has a new address (its digest stands in the query), so a week is safe.
_CACHE = "public, max-age=604800"


@dataclass(frozen=True, slots=True)
class StaticFile:
    """One file with its kind and the digest that its address carries."""

    content: bytes
    kind: str
    digest: str


@cache
def static_files() -> Mapping[str, StaticFile]:
    """Return the packaged files by name."""
    found = {}
    for entry in files("api.web").joinpath("static").iterdir():
        kind = _KINDS.get("." + entry.name.rpartition(".")[2])
        if kind is not None:
            content = entry.read_bytes()
            found[entry.name] = StaticFile(content, kind, hashlib.sha256(content).hexdigest()[:12])
    return MappingProxyType(found)


@router.get("/static/{name}")
@declared(Permission.SEE_SERVICE, Scope.NOBODY, kept=True)
async def get_static(name: str) -> Response:
    """Return one file; only packaged names are known."""
    found = static_files().get(name)
    if found is None:
        raise HTTPException(404)
    return Response(found.content, media_type=found.kind, headers={"Cache-Control": _CACHE})
