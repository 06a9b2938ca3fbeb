"""Use case: what the members decided, recorded beside the advice and never overwritten by it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from features.cells.parse import parse_cell
from features.cells.ranges import check_range
from features.errors import CellError
from features.frame_cells import day_of, text_of, whole_of
from features.schema.loader import column
from recommender.directory import found_cooperative
from recommender.errors import InputFault, RefusedError
from recommender.gathering import Gathered
from recommender.store.store import Store

__all__ = ["Decision", "decisions_of", "faults_of", "record_decision"]

_FIRST_DAY = dt.date(2025, 1, 1)
_COUNTS = ("present_count", "votes_for_count", "votes_against_count", "votes_abstained_count")
_TEXTS = ("minutes_number", "note")
_MOST_LETTERS = 500


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision of a members' meeting.

    Attributes
    ----------
    offer_ids : tuple of str
        What was chosen; empty where the members chose nothing or put it off.
    present_count, votes_for_count, votes_against_count, votes_abstained_count : int or None
        ``None`` is unknown.
    minutes_number : str or None
        Of the meeting's minutes.
    recorded_by : str or None
    stored_id : str or None
        The id of a decision that is in the store already; an imported one has its own.
    """

    cooperative_id: str
    decided_on: dt.date
    offer_ids: tuple[str, ...]
    present_count: int | None = None
    votes_for_count: int | None = None
    votes_against_count: int | None = None
    votes_abstained_count: int | None = None
    minutes_number: str | None = None
    recorded_by: str | None = None
    note: str | None = None
    stored_id: str | None = field(default=None, compare=False)

    @property
    def decision_id(self) -> str:
        """Its own id, or one of its content: recording the same meeting twice changes nothing."""
        if self.stored_id is not None:
            return self.stored_id
        parts = [self.cooperative_id, self.decided_on.isoformat(), *sorted(self.offer_ids)]
        parts += [str(getattr(self, name)) for name in (*_COUNTS, *_TEXTS)]
        digest = sha256("\x1f".join(parts).encode()).hexdigest()
        return f"k-{digest[:16]}"


def faults_of(decision: Decision, source: Gathered) -> list[InputFault]:
    """Check a decision against the catalogue, the calendar and its own sums.

    Raises
    ------
    NotFoundError
        When there is no such cooperative.
    """
    found_cooperative(source, decision.cooperative_id)
    by_itself = _of_cells(decision) or [*_of_sums(decision), *_of_lengths(decision)]
    return [*_of_day(decision, source.at), *_of_offers(decision, source), *by_itself]


def record_decision(
    store: Store, decision: Decision, source: Gathered, *, author: str, made_at: dt.datetime
) -> str:
    """Record a decision and return its id; the same one again changes nothing.

    Raises
    ------
    NotFoundError
        When there is no such cooperative.
    RefusedError
        When something is wrong with it; the message has every fault.
    """
    faults = faults_of(decision, source)
    if faults:
        raise RefusedError(
            " ".join(one.message_id for one in faults), " ".join(one.message_en for one in faults)
        )
    row = {
        "decision_id": decision.decision_id,
        "cooperative_id": decision.cooperative_id,
        "decided_on": decision.decided_on,
        "offer_ids": decision.offer_ids,
        **{name: getattr(decision, name) for name in _COUNTS},
        "minutes_number": decision.minutes_number,
        "recorded_by": decision.recorded_by or author,
        "note": decision.note,
    }
    with store.revision(author=author, source="rapat anggota", made_at=made_at) as revision:
        revision.upsert("decisions", [row])
    return decision.decision_id


def decisions_of(store: Store, cooperative_id: str) -> list[Decision]:
    """Return a cooperative's decisions, newest first, ties by id."""
    frame = store.frame("decisions")
    rows = frame[frame["cooperative_id"] == cooperative_id].to_dict("records")
    found = [_decision({str(name): value for name, value in row.items()}) for row in rows]
    return sorted(found, key=lambda one: (-one.decided_on.toordinal(), one.decision_id))


def _decision(row: Mapping[str, object]) -> Decision:
    offers = row["offer_ids"]
    return Decision(
        cooperative_id=str(row["cooperative_id"]),
        decided_on=day_of(row["decided_on"]) or _FIRST_DAY,
        offer_ids=offers if isinstance(offers, tuple) else (),
        minutes_number=text_of(row["minutes_number"]),
        recorded_by=text_of(row["recorded_by"]),
        note=text_of(row["note"]),
        stored_id=text_of(row["decision_id"]),
        present_count=whole_of(row["present_count"]),
        votes_for_count=whole_of(row["votes_for_count"]),
        votes_against_count=whole_of(row["votes_against_count"]),
        votes_abstained_count=whole_of(row["votes_abstained_count"]),
    )


def _of_day(decision: Decision, today: dt.date) -> list[InputFault]:
    day = decision.decided_on.isoformat()
    if decision.decided_on > today:
        id_, en = f"Tanggal rapat {day} belum terjadi.", f"The day of the meeting, {day}, has not come yet."
    elif decision.decided_on < _FIRST_DAY:
        id_ = f"Tanggal rapat {day} mendahului program ini (2025). Periksa tahunnya."
        en = f"The day of the meeting, {day}, is before this programme (2025). Check the year."
    else:
        return []
    return [InputFault("decided_on", id_, en)]


def _of_offers(decision: Decision, source: Gathered) -> list[InputFault]:
    known = set(source.context.offer_ids)
    missing = [one for one in decision.offer_ids if one not in known]
    if missing:
        names = ", ".join(missing)
        return [
            InputFault(
                "offer_ids",
                f"Model bisnis tidak dikenal: {names}. Periksa ID-nya.",
                f"Unknown offers: {names}. Check their ids.",
            )
        ]
    offers = source.context.offers
    group_of = dict(zip(offers["offer_id"], offers["exclusive_group"], strict=True))
    groups: dict[str, str] = {}
    for one in decision.offer_ids:
        group = group_of[one]
        if group and group in groups:
            return [
                InputFault(
                    "offer_ids",
                    f"{groups[group]} dan {one} tidak dapat dijalankan bersama. Pilih salah satu.",
                    f"{groups[group]} and {one} cannot be run together. Choose one.",
                )
            ]
        if group:
            groups[group] = one
    return []


def _of_cells(decision: Decision) -> list[InputFault]:
    """Read what was typed by the rules of the table's cells: hidden letters, ranges."""
    found = []
    for name in (*_COUNTS, *_TEXTS):
        value, one = getattr(decision, name), column("decisions", name)
        if value is None or one is None:
            continue
        try:
            if isinstance(value, int):
                check_range(one, value, str(value))
            else:
                parse_cell(one, value)
        except CellError as error:
            found.append(InputFault(name, error.message_id, error.message_en))
    return found


def _of_sums(decision: Decision) -> list[InputFault]:
    votes = [decision.votes_for_count, decision.votes_against_count, decision.votes_abstained_count]
    given = sum(one or 0 for one in votes)
    if decision.present_count is None or given <= decision.present_count:
        return []
    return [
        InputFault(
            "present_count",
            f"Ada {given} suara, tetapi hanya {decision.present_count} anggota hadir. Periksa keduanya.",
            f"There are {given} votes, but only {decision.present_count} members present. Check both.",
        )
    ]


def _of_lengths(decision: Decision) -> list[InputFault]:
    return [
        InputFault(
            name,
            f"Isian terlalu panjang. Tulis paling banyak {_MOST_LETTERS} huruf.",
            f"Too long. Write at most {_MOST_LETTERS} characters.",
        )
        for name in _TEXTS
        if len(getattr(decision, name) or "") > _MOST_LETTERS
    ]
