"""Tables as workbooks and CSV, and templates to fill in."""

import tempfile
from pathlib import Path

from fastapi import APIRouter, Response

from api.security.access import Permission, Scope, declared
from api.security.routes import DeclaredRoute
from api.wiring import Wired
from recommender.exchange import check_table, export_file, template_file

__all__ = ["router"]

router = APIRouter(route_class=DeclaredRoute, include_in_schema=False)

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@router.get("/unduh/tabel/{table}.xlsx")
@declared(Permission.SEE_COOPERATIVES, Scope.CITY)
def get_table_workbook(workspace: Wired, table: str) -> Response:
    """Give a table as a workbook that imports back."""
    check_table(table)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tabel.xlsx"
        export_file(workspace.store, table, path, today=workspace.today())
        return _download(path, f"{table}.xlsx", _XLSX)


@router.get("/unduh/tabel/{table}.csv")
@declared(Permission.SEE_COOPERATIVES, Scope.CITY)
def get_table_csv(workspace: Wired, table: str) -> Response:
    """Give a table as CSV that imports back."""
    check_table(table)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tabel.csv"
        export_file(workspace.store, table, path, today=workspace.today())
        return _download(path, f"{table}.csv", "text/csv; charset=utf-8")


@router.get("/unduh/templat/{table}.xlsx")
@declared(Permission.SEE_CATALOGUE, Scope.NOBODY)
def get_template(workspace: Wired, table: str) -> Response:
    """Give an empty sheet with notes, drop-downs and an example."""
    check_table(table)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "templat.xlsx"
        template_file(table, path, workspace.store)
        return _download(path, f"templat-{table}.xlsx", _XLSX)


def _download(path: Path, name: str, kind: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(path.read_bytes(), media_type=kind, headers=headers)
