"""The new model, the active one and the belief, each judged on outcomes that it has not seen."""

import datetime as dt
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from features.labels import HORIZON_DAYS
from models.evaluation.gate import gate
from models.evaluation.metrics import ece, log_loss
from models.evaluation.orders import ndcg_at
from models.evaluation.splits import FORWARD_FROM, Split, by_group, by_time
from recommender.registry.manifest import GateFinding
from recommender.registry.opening import OpenedModel
from recommender.training.chances import Floats, believed_chances, chances_of, refitted_chances

__all__ = ["Judged", "judged"]

_FOLDS, _FOLDS_OF_MANY = 5, 3
_MANY_OUTCOMES = 20_000
_NEW, _ACTIVE, _PRIOR = "candidate", "active", "prior"
_GROUPED = ("Koperasi yang belum pernah dilihat", "Cooperatives never seen")
_FORWARD = ("Hari-hari berikutnya", "The days that follow")


@dataclass(frozen=True, slots=True)
class Judged:
    """What outcomes kept aside say of a new model.

    ``figures`` are ``None`` where nothing could be measured; those that begin with ``forward_`` look forward
    in time, the others at cooperatives that were kept aside.
    """

    passed: bool
    findings: tuple[GateFinding, ...]
    figures: Mapping[str, float | None]


@dataclass(frozen=True, slots=True)
class _Question:
    """What is learned from, and by whom it is compared."""

    pairs: pd.DataFrame
    reference: pd.DataFrame
    features: Sequence[str]
    active: OpenedModel | None
    seed: int

    @property
    def known_then(self) -> npt.NDArray[np.bool_]:
        """Which pairs the active model may have learned from, of shape (n_pairs,)."""
        if self.active is None:
            return np.zeros(len(self.pairs), dtype=np.bool_)
        horizon = self.active.manifest.facts.at - dt.timedelta(days=HORIZON_DAYS)
        began = pd.to_datetime(self.pairs["first_event_on"])
        return np.asarray(began <= pd.Timestamp(horizon), dtype=np.bool_)


def judged(
    pairs: pd.DataFrame,
    reference: pd.DataFrame,
    features: Sequence[str],
    active: OpenedModel | None,
    *,
    seed: int,
) -> Judged:
    """Judge what is learned from some pairs on cooperatives, and on days, that were kept aside.

    The active model has seen most of these outcomes, so its own words about them would be hindsight: of a
    pair that it may have learned from, the same estimator answers, learned again without the fold from what
    was known on the active model's day; of all later ones the active model itself.

    Parameters
    ----------
    pairs : DataFrame of shape (n_pairs, n_columns)
        Labelled pairs in the order in which they began.
    reference : DataFrame
        All pairs of today.
    features : sequence of str
    active : OpenedModel or None
        ``None``: the belief answers today.
    seed : int
        The same seed, the same judgement.
    """
    question = _Question(pairs, reference, features, active, seed)
    folds = _FOLDS_OF_MANY if len(pairs) >= _MANY_OUTCOMES else _FOLDS
    rounds = [(by_group(pairs["cooperative_id"], folds, seed), _GROUPED, "")]
    if len(pairs) >= FORWARD_FROM:
        days = pd.to_datetime(pairs["first_event_on"]).map(pd.Timestamp.toordinal)
        rounds.append((iter([by_time(days)]), _FORWARD, "forward_"))
    answers = [_round(question, *one) for one in rounds]
    return Judged(
        passed=all(one.passed for one in answers),
        findings=tuple(finding for one in answers for finding in one.findings),
        figures={name: value for one in answers for name, value in one.figures.items()},
    )


def _round(question: _Question, splits: Iterable[Split], words: tuple[str, str], prefix: str) -> Judged:
    chances, rows = _kept_aside(question, list(splits))
    held = question.pairs.iloc[rows]
    y, groups = held["label"].to_numpy(dtype=np.float64), held["cooperative_id"].to_numpy()
    found = gate(chances[_NEW], chances.get(_ACTIVE), chances[_PRIOR], y, groups, question.seed)
    figures = {f"{prefix}{name}": _known(value) for name, value in found.figures.items()}
    for name, chance in chances.items():
        figures[f"{prefix}log_loss_{name}"] = _known(log_loss(chance, y))
        figures[f"{prefix}ndcg5_{name}"] = _known(ndcg_at(chance, y, groups))
        figures[f"{prefix}ece_{name}"] = _known(ece(chance, y))
    findings = tuple(
        GateFinding(
            passed=one.passed,
            message_id=f"{words[0]}: {one.message_id}",
            message_en=f"{words[1]}: {one.message_en}",
        )
        for one in found.reasons
    )
    return Judged(found.passed, findings, figures)


def _kept_aside(
    question: _Question, splits: Sequence[Split]
) -> tuple[dict[str, Floats], npt.NDArray[np.intp]]:
    """Return each one's chances of all pairs that were kept aside, and which rows those are."""
    pairs, known_then = question.pairs, question.known_then
    told: dict[str, list[Floats]] = {_NEW: [], _PRIOR: []}
    if question.active is not None:
        told[_ACTIVE] = []
    for split in splits:
        held = pairs.iloc[split.held]
        new = _refitted(question, split.learn, split.held)
        told[_NEW].append(new)
        told[_PRIOR].append(believed_chances(held))
        if question.active is None:
            continue
        before = split.learn[known_then[split.learn]]
        old = new if len(before) == len(split.learn) else _refitted(question, before, split.held)
        itself = chances_of(question.active.model, held)
        told[_ACTIVE].append(np.where(known_then[split.held], old, itself))
    rows = np.concatenate([split.held for split in splits])
    return {name: np.concatenate(parts) for name, parts in told.items()}, rows


def _refitted(question: _Question, learn: npt.NDArray[np.intp], held: npt.NDArray[np.intp]) -> Floats:
    pairs = question.pairs
    return refitted_chances(
        pairs.iloc[learn], pairs.iloc[held], question.reference, question.features, question.seed
    )


def _known(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None
