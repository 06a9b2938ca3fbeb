"""The undo of an import: a new revision in which every row that it touched is as it was before."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from recommender.store import undo_sentences
from recommender.store.import_records import ImportRecord, UndoReport
from recommender.store.imports import find_import, mark_undone, newest_standing
from recommender.store.membership import is_one_of
from recommender.store.merging import Change
from recommender.store.recorder import Recorder, Stamp
from recommender.store.removals import no_values
from recommender.store.tables import current_table, versions_table
from recommender.store.touched import Touched, touched_rows
from recommender.store.undo_checks import demand_targets, demand_unchanged, demand_unreferred

__all__ = ["newest_to_undo", "undo"]

_BLOCK_ROWS = 500


def newest_to_undo(connection: Connection) -> int:
    """Return the revision of the newest import that stands.

    Raises
    ------
    RefusedError
        When there is none.
    """
    record = newest_standing(connection)
    if record is None:
        raise undo_sentences.nothing_to_undo()
    return record.revision_id


def undo(connection: Connection, revision_id: int, *, author: str, made_at: datetime) -> UndoReport:
    """Undo an import; only inside a writing transaction, which the caller commits or rolls back.

    Rows that it changed get the values they had; rows that it added are removed, by a version
    without values. Nothing that was ever written is taken away.

    Raises
    ------
    NotFoundError
        When no import made the revision.
    RefusedError
        When it was undone already, when its rows were changed after it, or when what it added is
        referred to; the message names them.
    """
    record = _standing(connection, revision_id)
    touched = touched_rows(connection, revision_id)
    demand_unchanged(connection, record, touched)
    source = f"pembatalan impor {record.file_name}"
    note = f"membatalkan revisi {revision_id} / undoes revision {revision_id}"
    recorder = Recorder(connection, Stamp(author, source, made_at, note), lists_differences=True)
    for table, rows in touched.items():
        for changes in _restoring(connection, table, rows.changed):
            demand_targets(connection, record, table, changes)
            recorder.write(table, changes)
    # those that refer come after those that they refer to, and have to go first
    for table, rows in reversed(touched.items()):
        demand_unreferred(connection, record, table, rows.added)
        for changes in _removing(connection, table, rows.added):
            recorder.write(table, changes)
    recorder.seal()
    mark_undone(connection, revision_id, recorder.revision_id)
    return _report(replace(record, undone_by=recorder.revision_id), touched, recorder)


def _standing(connection: Connection, revision_id: int) -> ImportRecord:
    record = find_import(connection, revision_id)
    if record is None:
        raise undo_sentences.import_unknown(revision_id)
    if record.undone_by is not None:
        raise undo_sentences.already_undone(record)
    return record


def _report(record: ImportRecord, touched: Mapping[str, Touched], recorder: Recorder) -> UndoReport:
    return UndoReport(
        imported=record,
        restored_count=sum(len(rows.changed) for rows in touched.values()),
        removed_count=sum(len(rows.added) for rows in touched.values()),
        differences=tuple(recorder.differences),
        difference_count=recorder.difference_count,
    )


def _restoring(connection: Connection, table: str, changed: Mapping[str, int]) -> Iterator[list[Change]]:
    names = list(no_values(table))
    for keys in _blocks(list(changed)):
        earlier = _versions(connection, table, {key: changed[key] for key in keys})
        yield [
            Change(
                key,
                now["version"] + 1,
                {name: now[name] for name in names},
                {name: earlier[key][name] for name in names},
            )
            for key, now in _current(connection, table, keys).items()
        ]


def _removing(connection: Connection, table: str, added: Sequence[str]) -> Iterator[list[Change]]:
    nothing = no_values(table)
    for keys in _blocks(added):
        yield [
            Change(
                key, now["version"] + 1, {name: now[name] for name in nothing}, dict(nothing), is_removal=True
            )
            for key, now in _current(connection, table, keys).items()
        ]


def _blocks(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(keys), _BLOCK_ROWS):
        yield keys[start : start + _BLOCK_ROWS]


def _current(connection: Connection, table: str, keys: Sequence[str]) -> dict[str, Mapping[Any, Any]]:
    current = current_table(table)
    query = select(current).where(is_one_of(connection, current.c.row_key, keys))
    return {row["row_key"]: row for row in connection.execute(query.order_by(current.c.row_key)).mappings()}


def _versions(connection: Connection, table: str, wanted: Mapping[str, int]) -> dict[str, Mapping[Any, Any]]:
    versions = versions_table(table)
    query = (
        select(versions)
        .where(is_one_of(connection, versions.c.row_key, wanted))
        .where(versions.c.version.in_(sorted(set(wanted.values()))))
    )
    rows = connection.execute(query).mappings()
    return {row["row_key"]: row for row in rows if row["version"] == wanted[row["row_key"]]}
