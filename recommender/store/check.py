"""Is everything in the store still what was written?"""

import heapq
from collections.abc import Generator, Iterator
from contextlib import ExitStack, closing
from itertools import groupby, zip_longest
from operator import itemgetter

from sqlalchemy import Connection, exists, func, or_, select, text

from features.schema.loader import Column, table_names
from recommender.store.allocation_check import allocation_findings
from recommender.store.digest import FIRST_DIGEST, next_digest, row_digest
from recommender.store.model_check import model_findings
from recommender.store.records import Finding
from recommender.store.removals import is_removal
from recommender.store.tables import (
    current_table,
    revisions_table,
    table_columns,
    versions_table,
)

__all__ = ["findings_of"]

_BLOCK_ROWS = 2000


def findings_of(connection: Connection) -> list[Finding]:
    """Return what is wrong, in a fixed order; empty when all is well.

    Looks at the pages of a SQLite file, at the chain of digests (computed again from every
    version), at the current rows (each is its newest version), at the references, at learned models and
    at the log of their promotions, at city-wide plans and the log of their places. The version of the
    schema was looked at when the store was opened.
    """
    damage = list(_damaged_pages(connection))
    if damage:
        return damage  # the rest would be read from broken pages
    findings = list(_broken_chain(connection))
    for table in table_names():
        findings += _stale_rows(connection, table)
        findings += _missing_references(connection, table)
    return [*findings, *model_findings(connection), *allocation_findings(connection)]


def _damaged_pages(connection: Connection) -> Iterator[Finding]:
    if connection.dialect.name != "sqlite":
        return
    said = connection.execute(text("PRAGMA integrity_check(1)")).scalar_one()
    if said != "ok":
        yield Finding(
            "damaged_pages",
            "Berkas basis data rusak. Ganti dengan salinan cadangan terakhir.",
            "The database file is damaged. Replace it with the last backup copy.",
        )


def _broken_chain(connection: Connection) -> Iterator[Finding]:
    revisions = revisions_table()
    stored = connection.execute(
        select(revisions.c.revision_id, revisions.c.digest).order_by(revisions.c.revision_id)
    ).all()
    with closing(_chain_of_versions(connection)) as chain:
        for number, (said, found) in enumerate(zip_longest(stored, chain), start=1):
            if said is None or found is None or tuple(said) != found or found[0] != number:
                yield Finding(
                    "broken_chain",
                    f"Isi revisi {number} tidak lagi seperti saat dicatat. Bandingkan dengan "
                    "cadangan, lalu ganti berkas ini dengannya.",
                    f"Revision {number} no longer holds what was recorded. Compare with a backup, "
                    "then put it in place of this file.",
                )
                return


def _chain_of_versions(connection: Connection) -> Generator[tuple[int, str], None, None]:
    """Give each revision and its digest, computed again from the versions of all rows."""
    digest = FIRST_DIGEST
    with ExitStack() as streams:
        tables = [streams.enter_context(closing(_row_digests(connection, table))) for table in table_names()]
        for revision_id, rows in groupby(heapq.merge(*tables), key=itemgetter(0)):
            digest = next_digest(digest, (row[-1] for row in rows))
            yield revision_id, digest


def _row_digests(
    connection: Connection, table: str
) -> Generator[tuple[int, str, str, int, bytes], None, None]:
    versions = versions_table(table)
    names = [column.name for column in table_columns(table)]
    query = select(versions).order_by(versions.c.revision_id, versions.c.row_key, versions.c.version)
    with connection.execute(query, execution_options={"yield_per": _BLOCK_ROWS}) as result:
        for row in result.mappings():
            values = {name: row[name] for name in names}
            digest = row_digest(table, row["row_key"], values)
            yield row["revision_id"], table, row["row_key"], row["version"], digest


def _stale_rows(connection: Connection, table: str) -> Iterator[Finding]:
    current, versions = current_table(table), versions_table(table)
    same_row = current.c.row_key == versions.c.row_key
    same_version = same_row & (current.c.version == versions.c.version)
    differs = [column.is_distinct_from(versions.c[column.name]) for column in current.columns]
    # two joins by key: one full join by newest version would take minutes for 83,000 rows
    changed = select(func.count()).select_from(current.outerjoin(versions, same_version))
    ahead = select(func.count()).select_from(versions.outerjoin(current, same_row))
    later = versions.alias()
    is_newest = ~exists().where(later.c.row_key == versions.c.row_key, later.c.version > versions.c.version)
    # a row that was removed is not there, and so are its versions before that
    lost = current.c.row_key.is_(None) & ~is_removal(table, versions) & is_newest
    # a current row cannot be the one that says that it was removed, however alike they look
    count = connection.execute(changed.where(or_(is_removal(table, current), *differs))).scalar_one()
    count += connection.execute(ahead.where(or_(lost, versions.c.version > current.c.version))).scalar_one()
    if count:
        yield Finding(
            "stale_rows",
            f"{count} baris tabel {table} tidak sama dengan versi terakhirnya. Pulihkan cadangan terakhir.",
            f"{count} rows of table {table} are not what their newest version says. Bring back the "
            "last backup copy.",
        )


def _missing_references(connection: Connection, table: str) -> Iterator[Finding]:
    for column in table_columns(table):
        count = _unresolved(connection, column) if column.refers_to else 0
        if count:
            yield Finding(
                "missing_reference",
                f"{count} baris tabel {table} merujuk lewat {column.name} ke {column.refers_to} "
                "yang tidak ada. Masukkan yang dirujuk dengan `sanding import`.",
                f"{count} rows of table {table} refer by {column.name} to {column.refers_to} that "
                "are not there. Import what they refer to with `sanding import`.",
            )


def _unresolved(connection: Connection, column: Column) -> int:
    current, target = current_table(column.table), current_table(column.refers_to)
    refers = current.c[column.name]
    found = select(target.c.row_key).where(target.c.row_key == refers).exists()
    query = select(func.count()).select_from(current).where(refers.is_not(None), ~found)
    return int(connection.execute(query).scalar_one())
