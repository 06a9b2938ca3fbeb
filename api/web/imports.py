"""Importing a sheet: send it, see what was understood, correct the columns, save, take back."""

import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, File, Form, Request, Response, UploadFile
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse

from api.problems import ProblemError, problem_named
from api.security.access import Permission, Principal, Scope, declared
from api.security.routes import DeclaredRoute
from api.web.import_preview import intake_of, preview_of, state_of
from api.web.templating import language_here, pages_of
from api.web.where import own_address
from api.wiring import Wired
from recommender.errors import ImportRefusedError, RefusedError
from recommender.importing import import_file, table_choices
from recommender.uploads import Choices, Upload, Uploads
from recommender.workspace import Workspace

__all__ = ["router"]

router = APIRouter(route_class=DeclaredRoute, include_in_schema=False)

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_REFUSED = 422
_CHANGED = 409
_WAITED_SECONDS = 20.0
_LISTED = 10
_MOST_FIELDS = 1000


@router.get("/impor")
@declared(Permission.SEE_COOPERATIVES, Scope.CITY)
def get_imports(request: Request, workspace: Wired, selesai: str = "", dibatalkan: str = "") -> Response:
    """Show the form and the last imports."""
    return _start(request, workspace, done=selesai, undone=dibatalkan)


@router.post("/impor")
@declared(Permission.WRITE_TABLES, Scope.CITY)
def post_file(
    request: Request,
    workspace: Wired,
    *,
    berkas: Annotated[UploadFile | None, File()] = None,
    tabel: Annotated[str, Form()] = "",
    pengirim: Annotated[str, Form()] = "",
) -> Response:
    """Keep a file and lead to its preview."""
    faults = set()
    if berkas is None or not berkas.filename:
        faults.add("berkas")
    if tabel not in table_choices():
        faults.add("tabel")
    if faults or berkas is None:
        return _start(request, workspace, faults=faults, table=tabel, sender=pengirim)
    choices = Choices(tabel, pengirim.strip() or _author(request), berkas.filename or "")
    upload = _uploads(request).keep(
        berkas.file, choices, upload_id=secrets.token_hex(16), now=workspace.now()
    )
    return _to(request, f"/impor/{upload.upload_id}")


@router.get("/impor/batal")
@declared(Permission.WRITE_TABLES, Scope.CITY)
def get_undo(request: Request, workspace: Wired) -> Response:
    """Show what taking the last import back would change."""
    with _alone(request):
        try:
            report = workspace.store.undo_import(
                None, author=_author(request), made_at=workspace.now(), dry_run=True
            )
        except RefusedError as error:
            return _start(request, workspace, refusal=error)
    return pages_of(request).page(request, "import_undo.html", {"report": report})


@router.post("/impor/batal")
@declared(Permission.WRITE_TABLES, Scope.CITY)
def post_undo(request: Request, workspace: Wired, nomor: Annotated[int, Form()]) -> Response:
    """Take an import back."""
    with _alone(request):
        try:
            workspace.store.undo_import(nomor, author=_author(request), made_at=workspace.now())
        except RefusedError as error:
            return _start(request, workspace, refusal=error)
    return _to(request, "/impor", dibatalkan=str(nomor))


@router.get("/impor/{upload_id}")
@declared(Permission.WRITE_TABLES, Scope.CITY)
def get_preview(request: Request, workspace: Wired, upload_id: str) -> Response:
    """Show what was understood of a file and what its import would change."""
    return _preview(request, workspace, _uploads(request).find(upload_id))


@router.post("/impor/{upload_id}/kolom")
@declared(Permission.WRITE_TABLES, Scope.CITY)
async def post_columns(request: Request, workspace: Wired, upload_id: str) -> Response:
    """Keep the sheet and the meaning of the columns that the user chose."""
    del workspace  # only signed in by it
    form = await request.form(max_fields=_MOST_FIELDS)
    said = {str(name): str(value) for name, value in form.multi_items() if isinstance(value, str)}

    def keep() -> Response:
        uploads = _uploads(request)
        upload = uploads.find(upload_id)
        before = upload.choices
        headers = dict(before.headers) | {
            header: said[f"kolom-{at}"]
            for at in range(_MOST_FIELDS)
            if (header := said.get(f"judul-{at}")) is not None and f"kolom-{at}" in said
        }
        sheet = said.get("lembar") or before.sheet
        uploads.choose(upload, Choices(before.table, before.sender, before.name, sheet, headers))
        return _to(request, f"/impor/{upload_id}")

    return await run_in_threadpool(keep)


@router.post("/impor/{upload_id}/simpan")
@declared(Permission.WRITE_TABLES, Scope.CITY)
def post_save(
    request: Request,
    workspace: Wired,
    upload_id: str,
    keadaan: Annotated[str, Form()] = "",
    cara: Annotated[str, Form()] = "semua",
) -> Response:
    """Import a file as its preview showed it; when something changed since, show the preview again."""
    uploads = _uploads(request)
    upload = uploads.find(upload_id)
    if keadaan != state_of(upload, workspace.store.head().revision_id):
        return _preview(request, workspace, upload, is_changed=True)
    with _alone(request):
        try:
            import_file(
                workspace.store,
                intake_of(upload),
                author=_author(request),
                made_at=workspace.now(),
                accept_valid=cara == "baik",
            )
        except ImportRefusedError:
            pass
        else:
            uploads.discard(upload_id)
            return _to(request, "/impor", selesai=upload.choices.name)
    return _preview(request, workspace, upload)


@router.post("/impor/{upload_id}/buang")
@declared(Permission.WRITE_TABLES, Scope.CITY)
def post_discard(request: Request, workspace: Wired, upload_id: str) -> Response:
    """Forget a file."""
    del workspace  # only signed in by it
    _uploads(request).discard(_uploads(request).find(upload_id).upload_id)
    return _to(request, "/impor")


@router.get("/impor/{upload_id}/ditolak.xlsx")
@declared(Permission.WRITE_TABLES, Scope.CITY)
def get_rejects(request: Request, workspace: Wired, upload_id: str) -> Response:
    """Give the refused rows as a workbook with their reasons."""
    upload = _uploads(request).find(upload_id)
    with _alone(request), tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ditolak.xlsx"
        import_file(
            workspace.store,
            intake_of(upload),
            author=_author(request),
            made_at=workspace.now(),
            dry_run=True,
            accept_valid=True,
            rejects=path,
            keeps_rejects=True,
        )
        if not path.exists():
            return _to(request, f"/impor/{upload_id}")
        headers = {"Content-Disposition": 'attachment; filename="ditolak.xlsx"'}
        return Response(path.read_bytes(), media_type=_XLSX, headers=headers)


def _start(
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
    english = language_here(request) == "en"
    context: dict[str, Any] = {
        "tables": table_choices(),
        "imports": workspace.store.imports(_LISTED),
        "faults": faults or set(),
        "table": table,
        "sender": sender,
        "done": done,
        "undone": undone,
        "refusal": (refusal.message_en if english else refusal.message_id) if refusal else "",
    }
    page = pages_of(request).page(request, "import.html", context)
    page.status_code = _REFUSED if faults else _CHANGED if refusal else 200
    return page


def _preview(request: Request, workspace: Workspace, upload: Upload, *, is_changed: bool = False) -> Response:
    with _alone(request):
        found = preview_of(workspace, upload, _author(request), language_here(request))
    context = {"preview": found, "choices": upload.choices, "is_changed": is_changed}
    page = pages_of(request).page(request, "import_preview.html", context)
    page.status_code = _CHANGED if is_changed else 200
    return page


@contextmanager
def _alone(request: Request) -> Iterator[None]:
    """Work on one import at a time: the others wait, not for long."""
    lock = request.app.state.import_lock
    if not lock.acquire(timeout=_WAITED_SECONDS):
        raise ProblemError(problem_named("import_busy", headers={"Retry-After": "20"}))
    try:
        yield
    finally:
        lock.release()


def _uploads(request: Request) -> Uploads:
    return Uploads(request.app.state.settings.home)


def _author(request: Request) -> str:
    principal: Principal = request.app.state.principal(request)
    return principal.key


def _to(request: Request, path: str, **query: str) -> Response:
    return RedirectResponse(own_address(request, path, **query), status_code=303)
