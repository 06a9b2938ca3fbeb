"""An import taken back, after its user has seen what that changes."""

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request, Response

from api.security.access import Permission, Scope, declared
from api.security.routes import DeclaredRoute
from api.web.import_desk import alone, author_of, led_to
from api.web.import_differences import SHOWN_DIFFERENCES, shown_differences
from api.web.templating import language_here, pages_of
from api.wiring import Wired
from recommender.errors import NotFoundError, RefusedError
from recommender.workspace import Workspace

__all__ = ["router"]

router = APIRouter(route_class=DeclaredRoute, include_in_schema=False)

_REFUSED = 409
_MOST = 2**62
Number = Annotated[int, Form(ge=0, le=_MOST)]
Asked = Annotated[int | None, Query(ge=0, le=_MOST)]


@router.get("/impor/batal")
@declared(Permission.WRITE_TABLES, Scope.CITY)
def get_undo(request: Request, workspace: Wired, nomor: Asked = None) -> Response:
    """Show what taking an import back would change; the newest one that stands unless another is named."""
    with alone(request):
        try:
            report = workspace.store.undo_import(
                nomor, author=author_of(request), made_at=workspace.now(), dry_run=True
            )
        except NotFoundError:
            raise
        except RefusedError as error:
            return _refused(request, error)
    language = language_here(request)
    context = {
        "report": report,
        "differences": shown_differences(report.differences[:SHOWN_DIFFERENCES], language),
        "refusal": "",
    }
    return pages_of(request).page(request, "import_undo.html", context)


@router.post("/impor/batal")
@declared(Permission.WRITE_TABLES, Scope.CITY)
def post_undo(request: Request, workspace: Wired, nomor: Number) -> Response:
    """Take an import back."""
    with alone(request):
        try:
            _take_back(workspace, nomor, author_of(request))
        except NotFoundError:
            raise
        except RefusedError as error:
            return _refused(request, error)
    return led_to(request, "/impor", dibatalkan=str(nomor))
