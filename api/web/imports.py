"""Importing a sheet: send it, see what was understood, correct the columns, save, take back."""

import secrets
import tempfile
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, File, Form, Request, Response, UploadFile
from starlette.concurrency import run_in_threadpool

from api.security.access import Permission, Scope, declared
from api.security.routes import DeclaredRoute
from api.web.import_desk import alone, author_of, leading_to, preview_page, start_page, uploads_of
from api.web.import_preview import intake_of, state_of
from api.web.templating import pages_of
from api.wiring import Wired
from recommender.errors import ImportRefusedError, RefusedError
from recommender.importing import import_file, table_choices
from recommender.uploads import Choices

__all__ = ["router"]

router = APIRouter(route_class=DeclaredRoute, include_in_schema=False)

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MOST_FIELDS = 1000


@router.get("/impor")
@declared(Permission.SEE_COOPERATIVES, Scope.CITY)
def get_imports(request: Request, workspace: Wired, selesai: str = "", dibatalkan: str = "") -> Response:
    """Show the form and the last imports."""
    return start_page(request, workspace, done=selesai, undone=dibatalkan)


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
        return start_page(request, workspace, faults=faults, table=tabel, sender=pengirim)
    choices = Choices(tabel, pengirim.strip() or author_of(request), berkas.filename or "")
    upload = uploads_of(request).keep(
        berkas.file, choices, upload_id=secrets.token_hex(16), now=workspace.now()
    )
    return leading_to(request, f"/impor/{upload.upload_id}")


@router.get("/impor/batal")
@declared(Permission.WRITE_TABLES, Scope.CITY)
def get_undo(request: Request, workspace: Wired) -> Response:
    """Show what taking the last import back would change."""
    with alone(request):
        try:
            report = workspace.store.undo_import(
                None, author=author_of(request), made_at=workspace.now(), dry_run=True
            )
        except RefusedError as error:
            return start_page(request, workspace, refusal=error)
    return pages_of(request).page(request, "import_undo.html", {"report": report})


@router.post("/impor/batal")
@declared(Permission.WRITE_TABLES, Scope.CITY)
def post_undo(request: Request, workspace: Wired, nomor: Annotated[int, Form()]) -> Response:
    """Take an import back."""
    with alone(request):
        try:
            workspace.store.undo_import(nomor, author=author_of(request), made_at=workspace.now())
        except RefusedError as error:
            return start_page(request, workspace, refusal=error)
    return leading_to(request, "/impor", dibatalkan=str(nomor))


@router.get("/impor/{upload_id}")
@declared(Permission.WRITE_TABLES, Scope.CITY)
def get_preview(request: Request, workspace: Wired, upload_id: str) -> Response:
    """Show what was understood of a file and what its import would change."""
    return preview_page(request, workspace, uploads_of(request).find(upload_id))


@router.post("/impor/{upload_id}/kolom")
@declared(Permission.WRITE_TABLES, Scope.CITY)
async def post_columns(request: Request, workspace: Wired, upload_id: str) -> Response:
    """Keep the sheet and the meaning of the columns that the user chose."""
    del workspace  # only signed in by it
    form = await request.form(max_fields=_MOST_FIELDS)
    said = {str(name): str(value) for name, value in form.multi_items() if isinstance(value, str)}

    def keep() -> Response:
        uploads = uploads_of(request)
        upload = uploads.find(upload_id)
        before = upload.choices
        headers = dict(before.headers) | {
            header: said[f"kolom-{at}"]
            for at in range(_MOST_FIELDS)
            if (header := said.get(f"judul-{at}")) is not None and f"kolom-{at}" in said
        }
        sheet = said.get("lembar") or before.sheet
        uploads.choose(upload, Choices(before.table, before.sender, before.name, sheet, headers))
        return leading_to(request, f"/impor/{upload_id}")

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
    uploads = uploads_of(request)
    upload = uploads.find(upload_id)
    if keadaan != state_of(upload, workspace.store.head().revision_id):
        return preview_page(request, workspace, upload, is_changed=True)
    with alone(request):
        try:
            import_file(
                workspace.store,
                intake_of(upload),
                author=author_of(request),
                made_at=workspace.now(),
                accept_valid=cara == "baik",
            )
        except ImportRefusedError:
            pass
        else:
            uploads.discard(upload_id)
            return leading_to(request, "/impor", selesai=upload.choices.name)
    return preview_page(request, workspace, upload)


@router.post("/impor/{upload_id}/buang")
@declared(Permission.WRITE_TABLES, Scope.CITY)
def post_discard(request: Request, workspace: Wired, upload_id: str) -> Response:
    """Forget a file."""
    del workspace  # only signed in by it
    uploads_of(request).discard(uploads_of(request).find(upload_id).upload_id)
    return leading_to(request, "/impor")


@router.get("/impor/{upload_id}/ditolak.xlsx")
@declared(Permission.WRITE_TABLES, Scope.CITY)
def get_rejects(request: Request, workspace: Wired, upload_id: str) -> Response:
    """Give the refused rows as a workbook with their reasons."""
    upload = uploads_of(request).find(upload_id)
    with alone(request), tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ditolak.xlsx"
        import_file(
            workspace.store,
            intake_of(upload),
            author=author_of(request),
            made_at=workspace.now(),
            dry_run=True,
            accept_valid=True,
            rejects=path,
            keeps_rejects=True,
        )
        if not path.exists():
            return leading_to(request, f"/impor/{upload_id}")
        headers = {"Content-Disposition": 'attachment; filename="ditolak.xlsx"'}
        return Response(path.read_bytes(), media_type=_XLSX, headers=headers)
