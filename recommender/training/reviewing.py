"""Events the department has to look at before they count, and what it found."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from features.frame_cells import day_of, text_of
from recommender.clock import jakarta_today
from recommender.errors import NotFoundError, RefusedError
from recommender.reasons import checked_reason
from recommender.store.store import Store
from recommender.store.values import Value
from recommender.training.dataset import Labelled
from recommender.training.records import HeldRun
from recommender.training.review_state import has_changed

__all__ = ["VERDICTS", "Reviewable", "Verdict", "record_reviews", "reviewables"]

Verdict = Literal["counted", "struck"]
"""It happened and counts; it is not believed and counts for nothing."""

VERDICTS = ("counted", "struck")
_NAMED = 5
_COMMON = {
    "accounts": ("dari sedikit pencatat", "from few accounts"),
    "cooperatives": ("dari sedikit koperasi", "from few cooperatives"),
    "days": ("dalam waktu singkat", "within a short time"),
}


@dataclass(frozen=True, slots=True)
class Reviewable:
    """One event to look at, and why, in two languages."""

    event_id: str
    cooperative_id: str
    offer_id: str
    kind: str
    occurred_on: dt.date | None
    recorded_by: str | None
    reason: Literal["waiting", "held"]
    sentence_id: str
    sentence_en: str


def reviewables(outcomes: Labelled) -> tuple[Reviewable, ...]:
    """Return what waits and what is held of one day's outcomes: held runs first, then by day and id."""
    events = outcomes.verdicts.counted
    by_id = {str(row["event_id"]): row for row in events.to_dict("records")}
    found = [
        _reviewable(by_id[event_id], "held", _held_sentences(run))
        for run in outcomes.held
        for event_id in run.event_ids
    ]
    rows = outcomes.verdicts.waiting.sort_values(["occurred_on", "event_id"], kind="stable").to_dict(
        "records"
    )
    found += [_reviewable(row, "waiting", _waiting_sentences(row)) for row in rows]
    return tuple(found)


def record_reviews(
    store: Store,
    event_ids: Sequence[str],
    verdict: str,
    reason: str | None,
    *,
    author: str,
    made_at: dt.datetime,
    shown: Mapping[str, str] | None = None,
) -> int:
    """Record what the department found of some events; return of how many.

    What stands there already is not written again.

    Parameters
    ----------
    store : Store
    event_ids : sequence of str
    verdict : {'counted', 'struck'}
    reason : str or None
        Needed where an event is struck.
    author : str
    made_at : datetime
        With a time zone; its day in Jakarta is that of the review.
    shown : mapping of str to str, optional
        How each event stood when it was looked at (see ``review_state``). Nothing is recorded when one of
        them has changed since, unless this very finding stands there by now.

    Raises
    ------
    NotFoundError
        When there is no such event; nothing is recorded then.
    RefusedError
        When there is no such verdict, a reason is missing or too long, or somebody else was quicker.
    """
    if verdict not in VERDICTS:
        raise RefusedError(
            f"Putusan {verdict!r} tidak dikenal. Pilih counted (dihitung) atau struck (dicoret).",
            f"Unknown verdict {verdict!r}. Choose counted or struck.",
        )
    written = checked_reason(reason)
    if verdict == "struck" and written is None:
        raise RefusedError(
            "Alasan belum ditulis. Tulis mengapa peristiwa ini dicoret.",
            "There is no reason yet. Write why these events are struck.",
        )
    wanted = list(dict.fromkeys(event_ids))
    there = {str(key[0]) for key in store.keys("events")}
    missing = [one for one in wanted if one not in there]
    if missing:
        names = ", ".join(missing[:_NAMED])
        raise NotFoundError(
            f"Peristiwa tidak ditemukan: {names}. Lihat daftarnya dengan `sanding events`.",
            f"No such event: {names}. See the list with `sanding events`.",
        )
    common: Mapping[str, Value] = {
        "verdict": verdict,
        "reason": written,
        "recorded_by": author,
        "reviewed_on": jakarta_today(made_at),
    }
    rows = [{"event_id": one, **common} for one in wanted]
    with store.revision(author=author, source="pemeriksaan peristiwa", made_at=made_at) as revision:
        changed = [] if shown is None else has_changed(revision.current, rows, shown)
        if changed:
            names = ", ".join(changed[:_NAMED])
            raise RefusedError(
                f"Peristiwa ini berubah atau sudah diputuskan sejak halaman dibuka: {names}. Tidak ada yang "
                "dicatat. Periksa lagi, lalu catat.",
                f"These events have changed, or were decided on, since the page was opened: {names}. Nothing "
                "was recorded. Look again, then record.",
            )
        revision.upsert("reviews", rows)
    return len(rows)


def _reviewable(
    row: Mapping[object, object], reason: Literal["waiting", "held"], sentences: tuple[str, str]
) -> Reviewable:
    return Reviewable(
        event_id=str(row["event_id"]),
        cooperative_id=str(row["cooperative_id"]),
        offer_id=str(row["offer_id"]),
        kind=str(row["kind"]),
        occurred_on=day_of(row["occurred_on"]),
        recorded_by=text_of(row["recorded_by"]),
        reason=reason,
        sentence_id=sentences[0],
        sentence_en=sentences[1],
    )


def _held_sentences(run: HeldRun) -> tuple[str, str]:
    common_id, common_en = _COMMON[run.kind]
    count, first, last = len(run.event_ids), run.first_on.isoformat(), run.last_on.isoformat()
    said_id = f"Ditahan: {count} keberhasilan {run.offer_id} {common_id} ({first} sampai {last})"
    said_en = f"Held: {count} successes of {run.offer_id} {common_en} ({first} to {last})"
    return f"{said_id}, terlalu banyak untuk kebetulan.", f"{said_en}, too many for chance."


def _waiting_sentences(row: Mapping[object, object]) -> tuple[str, str]:
    author = text_of(row["recorded_by"]) or "-"
    return (
        f"Menunggu: dicatat oleh {author}, belum dikonfirmasi dinas.",
        f"Waiting: recorded by {author}, not confirmed by the department.",
    )
