"""A store in memory that keeps the promises of ``ports``, and strategies for rows."""

from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from hypothesis import strategies as st

from features.cells.format import format_cell
from features.schema.loader import columns, key_columns, table_names
from recommender.ingest.load import Loading, load_table

WHEN = datetime(2026, 11, 21, 7, 30, tzinfo=UTC)


@dataclass
class MemoryRevision:
    """Upserts into a copy that becomes the store's content when all went well."""

    tables: dict
    differences: list = field(default_factory=list)
    difference_count: int = 0

    def upsert(self, table, rows):
        """Write rows by key; an absent column stays, ``None`` becomes unknown."""
        counts = SimpleNamespace(new=0, changed=0, same=0)
        for row in rows:
            key = tuple(row.get(name) for name in key_columns(table))
            before = self.tables[table].get(key)
            after = {**(before or dict.fromkeys(one.name for one in columns(table))), **row}
            kind = "new" if before is None else "same" if before == after else "changed"
            setattr(counts, kind, getattr(counts, kind) + 1)
            for name, value in after.items():
                old = before and before[name]
                if old != value:
                    self.differences.append(SimpleNamespace(key=key, column=name, before=old, after=value))
                    self.difference_count += 1
            self.tables[table][key] = after
        return counts

    def record_import(self, imported):
        """Keep the record of the import."""
        self.imported = imported


class MemoryStore:
    """Tables in dictionaries; frames of the kinds that the real store gives."""

    def __init__(self):
        self.tables = {table: {} for table in table_names()}
        self.revision_count = 0

    def put(self, table, *rows):
        """Set rows up; columns that are not given are unknown."""
        MemoryRevision(self.tables).upsert(table, rows)

    def keys(self, table):
        """Return the keys of a table."""
        return list(self.tables[table])

    def rows(self, table):
        """Return all rows in the order of their keys' text."""
        return [row for _key, row in sorted(self.tables[table].items(), key=lambda item: str(item[0]))]

    def frame(self, table, *, columns=None):
        """Return a table as a frame."""
        return self._frame(table, self.rows(table), columns)

    def frames_in_blocks(self, table, block_rows):
        """Return a table block by block; none for an empty table."""
        rows = self.rows(table)
        for start in range(0, len(rows), block_rows):
            yield self._frame(table, rows[start : start + block_rows], None)

    def changes_since(self, table, revision_id):
        """Nothing changes behind an export here."""
        assert table in self.tables
        assert revision_id >= 0
        return {}

    def removals_since(self, table, revision_id):
        """Nothing is taken out behind an export here."""
        assert table in self.tables
        assert revision_id >= 0
        return {}

    @contextmanager
    def revision(self, *, author, source, made_at, note=None, dry_run=False):
        """Write to a copy; keep it unless something was raised or it is a dry run."""
        assert author
        assert source
        assert made_at.tzinfo
        assert note is None
        revision = MemoryRevision({name: dict(rows) for name, rows in self.tables.items()})
        yield revision
        if not dry_run:
            self.tables = revision.tables
            self.revision_count += 1

    @staticmethod
    def _frame(table, rows, chosen):
        found = {}
        for one in columns(table):
            if chosen is not None and one.name not in chosen:
                continue
            values = [row[one.name] for row in rows]
            if one.is_numeric:
                numbers = [np.nan if value is None else float(value) for value in values]
                found[one.name] = np.array(numbers, dtype=float)
            elif one.kind == "date":
                found[one.name] = np.array([value or "NaT" for value in values], dtype="datetime64[s]")
            else:
                cells = np.empty(len(values), dtype=object)
                cells[:] = values
                found[one.name] = pd.Series(cells, dtype=object)
        return pd.DataFrame(found)


@pytest.fixture(name="empty_store")
def _empty_store():
    """A store with nothing in it."""
    return MemoryStore()


@pytest.fixture(name="store")
def _store():
    """A store with a few areas, partners, offers and one cooperative."""
    store = MemoryStore()
    for code, name, district, latitude, longitude in (
        ("36.73.01.1001", "Serang", "Serang", -6.128, 106.1468),
        ("36.73.01.1002", "Cipare", "Serang", -6.1255, 106.1627),
        ("36.73.01.1004", "Kota Baru", "Serang", -6.1139, 106.1539),
        ("36.73.01.1012", "Sukawana", "Serang", -6.1, 106.13),
        ("36.73.04.1007", "Sukawana", "Curug", -6.2, 106.2),
        ("36.73.05.1003", "Panancangan", "Cipocok Jaya", -6.13, 106.18),
        ("36.73.01.1008", "Kaligandu", "Serang", None, None),
    ):
        area = {"code": code, "name": name, "district": district}
        store.put("areas", {**area, "latitude_deg": latitude, "longitude_deg": longitude})
    store.put("partners", {"partner_id": "bulog", "name": "Bulog"})
    for offer in ("rpk", "beras"):
        store.put("offers", {"offer_id": offer, "partner_id": "bulog", "title": offer, "sector": "staples"})
    store.put(
        "cooperatives",
        {
            "cooperative_id": "K1",
            "name": "KKMP Cipare",
            "area_code": "36.73.01.1002",
            "member_count": 160,
            "commodities": ("padi",),
        },
    )
    return store


@pytest.fixture(name="write")
def _write(tmp_path):
    """Write a file of lines and return its path."""

    def write(*lines, name="data.csv", encoding="utf-8"):
        path = tmp_path / name
        path.write_bytes("\n".join([*lines, ""]).encode(encoding))
        return path

    return write


@pytest.fixture(name="load")
def _load(store, write):
    """Import lines into a table of the store."""

    def load(table, *lines, **options):
        return load_table(store, table, write(*lines), Loading(**options), author="tester", made_at=WHEN)

    return load


HIDDEN = {
    0xAD,
    0x200B,
    0x200E,
    0x200F,
    *range(0x2028, 0x202F),
    *range(0x2060, 0x2065),
    *range(0x2066, 0x206A),
    0xFEFF,
}
OUTLINE = '{"type":"Polygon","coordinates":[[[106.1,-6.1],[106.2,-6.1],[106.2,-6.0],[106.1,-6.1]]]}'
LETTERS = st.characters(exclude_categories=["Cc", "Cs"], exclude_characters=tuple(map(chr, HIDDEN)))


def _value(one):
    text = st.text(LETTERS | st.sampled_from("\t\r\n'=-;\", "), min_size=1, max_size=12)
    low = 0 if one.minimum is None else one.minimum
    high = 1e9 if one.maximum is None else one.maximum
    by_kind = {
        "yes_no": st.booleans,
        "count": lambda: st.integers(int(low), int(high)),
        "level": lambda: st.integers(int(low), int(high)),
        "money": lambda: st.integers(int(low), int(high)),
        "decimal": lambda: st.floats(low, high).map(lambda number: number + 0.0),
        "date": lambda: st.dates(min_value=date(1800, 1, 1)),
        "choice": lambda: st.sampled_from(one.choices),
        "list": lambda: st.lists(st.sampled_from(one.choices) if one.choices else text, max_size=3).map(
            tuple
        ),
        "id": lambda: st.text(LETTERS, min_size=1, max_size=8),
        "code": lambda: st.just("36.73.01.1001"),
    }
    return by_kind.get(one.kind, lambda: text)()


def _set_days(row):
    """Bring the days on which something happened between the republic's founding and today."""
    for name in ("observed_on", "occurred_on", "confirmed_on", "mou_signed_on"):
        if row.get(name):
            row[name] = min(max(row[name], date(1945, 1, 1)), WHEN.date())


def _settled(table, row):
    """Make a drawn row one that could have been imported."""
    for start, end in (("valid_from", "valid_to"), ("apply_from", "apply_to")):
        if row.get(start) and row.get(end) and row[start] > row[end]:
            row[start], row[end] = row[end], row[start]
    references = {
        "partner_id": "bulog",
        "supplier_id": "bulog",
        "offer_id": "rpk",
        "cooperative_id": "K1",
        "event_id": "E1",
    }
    for one in columns(table):
        if one.refers_to in {"partners", "offers", "cooperatives", "events"} and row[one.name] is not None:
            row[one.name] = references[one.name]
    _set_days(row)
    for start, end in (("mou_signed_on", "mou_until"), ("set_on", "expires_on")):
        if row.get(start) and row.get(end):
            row[end] = max(row[start], row[end])
    if table == "offers":
        row["demand_field"], row["competition_field"] = "household_count", None
    if table in {"facts", "requirements"}:
        row["field"] = f"free {row['field']}"
    if table == "boundaries":
        row["geometry"] = OUTLINE
    return row


@pytest.fixture(name="refer", scope="session")
def _refer():
    """Set up what only some tables refer to."""

    def refer(store, table):
        if table == "reviews":
            event = {"event_id": "E1", "cooperative_id": "K1", "offer_id": "rpk", "kind": "introduced"}
            store.put("events", {**event, "occurred_on": date(2026, 3, 1)})

    return refer


@pytest.fixture(name="rows_of", scope="session")
def _rows_of():
    """A strategy for rows of a table, as a store would hold them."""

    def rows_of(table):
        parts = {one.name: _value(one) if one.required else st.none() | _value(one) for one in columns(table)}
        row = st.fixed_dictionaries(parts).map(lambda drawn: _settled(table, drawn))
        keys = key_columns(table)
        return st.lists(row, max_size=3, unique_by=lambda drawn: tuple(drawn[name] for name in keys))

    return rows_of


@pytest.fixture(name="csv_of", scope="session")
def _csv_of():
    """The text of a value in an exported cell."""
    return format_cell
