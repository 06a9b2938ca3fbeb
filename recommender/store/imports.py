"""One record for each import: which file made which revision, and whether it was undone."""

from dataclasses import fields
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from recommender.store.import_records import ImportedFile, ImportRecord
from recommender.store.instants import instant_of
from recommender.store.tables import imports_table, revisions_table
from recommender.store.values import readable_text

__all__ = ["add_import", "find_import", "import_of_file", "mark_undone", "newest_imports", "newest_standing"]


def add_import(connection: Connection, revision_id: int, imported: ImportedFile) -> None:
    """Add the record of a revision's import; only inside the transaction of that revision."""
    values = {one.name: getattr(imported, one.name) for one in fields(ImportedFile)}
    texts = {name: readable_text(value) for name, value in values.items() if isinstance(value, str)}
    connection.execute(imports_table().insert(), {"revision_id": revision_id, **values, **texts})


def newest_imports(connection: Connection, limit: int) -> list[ImportRecord]:
    """Return the newest imports, undone ones included, newest first."""
    return [_record(row) for row in connection.execute(_imports().limit(limit))]


def newest_standing(connection: Connection) -> ImportRecord | None:
    """Return the newest import that was not undone, or ``None``."""
    return _first(connection, _imports().where(imports_table().c.undone_by.is_(None)))


def find_import(connection: Connection, revision_id: int) -> ImportRecord | None:
    """Return the import that made a revision, or ``None`` when none did."""
    return _first(connection, _imports().where(imports_table().c.revision_id == revision_id))


def import_of_file(connection: Connection, table: str, file_digest: str) -> ImportRecord | None:
    """Return the newest import of a file into a table that was not undone, or ``None``."""
    imports = imports_table()
    same_file = (imports.c.file_digest == file_digest) & (imports.c.table_name == table)
    return _first(connection, _imports().where(same_file, imports.c.undone_by.is_(None)))


def mark_undone(connection: Connection, revision_id: int, undone_by: int) -> None:
    """Say of an import which revision undid it."""
    imports = imports_table()
    where = imports.c.revision_id == revision_id
    connection.execute(imports.update().where(where), {"undone_by": undone_by})


def _imports() -> Select[Any]:
    imports, revisions = imports_table(), revisions_table()
    return (
        select(imports, revisions.c.made_at, revisions.c.author)
        .join(revisions, revisions.c.revision_id == imports.c.revision_id)
        .order_by(imports.c.revision_id.desc())
    )


def _first(connection: Connection, query: Select[Any]) -> ImportRecord | None:
    row = connection.execute(query.limit(1)).one_or_none()
    return None if row is None else _record(row)


def _record(row: Row[Any]) -> ImportRecord:
    found = dict(row._mapping)  # noqa: SLF001 - SQLAlchemy's documented name for a row by column name
    return ImportRecord(**{**found, "made_at": instant_of(found["made_at"])})
