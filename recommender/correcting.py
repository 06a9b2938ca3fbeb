"""Use case: correct one fact of a cooperative; what was recorded before stays in its history."""

import datetime as dt
from dataclasses import dataclass

from features.cells.format import format_cell
from features.cells.parse import parse_cell
from features.errors import CellError
from features.schema.loader import Column, column
from models.explain.texts import Language
from recommender.errors import InputFault, RefusedError
from recommender.past_values import past_values, state_of
from recommender.stating import statable_field, stated_value
from recommender.store.revision import Revision
from recommender.store.store import Store
from recommender.store.values import Value

__all__ = ["Correction", "Draft", "correct_fact", "read_correction"]

_LONGEST_SOURCE = 200


@dataclass(frozen=True, slots=True)
class Draft:
    """A correction as it was typed."""

    value: str
    source: str
    observed_on: str


@dataclass(frozen=True, slots=True)
class Correction:
    """A value of a field with its source and day; ``value`` ``None`` makes the field unknown."""

    column: Column
    value: Value
    source: str
    observed_on: dt.date


def read_correction(
    field: str, draft: Draft, *, today: dt.date, language: Language
) -> tuple[Correction | None, list[InputFault]]:
    """Read a draft; every fault is returned, and without faults the correction.

    Parameters
    ----------
    field : str
    draft : Draft
    today : date
        In Jakarta; nothing can have been observed later.
    language : {'id', 'en'}
        That the draft was typed in.

    Raises
    ------
    NotFoundError
        When there is no such field.
    """
    found = statable_field(field)
    faults: list[InputFault] = []
    value: Value = None
    source: str | None = None
    day: dt.date | None = None
    try:
        value = stated_value(found, draft.value, language)
    except RefusedError as error:
        faults.append(InputFault("value", error.message_id, error.message_en))
    try:
        source = _source(draft.source)
    except RefusedError as error:
        faults.append(InputFault("source", error.message_id, error.message_en))
    try:
        day = _day(draft.observed_on, today)
    except RefusedError as error:
        faults.append(InputFault("observed_on", error.message_id, error.message_en))
    if faults or source is None or day is None:
        return None, faults
    return Correction(found, value, source, day), []


def correct_fact(
    store: Store,
    cooperative_id: str,
    correction: Correction,
    *,
    state: int,
    author: str,
    made_at: dt.datetime,
) -> bool:
    """Record a correction, unless the field has changed since it was shown.

    Parameters
    ----------
    store : Store
    cooperative_id : str
        Of a cooperative that is there.
    correction : Correction
    state : int
        Of the field when it was shown, as ``state_of`` gives it.
    author : str
        Who corrects.
    made_at : datetime
        With a time zone.

    Returns
    -------
    bool
        Whether it was recorded; nothing was when the field has changed meanwhile.
    """
    with store.revision(author=author, source=correction.source, made_at=made_at) as revision:
        # Inside the revision nobody else writes, so what is read now still holds when it ends.
        if state_of(past_values(store, cooperative_id, correction.column)) != state:
            return False
        if correction.value is None:
            _forget(store, revision, cooperative_id, correction)
        else:
            _state(revision, cooperative_id, correction)
    return True


def _state(revision: Revision, cooperative_id: str, correction: Correction) -> None:
    name = correction.column.name
    fact: dict[str, Value] = {
        "cooperative_id": cooperative_id,
        "field": name,
        "value": format_cell(correction.column, correction.value),
        "source": correction.source,
        "observed_on": correction.observed_on,
    }
    revision.upsert("facts", [fact])
    row = revision.current("cooperatives", (cooperative_id,))
    if row is None or correction.column.table != "cooperatives":
        return
    # On its own day the row's value goes before a fact, so a correction of that very day goes there as well.
    if row.values[name] is not None and row.values["observed_on"] == correction.observed_on:
        revision.upsert("cooperatives", [{"cooperative_id": cooperative_id, name: correction.value}])


def _forget(store: Store, revision: Revision, cooperative_id: str, correction: Correction) -> None:
    name = correction.column.name
    if correction.column.table == "cooperatives":
        revision.upsert("cooperatives", [{"cooperative_id": cooperative_id, name: None}])
    keys = [key for key in store.keys("facts") if key[:2] == (cooperative_id, name)]
    told = {"value": None, "source": correction.source}
    revision.upsert(
        "facts",
        [{"cooperative_id": cooperative_id, "field": name, "observed_on": key[2], **told} for key in keys],
    )


def _source(text: str) -> str:
    if not text.strip():
        raise RefusedError(
            "Sumbernya belum diisi. Tulis dari mana nilai ini, misalnya “buku anggota” atau “kunjungan”.",
            "There is no source yet. Write where the value comes from, such as “members' book” or “visit”.",
        )
    found = column("facts", "source")
    value = _cell(found, text) if found else text
    if not isinstance(value, str):
        raise RefusedError(
            "Sumber belum jelas. Tulis dari mana nilai ini.",
            "The source is not clear. Write where it is from.",
        )
    if len(value) > _LONGEST_SOURCE:
        raise RefusedError(
            f"Sumber terlalu panjang. Tulis paling banyak {_LONGEST_SOURCE} huruf.",
            f"The source is too long. Write at most {_LONGEST_SOURCE} characters.",
        )
    return value


def _day(text: str, today: dt.date) -> dt.date:
    found = column("facts", "observed_on")
    value = _cell(found, text) if found and text.strip() else None
    if not isinstance(value, dt.date):
        raise RefusedError(
            "Tanggalnya belum diisi. Tulis kapan nilai ini diketahui, misalnya 24/07/2026.",
            "There is no date yet. Write when this was observed, for example 24/07/2026.",
        )
    if value > today:
        raise RefusedError(
            f"Tanggal {value.isoformat()} belum terjadi. Tulis hari ini atau sebelumnya.",
            f"The date {value.isoformat()} has not come yet. Write today or an earlier day.",
        )
    return value


def _cell(found: Column, text: str) -> Value:
    try:
        return parse_cell(found, text)
    except CellError as error:
        raise RefusedError(error.message_id, error.message_en) from error
