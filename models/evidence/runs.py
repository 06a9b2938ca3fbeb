"""Sudden runs of successes for one offer: more, from few hands or in few days, than can be believed."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.special import expit

from models.evidence.groups import Group, Kind, groups_of
from models.evidence.tails import shift_weights, shifted_chances, success_bounds, success_tail

__all__ = ["LEAST_SUCCESSES", "RARE", "Run", "sudden_runs"]

Floats = npt.NDArray[np.float64]

LEAST_SUCCESSES = 3
"""Fewer successes are never a run."""
RARE = 1e-2
"""A run is held when one at least as sudden turns up in an honest record of an offer less often than this."""
_KINDS = 3
_MOST_OF_ALL = 0.5
_EXACT_TRIALS = 250
_LOOKED_AT = 12
_MOST_RUNS = 20


@dataclass(frozen=True, slots=True)
class Run:
    """Successes that came too suddenly to count before somebody has looked.

    Attributes
    ----------
    offer_id : str
    kind : {'accounts', 'cooperatives', 'days'}
        What they have in common.
    positions : tuple of int
        Rows of the outcomes given: the successes of the run that nobody has reviewed.
    trial_count : int
        Outcomes of the group in all.
    expected_count : float
        Successes to be expected of them, after what the offer's other outcomes say.
    chance : float
        How often an honest record shows as much; in (0, ``RARE``).
    """

    offer_id: str
    kind: Kind
    positions: tuple[int, ...]
    trial_count: int
    expected_count: float
    chance: float


@dataclass(frozen=True, slots=True)
class _Record:
    """The outcomes of one offer by day; ``rows`` are positions in the frame given."""

    rows: npt.NDArray[np.int64]
    accounts: list[str]
    cooperative_ids: list[str]
    days: npt.NDArray[np.int64]
    label: Floats
    open: npt.NDArray[np.bool_]
    chances: Floats
    log_likelihood: Floats
    surprise: Floats


@dataclass(frozen=True, slots=True)
class _Finding:
    group: Group
    chance: float
    expected_count: float


def sudden_runs(outcomes: pd.DataFrame) -> tuple[Run, ...]:
    """Find the runs, by offer, the most sudden first.

    Parameters
    ----------
    outcomes : DataFrame of shape (n_outcomes, n_columns)
        ``cooperative_id``, ``offer_id``, ``account`` (text, empty where none), ``first_event_on``,
        ``label`` (1 or 0), ``prior_logit`` (finite) and ``is_reviewed`` (bool): a reviewed success counts as
        record, and is never held again. An account that recorded more than half of all outcomes cannot be
        told apart from the record and counts as none.

    Returns
    -------
    tuple of Run
        Each outcome in one of them at most. The same whatever the order of the rows, but for ``positions``.

    Notes
    -----
    A group of outcomes (three accounts, three cooperatives, or 60 days, at most) is judged by the
    probability of at least so many successes, times the number of groups it was picked from. The prior's
    logits are shifted by an unknown amount for the whole offer, of which the outcomes outside the group
    tell: an offer that is simply better than believed is not held. Above 250 outcomes a group's probability
    is replaced by Chernoff's upper bound. What was found is taken out before the next is looked for.
    """
    keys = ["offer_id", "first_event_on", "cooperative_id", "account", "label", "prior_logit"]
    ordered = outcomes.reset_index(drop=True).sort_values(keys, kind="stable")
    clerks = _clerks(outcomes)
    found: list[Run] = []
    for offer_id, frame in ordered.groupby("offer_id", sort=True):
        found += _runs_of(str(offer_id), frame, clerks)
    return tuple(found)


def _clerks(outcomes: pd.DataFrame) -> set[str]:
    shares = outcomes["account"].value_counts() / max(len(outcomes), 1)
    return {str(account) for account, share in shares.items() if share > _MOST_OF_ALL}


def _runs_of(offer_id: str, frame: pd.DataFrame, clerks: set[str]) -> list[Run]:
    found: list[Run] = []
    taken = np.zeros(len(frame), dtype=np.bool_)
    while len(found) < _MOST_RUNS:
        left = frame[~taken]
        record = _record(left, clerks)
        best = _most_sudden(record)
        if best is None:
            break
        inside = best.group.positions
        held = inside[(record.label[inside] == 1.0) & record.open[inside]]
        positions = tuple(sorted(int(row) for row in record.rows[held]))
        found.append(Run(offer_id, best.group.kind, positions, len(inside), best.expected_count, best.chance))
        taken[np.flatnonzero(~taken)[held]] = True
    return found


def _record(frame: pd.DataFrame, clerks: set[str]) -> _Record:
    label = frame["label"].to_numpy(dtype=np.float64)
    logit = frame["prior_logit"].to_numpy(dtype=np.float64)
    chances = shifted_chances(logit)
    hit = label[:, None] == 1.0
    return _Record(
        rows=frame.index.to_numpy(dtype=np.int64),
        accounts=["" if one in clerks else str(one) for one in frame["account"]],
        cooperative_ids=[str(one) for one in frame["cooperative_id"]],
        days=frame["first_event_on"].to_numpy(dtype="datetime64[D]").astype(np.int64),
        label=label,
        open=~frame["is_reviewed"].to_numpy(dtype=np.bool_),
        chances=chances,
        log_likelihood=np.log(np.where(hit, chances, 1.0 - chances)),
        surprise=label - expit(logit),
    )


def _most_sudden(record: _Record) -> _Finding | None:
    """Return the least likely group, or ``None`` when none is rare."""
    unseen = record.label * record.open
    if unseen.sum() < LEAST_SUCCESSES:
        return None
    groups = [
        group
        for group in groups_of(
            record.accounts, record.cooperative_ids, record.days, record.label, record.surprise
        )
        if unseen[group.positions].sum() >= LEAST_SUCCESSES
    ]
    if not groups:
        return None
    bounds = _bounds(record, groups)
    findings = [_judged(record, groups[place]) for place in np.argsort(bounds, kind="stable")[:_LOOKED_AT]]
    best = min(findings, key=lambda one: one.chance)
    return best if best.chance < RARE else None


def _bounds(record: _Record, groups: list[Group]) -> Floats:
    """Bound the chance of each group, to pick those worth an exact look."""
    total = record.log_likelihood.sum(axis=0)
    within = np.stack([record.log_likelihood[group.positions].sum(axis=0) for group in groups])
    means = np.stack([record.chances[group.positions].mean(axis=0) for group in groups])
    trials = np.array([float(len(group.positions)) for group in groups])
    successes = np.array([record.label[group.positions].sum() for group in groups])
    choices = np.array([float(group.choices) for group in groups])
    bounds: Floats = success_bounds(means, shift_weights(total - within), trials, successes) * choices
    return bounds


def _judged(record: _Record, group: Group) -> _Finding:
    inside = group.positions
    outside = record.log_likelihood.sum(axis=0) - record.log_likelihood[inside].sum(axis=0)
    weights, chances = shift_weights(outside), record.chances[inside]
    success_count = int(record.label[inside].sum())
    if len(inside) <= _EXACT_TRIALS:
        tail = success_tail(chances, weights, success_count)
    else:
        counts = np.array([float(len(inside))]), np.array([float(success_count)])
        tail = float(success_bounds(chances.mean(axis=0)[None], weights[None], *counts)[0])
    expected = float((chances @ weights).sum())
    return _Finding(group, min(1.0, tail * group.choices * _KINDS), expected)
