"""Runs of success that chance alone would hardly bring."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
from numpy.polynomial.hermite_e import hermegauss
from scipy.special import expit
from scipy.stats import poisson

__all__ = ["SuddenRun", "sudden_runs"]

Floats = npt.NDArray[np.float64]
Days = npt.NDArray[np.datetime64]

# Assumptions: a run begins and ends within two months; three successes are the fewest that can be one.
_WINDOW_DAYS = 60
_LEAST_SUCCESSES = 3
_MOST_SUCCESSES = 12
# How far an offer may be off from what is believed of it, in logits, before its own record says so.
_OFFER_SD_LOGIT = 1.0
# How far a belief may be off for a single pair, in logits.
_PAIR_SD_LOGIT = 1.0
# For a record of one window; a longer one has more chances to look strange.
_RARE = 1e-3
_OUTCOMES_PER_WINDOW = 20
# What a rough reckoning calls rarer than so many times the bound is reckoned exactly.
_ROUGHLY = 100.0
_MOST_OUTCOMES = 400
_STEPS = 25


@dataclass(frozen=True, slots=True)
class SuddenRun:
    """Successes of one offer that came too thick: positions of the outcomes, days, and how rare that is.

    ``tail`` is that of the rarest part: the chance of at least so many successes among the outcomes of those
    days, given what is believed of the pairs and what the rest of the offer's record says.
    """

    offer_id: str
    positions: tuple[int, ...]
    first_on: dt.date
    last_on: dt.date
    tail: float


def sudden_runs(
    offer_ids: Sequence[str], days: Days, prior_logit: Floats, label: Floats
) -> tuple[SuddenRun, ...]:
    """Find the runs of success of every offer that are too sudden to count unseen.

    Parameters
    ----------
    offer_ids : sequence of str, length n_outcomes
    days : ndarray of datetime64[D], of length n_outcomes
        Of each pair's first event.
    prior_logit : ndarray of shape (n_outcomes,)
        What is believed of each pair.
    label : ndarray of shape (n_outcomes,)
        1 or 0.

    Returns
    -------
    tuple of SuddenRun
        At most one per offer: all its successes that are part of a run too rare. By offer.

    Notes
    -----
    The number of successes among independent pairs is Poisson-binomial; how far the whole offer is off from
    the belief is integrated over what the outcomes outside the run say of it.
    """
    frame = pd.DataFrame({"offer": list(offer_ids), "day": days, "logit": prior_logit, "label": label})
    found = []
    for offer, group in frame.groupby("offer", sort=True):
        ordered = group.sort_values("day", kind="stable").iloc[-_MOST_OUTCOMES:]
        run = _run_of(str(offer), ordered)
        if run is not None:
            found.append(run)
    return tuple(found)


def _run_of(offer_id: str, ordered: pd.DataFrame) -> SuddenRun | None:
    day = ordered["day"].to_numpy(dtype="datetime64[D]")
    label = ordered["label"].to_numpy(np.float64)
    # The mean of the chance, not of the logit.
    logit = ordered["logit"].to_numpy(np.float64) / np.sqrt(1.0 + np.pi * _PAIR_SD_LOGIT**2 / 8.0)
    rare = _RARE / max(1.0, len(label) / _OUTCOMES_PER_WINDOW)
    held: set[int] = set()
    rarest = 1.0
    for first, last in _candidates(day, logit, label, rare):
        tail = _tail(logit, label, slice(first, last + 1))
        if tail < rare:
            held.update(first + int(place) for place in np.flatnonzero(label[first : last + 1] == 1))
            rarest = min(rarest, tail)
    if not held:
        return None
    places = sorted(held)
    return SuddenRun(
        offer_id,
        tuple(int(ordered.index[place]) for place in places),
        day[places[0]].astype(dt.date),
        day[places[-1]].astype(dt.date),
        rarest,
    )


def _candidates(day: Days, logit: Floats, label: Floats, rare: float) -> list[tuple[int, int]]:
    """Return the runs worth a closer look: first and last outcome, both successes."""
    expected = np.append(0.0, np.cumsum(expit(logit + _offset(logit, label)[0])))
    successes = np.flatnonzero(label == 1)
    found = []
    for place, first in enumerate(successes):
        # A longer run is covered by the shorter ones it is made of.
        ends = successes[place + _LEAST_SUCCESSES - 1 : place + _MOST_SUCCESSES]
        ends = ends[(day[ends] - day[first]).astype(np.int64) <= _WINDOW_DAYS]
        counts = np.arange(_LEAST_SUCCESSES, _LEAST_SUCCESSES + len(ends))
        roughly = poisson.sf(counts - 1, expected[ends + 1] - expected[first])
        found += [(int(first), int(last)) for last in ends[roughly < _ROUGHLY * rare]]
    return found


def _tail(logit: Floats, label: Floats, inside: slice) -> float:
    """Return the chance of at least as many successes in the run as there were."""
    node, weight = hermegauss(_STEPS)
    outside = np.ones(len(label), dtype=np.bool_)
    outside[inside] = False
    centre, spread = _offset(logit[outside], label[outside])
    shares = weight / weight.sum()
    chances = expit(logit[inside][None, :] + centre + spread * node[:, None])
    least = int(label[inside].sum())
    return float(shares @ _at_least(chances, least))


def _offset(logit: Floats, label: Floats) -> tuple[float, float]:
    """Return mean and sd of how far the offer is off, from its other outcomes (one-dimensional Laplace)."""
    offset = 0.0
    for _ in range(20):
        chance = expit(logit + offset)
        slope = float((label - chance).sum()) - offset / _OFFER_SD_LOGIT**2
        curve = float((chance * (1 - chance)).sum()) + 1 / _OFFER_SD_LOGIT**2
        offset += float(np.clip(slope / curve, -1.0, 1.0))
    return offset, float(1 / np.sqrt(curve))


def _at_least(chances: Floats, least: int) -> Floats:
    """Return, for each row of chances, the chance of ``least`` successes or more."""
    rows, count = chances.shape
    # The last place gathers "least or more".
    reached = np.zeros((rows, least + 1))
    reached[:, 0] = 1.0
    for place in range(count):
        chance = chances[:, place, None]
        stays = reached * (1 - chance)
        stays[:, -1] = reached[:, -1]
        stays[:, 1:] += reached[:, :-1] * chance
        reached = stays
    result: Floats = reached[:, -1]
    return result
