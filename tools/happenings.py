"""Made-up events of the sample's cooperatives: some that wait, a sudden run, a few to learn from."""

import datetime as dt
from collections.abc import Mapping, Sequence

import numpy as np

from recommender.store.values import Value
from recommender.workspace import Workspace

__all__ = ["OFFER", "let_happen", "let_much_happen", "story"]

OFFER = "beras-sphp"
"""What the sudden run is about."""

Row = Mapping[str, Value]

_QUICK = range(20, 30)
_WAITING = ("introduced", "interested", "opened")


def story(
    name: str, pair: tuple[str, str], first: dt.date, *, opens: bool, by: str | None = None, days: int = 20
) -> list[Row]:
    """Return a pair's events: introduced, then opened or refused some days later."""
    same: dict[str, Value] = {"cooperative_id": pair[0], "offer_id": pair[1], "recorded_by": by}
    end: dict[str, Value] = {"kind": "opened"} if opens else {"kind": "refused", "reason_code": "capital"}
    later = first + dt.timedelta(days=days)
    return [
        {"event_id": f"{name}-a", "occurred_on": first, "kind": "introduced", **same},
        {"event_id": f"{name}-b", "occurred_on": later, **end, **same},
    ]


def let_happen(workspace: Workspace, *, waiting: int = 3) -> None:
    """Write ten successes of one offer within ten days, twenty failures before, and some events that wait.

    Parameters
    ----------
    workspace : Workspace
        On the sample of Kota Serang.
    waiting : int
        So many events are recorded by cooperatives themselves.
    """
    ids = [one.cooperative_id for one in workspace.cooperatives()]
    rows: list[Row] = []
    for place in range(30):
        is_quick = place in _QUICK
        first = dt.date(2025, 3, 1) + dt.timedelta(days=11 * place)
        first = dt.date(2026, 1, 1) + dt.timedelta(days=place - 20) if is_quick else first
        by = f"akun-{place % 2 + 1}" if is_quick else None
        rows += story(f"e{place:02}", (ids[place], OFFER), first, opens=is_quick, by=by)
    rows += [_own(place, ids[40 + place % 20]) for place in range(waiting)]
    _written(workspace, rows)


def let_much_happen(workspace: Workspace, count: int = 400, seed: int = 0) -> None:
    """Write the stories of so many pairs: what decides is how skilled the board is, and little else.

    Parameters
    ----------
    workspace : Workspace
        On the sample of Kota Serang.
    count : int
    seed : int
        The same seed, the same stories.
    """
    random = np.random.default_rng(seed)
    cooperatives, offers = workspace.store.frame("cooperatives"), workspace.store.frame("offers")
    skill = dict(zip(cooperatives["cooperative_id"], cooperatives["board_skill_level"], strict=True))
    ranked = sorted(offers["offer_id"][offers["sector"] != "mentoring"])
    pairs = [(one, offer_id) for one in sorted(skill) for offer_id in ranked]
    rows: list[Row] = []
    for number, place in enumerate(sorted(random.choice(len(pairs), count, replace=False))):
        level = float(np.nan_to_num(skill[pairs[place][0]], nan=1.0))
        opens = bool(random.random() < 1.0 / (1.0 + np.exp(2.5 - 1.4 * level)))
        first = dt.date(2024, 6, 1) + dt.timedelta(days=int(random.integers(0, 600)))
        rows += story(f"m{number:04}", pairs[place], first, opens=opens)
    _written(workspace, rows)


def _own(place: int, cooperative_id: str) -> Row:
    return {
        "event_id": f"w{place:03}",
        "cooperative_id": cooperative_id,
        "offer_id": ("token-pln", OFFER)[place % 2],
        "occurred_on": dt.date(2026, 10, 1) + dt.timedelta(days=place % 30),
        "kind": _WAITING[place % len(_WAITING)],
        "recorded_by": cooperative_id,
        "note": "diberitahukan lewat telepon" if place % 3 == 0 else None,
    }


def _written(workspace: Workspace, rows: Sequence[Row]) -> None:
    made_at = workspace.now()
    with workspace.store.revision(author="dinas", source="contoh kejadian", made_at=made_at) as revision:
        revision.upsert("events", rows)
