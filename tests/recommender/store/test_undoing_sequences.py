"""Imports, edits and undos in any order leave what a plain model of them says, now and at each revision."""

import itertools
import math
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recommender.errors import RefusedError
from recommender.store.import_records import ImportedFile

MADE_AT = datetime(2026, 3, 1, 2, 30, tzinfo=UTC)
KEYS = {"areas": "code", "cooperatives": "cooperative_id"}
COLUMNS = {"areas": ["code", "population_count"], "cooperatives": ["cooperative_id", "area_code", "cash_idr"]}
NUMBERS = st.none() | st.integers(0, 2)
AREAS = st.fixed_dictionaries({"code": st.sampled_from("ab")}, optional={"population_count": NUMBERS})
COOPERATIVES = st.fixed_dictionaries(
    {"cooperative_id": st.sampled_from("kl")},
    optional={"area_code": st.none() | st.sampled_from("ab"), "cash_idr": NUMBERS},
)
ROWS = st.tuples(st.just("areas"), st.lists(AREAS, min_size=1, max_size=3)) | st.tuples(
    st.just("cooperatives"), st.lists(COOPERATIVES, min_size=1, max_size=3)
)
UNDO = st.tuples(st.just("undo"), st.integers(1, 4))
STEPS = st.lists(
    st.sampled_from(["import", "undo", "import", "edit", "undo"]).flatmap(
        lambda step: UNDO if step == "undo" else st.tuples(st.just(step), ROWS)
    ),
    min_size=6,
    max_size=14,
)
numbers = itertools.count()


class RefusedByModelError(Exception):
    """The model says that the store has to refuse."""


class Model:
    """Rows as plain dictionaries; of each row a pile of what it was before, by revision."""

    def __init__(self, head):
        self.head = head
        self.rows = {}
        self.piles = {}
        self.written = {}
        self.imports = {}
        self.states = {head: {}}

    def write(self, table, given, *, is_import):
        """Take rows in; nothing happens when none of them says anything new."""
        rows, touched = dict(self.rows), {}
        for row in given:
            place = table, row[KEYS[table]]
            before = rows.get(place)
            after = {**(before or dict.fromkeys(COLUMNS[table])), **row}
            if after.get("area_code") and ("areas", after["area_code"]) not in rows:
                raise RefusedByModelError
            if before != after:
                touched.setdefault(place, self.rows.get(place))
                rows[place] = after
        if touched:
            self._keep(rows, touched)
            for place, before in touched.items():
                self.piles.setdefault(place, []).append((self.head, before))
            if is_import:
                self.imports[self.head] = set(touched)

    def undo(self, revision):
        """Take an import back, if it lies on top of all its rows and nothing refers to what goes."""
        places = self.imports[revision]
        if not places or any(self.piles[place][-1][0] != revision for place in places):
            raise RefusedByModelError
        rows = dict(self.rows)
        for place in places:
            rows[place] = self.piles[place][-1][1]
        rows = {place: row for place, row in rows.items() if row is not None}
        for row in rows.values():
            if row.get("area_code") and ("areas", row["area_code"]) not in rows:
                raise RefusedByModelError
        self._keep(rows, places)
        self.imports[revision] = set()
        for place in places:
            self.piles[place].pop()

    def _keep(self, rows, places):
        self.head += 1
        self.rows = rows
        self.states[self.head] = rows
        self.written |= dict.fromkeys(places, self.head)


class Real:
    """The same on a store, which many examples share: each has its own keys."""

    def __init__(self, store):
        self.store = store
        self.mark = f"{next(numbers)}-"

    def write(self, table, given, *, is_import):
        """Write rows in one revision."""
        rows = [{name: self._marked(value) for name, value in row.items()} for row in given]
        with self.store.revision(author="a", source="b", made_at=MADE_AT) as revision:
            counts = revision.upsert(table, rows)
            if is_import:
                told = (len(rows), counts.new, counts.changed, counts.same, 0)
                revision.record_import(ImportedFile(table, "f.csv", "0" * 64, "", *told))

    def undo(self, revision):
        """Undo one import."""
        self.store.undo_import(revision, author="a", made_at=MADE_AT)

    def rows(self, as_of=None):
        """The example's rows as a model holds them."""
        found = {}
        for table, key in KEYS.items():
            wanted = [self.mark + one for one in "abkl"]
            frame = self.store.frame(table, as_of=as_of, columns=COLUMNS[table], where_in=(key, wanted))
            for row in frame.to_dict("records"):
                plain = {name: self._plain(value) for name, value in row.items()}
                found[table, plain[key]] = plain
        return found

    def changes(self, since):
        """What the store says has changed, as a model's places and rows."""
        return {
            (table, self._plain(key[0])): tuple(self._row(table, row) for row in (one.base, one.now))
            for table in KEYS
            for key, one in self.store.changes_since(table, since).items()
        }

    def _row(self, table, values):
        return values and {name: self._plain(values[name]) for name in COLUMNS[table]}

    def _marked(self, value):
        return self.mark + value if isinstance(value, str) else value

    def _plain(self, value):
        if isinstance(value, str):
            return value.removeprefix(self.mark)
        return None if value is None or math.isnan(value) else int(value)


def take(step, argument, imports, side):
    """Do one step on the model or on the store."""
    if step == "undo":
        side.undo(imports[-min(argument, len(imports))])
    else:
        side.write(*argument, is_import=step == "import")


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
@pytest.mark.slow
def test_the_store_does_what_the_model_says(store, steps):
    """After each step, and at the end for every revision on the way; the check has nothing to say."""
    model, real = Model(store.head().revision_id), Real(store)
    start = model.head
    for step, argument in steps:
        imports = list(model.imports)
        if step == "undo" and not imports:
            continue
        try:
            take(step, argument, imports, model)
        except RefusedByModelError:
            with pytest.raises(RefusedError):
                take(step, argument, imports, real)
        else:
            take(step, argument, imports, real)
        assert (model.head, model.rows) == (store.head().revision_id, real.rows())
    for revision, state in model.states.items():
        assert state == real.rows(as_of=revision)
        assert {
            place: (state.get(place), row)
            for place, row in model.rows.items()
            if model.written[place] > revision
        } == real.changes(revision)
    assert [] == store.check()
    standing = [one.revision_id for one in store.imports(100) if one.undone_by is None]
    assert [one for one in model.imports if model.imports[one]] == sorted(
        one for one in standing if one > start
    )
