"""Are city-wide plans and the log of what became of them still what was written?"""

from collections.abc import Iterator

from sqlalchemy import Connection

from recommender.store.allocation_log import allocation_log
from recommender.store.allocations import allocation_names, find_allocation
from recommender.store.records import Finding

__all__ = ["allocation_findings"]

_OUTCOMES = ("solved", "no_solution", "failed")


def allocation_findings(connection: Connection) -> Iterator[Finding]:
    """Yield what is wrong with plans, by age, then with the log.

    Looks at the name that follows from each content, at the seal over time, author and content, at the chain
    of the log, whether the plans it speaks of are there, and whether time and author of each are those of the
    row by which it was registered.
    """
    stamps: dict[str, tuple[object, str] | None] = {}
    for name in allocation_names(connection):
        plan = find_allocation(connection, name)
        stamps[name] = None if plan is None else (plan.made_at, plan.author)
        if plan is None:
            yield _damaged(name)
    log = allocation_log(connection)
    if log.broken_at is not None:
        yield _broken(log.broken_at)
    named = {one.allocation_id: None for one in log.entries if one.allocation_id is not None}
    for name in named:
        if name not in stamps:
            yield _lost(name)
    for entry in log.entries:
        stamp = stamps.get(entry.allocation_id or "")
        if entry.kind in _OUTCOMES and stamp not in {None, (entry.made_at, entry.author)}:
            yield _exchanged(str(entry.allocation_id), entry.number)


def _damaged(name: str) -> Finding:
    return Finding(
        "damaged_allocation",
        f"Rencana {name} rusak dan tidak dipakai. Hitung ulang rencananya, atau pulihkan cadangan terakhir.",
        f"Plan {name} is damaged and is not used. Make the plan again, or bring back the last backup copy.",
    )


def _broken(number: int) -> Finding:
    return Finding(
        "broken_allocation_log",
        f"Catatan rencana nomor {number} tidak lagi seperti saat ditulis; yang sebelumnya tetap berlaku. "
        "Pulihkan cadangan terakhir.",
        f"Row {number} in the log of plans is not as it was written; those before it hold. Bring back the "
        "last backup copy.",
    )


def _lost(name: str) -> Finding:
    return Finding(
        "lost_allocation",
        f"Rencana {name} pernah dicatat, tetapi tidak ada lagi. Pulihkan cadangan terakhir.",
        f"Plan {name} was on record once, but is no longer there. Bring back the last backup copy.",
    )


def _exchanged(name: str, number: int) -> Finding:
    return Finding(
        "exchanged_allocation",
        f"Waktu atau pembuat rencana {name} bukan lagi seperti pada catatan nomor {number}. Pulihkan "
        "cadangan terakhir.",
        f"Time or author of plan {name} are no longer those of row {number} in the log. Bring back the last "
        "backup copy.",
    )
