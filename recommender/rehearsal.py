"""Use case: practise retraining on the sample with simulated outcomes, in a store of its own."""

import datetime as dt
from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import pandas as pd

from features.labels import HORIZON_DAYS
from models.belief.beliefs import packaged_beliefs
from models.belief.chance import chance_of
from recommender.advice.adviser import Clock
from recommender.clock import utc_now
from recommender.errors import RefusedError
from recommender.settings import Settings
from recommender.store.values import Value
from recommender.workspace import Workspace, init_workspace

__all__ = ["PLANTED_OFFERS", "PLANTED_WEIGHTS", "rehearse"]

Floats = npt.NDArray[np.float64]

PLANTED_WEIGHTS: Mapping[str, float] = {
    "board_skill_level": 2.5,
    "depot_distance_km": 0.0,
    "interest_score": 0.3,
}
"""How much each of these criteria matters in the rehearsal, as a multiple of what is believed."""

PLANTED_OFFERS: Mapping[int, float] = {0: 1.0, 1: -1.0}
"""By how much, in logits, the first and the second offer (by id) work better than believed."""

_NOTE = "latihan, bukan hasil nyata"
_OLDEST_DAYS, _NEWEST_DAYS = 640, HORIZON_DAYS + 10
_REASONS = ("capital", "place", "not_viable", "members_declined", "documents")


def rehearse(
    settings: Settings, *, outcome_count: int = 600, seed: int = 0, clock: Clock = utc_now
) -> Workspace:
    """Load the sample into a new store and write simulated outcomes beside it.

    Parameters
    ----------
    settings : Settings
        Of a store that is not there yet, or holds no event.
    outcome_count : int
        Pairs with an outcome; at most as many as there are.
    seed : int
        The same seed gives the same outcomes on the same day.
    clock : callable
        Returns this moment with its time zone.

    Raises
    ------
    RefusedError
        When the store holds events: what is simulated must never stand among what happened.
    StoreError
        When the place cannot be used.
    """
    workspace = init_workspace(settings, sample="serang", clock=clock)
    if workspace.store.count("events"):
        workspace.close()
        raise RefusedError(
            "Penyimpanan ini sudah berisi peristiwa. Latihan perlu penyimpanan baru: pilih folder lain.",
            "This store holds events already. A rehearsal needs a new store: choose another folder.",
        )
    random = np.random.default_rng(seed)
    pairs = pd.concat(list(workspace.pair_tables()), ignore_index=True)
    chances = chance_of(_true_logit(pairs))
    # Advisors introduce what they believe in, mostly.
    appeal = np.exp(0.5 * pairs["prior_logit"].to_numpy(dtype=np.float64))
    count = min(outcome_count, len(pairs))
    chosen = np.sort(random.choice(len(pairs), count, replace=False, p=appeal / appeal.sum()))
    rows: list[Mapping[str, Value]] = []
    for number, place in enumerate(chosen):
        is_success = bool(random.random() < chances[place])
        rows += _story(
            f"latihan-{number:05d}", pairs.iloc[place], workspace.today(), random, is_success=is_success
        )
    with workspace.store.revision(author="latihan", source=_NOTE, made_at=workspace.now()) as revision:
        revision.upsert("events", rows)
    return workspace


def _true_logit(pairs: pd.DataFrame) -> Floats:
    logit = pairs["prior_logit"].to_numpy(dtype=np.float64).copy()
    for belief in packaged_beliefs().criteria:
        if belief.criterion in PLANTED_WEIGHTS:
            values = pairs[belief.criterion].to_numpy(dtype=np.float64)
            part = np.interp(values, belief.knots, belief.contributions_logit)
            logit += (PLANTED_WEIGHTS[belief.criterion] - 1.0) * np.nan_to_num(part)
    offers = sorted(pairs["offer_id"].unique())
    for place, better in PLANTED_OFFERS.items():
        logit += better * (pairs["offer_id"] == offers[place]).to_numpy()
    return logit


def _story(
    name: str, pair: pd.Series, today: dt.date, random: np.random.Generator, *, is_success: bool
) -> list[Mapping[str, Value]]:
    """Return the events of one pair: introduced, then opened or closed."""
    first = today - dt.timedelta(days=int(random.integers(_NEWEST_DAYS, _OLDEST_DAYS)))
    later = first + dt.timedelta(days=int(random.integers(20, 150)))
    common = {
        "cooperative_id": str(pair["cooperative_id"]),
        "offer_id": str(pair["offer_id"]),
        "note": _NOTE,
    }
    end = "opened" if is_success else str(random.choice(["refused", "declined"]))
    reason = None if is_success else str(random.choice(_REASONS))
    return [
        {"event_id": f"{name}-a", "occurred_on": first, "kind": "introduced", **common},
        {"event_id": f"{name}-b", "occurred_on": later, "kind": end, "reason_code": reason, **common},
    ]
