"""From outcomes to tables: both accounts, their weights, and what blanks leave open."""

from dataclasses import replace

import numpy as np
import numpy.typing as npt
from scipy.special import logsumexp

from models.learning.additive import Additive, additive_of
from models.learning.bins import beside, bins_of
from models.learning.columns import described
from models.learning.common_rate import common_rate
from models.learning.design import Design, design_of
from models.learning.forest import no_forest
from models.learning.nats import surprise_nats
from models.learning.one_thread import one_thread
from models.learning.outcomes import Outcomes
from models.learning.posterior import laplace
from models.learning.scales import CORRECTED, FREE, Scaled, fitted_scales
from models.learning.stacking import has_enough, stacked
from models.learning.tables import Tables
from models.learning.turning import share_of_today
from models.learning.unseen import PAIR_VARIANCE, not_yet_measured
from models.learning.weighing import Weights, posterior_weights

__all__ = ["learned_tables"]

Floats = npt.NDArray[np.float64]

_ARMS = (CORRECTED, FREE)
_LEAST_SHARE = 1e-3
# Up to so many outcomes all settle the scales and show a turn; of more the newest do.
_FEW = 6_000
_NEWEST = 3_000
_SPREAD_ON = 10_000
_LEAST_TODAY = 1e-3
_TURNED = 0.5
_FINER = frozenset({"bends", "products"})


def learned_tables(outcomes: Outcomes, random_state: int) -> Tables:
    """Learn from outcomes.

    Parameters
    ----------
    outcomes : Outcomes
    random_state : int
        The same seed and outcomes give the same tables, on any number of processors.
    """
    with one_thread():
        return _learned(outcomes, random_state)


def _learned(outcomes: Outcomes, random_state: int) -> Tables:
    n_outcomes = len(outcomes.y)
    columns = described(outcomes.reference, outcomes.reference_weight)
    if n_outcomes == 0:
        return _nothing_learned(outcomes)
    fixed = np.array(sorted(outcomes.directions), dtype=np.int64)
    centre = float(np.average(outcomes.prior_logit, weights=outcomes.weight))
    # How far products and bends spread, a part of the pairs tells as well as all.
    some = slice(None, None, max(1, len(outcomes.reference) // _SPREAD_ON))
    design = design_of(
        columns,
        outcomes.reference[some],
        outcomes.reference_weight[some],
        centre,
        outcomes.level_counts,
        fixed,
    )
    D = design.matrix(outcomes.X, outcomes.codes, outcomes.prior_logit)
    arms = _arms(design, D, outcomes)
    # What came before a turn weighs less from here on, or is left out.
    today = _today(design, D, outcomes, arms) if outcomes.in_time_order else np.ones(n_outcomes)
    # A turn that is not likelier than none lightens the old outcomes a little; nobody is told of one.
    is_turned = today.min() < _TURNED
    today_count = round(float(today.sum())) if is_turned else n_outcomes
    if today.min() < 1.0:
        counts = today > _LEAST_TODAY
        outcomes = replace(outcomes, weight=outcomes.weight * today).rows(counts)
        D = D[counts]
        arms = _arms(design, D, outcomes)
    weights = _weights(outcomes, arms)
    *of_arms, common = map(float, weights.arms)
    most = max(of_arms)
    shared = [(share, arm) for share, arm in zip(of_arms, arms, strict=True) if share > _LEAST_SHARE * most]
    total = sum(share for share, _ in shared)
    shared = [(share / total, arm) for share, arm in shared]
    additive = additive_of(design, shared, D, outcomes)
    rate = common_rate(outcomes.y, outcomes.weight).logit
    tables = replace(
        _untreed(outcomes, additive, n_outcomes, weights.belief),
        today_count=today_count,
        common_weight=common,
        common_logit=rate,
    )
    if has_enough(outcomes):
        tables = stacked(tables, outcomes, D, shared, random_state)
    return _with_blanks(tables, outcomes)


def _nothing_learned(outcomes: Outcomes) -> Tables:
    columns = described(outcomes.reference, outcomes.reference_weight)
    count = len(columns.spread)
    additive = Additive(
        columns,
        0.0,
        1.0,
        np.zeros(count),
        np.zeros_like(columns.knots),
        np.zeros((count, count)),
        tuple(np.zeros(levels) for levels in outcomes.level_counts),
        tuple(np.zeros(levels + 1) for levels in outcomes.level_counts),
        0.0,
        np.zeros((2 + count, 2 + count)),
        0.0,
    )
    return _untreed(outcomes, additive, 0, 1.0)


def _untreed(outcomes: Outcomes, additive: Additive, count: int, belief_weight: float) -> Tables:
    # Trees ask about the belief too: it is further off for some kinds of pairs than for others.
    believed = bins_of(outcomes.prior_logit[:, None])
    forest = no_forest(beside(bins_of(outcomes.reference), believed))
    return Tables(
        outcome_count=count,
        today_count=count,
        belief_weight=belief_weight,
        common_weight=0.0,
        common_logit=0.0,
        additive=additive,
        forest=forest,
        forest_cover=np.zeros_like(forest.leaf),
        forest_weight=0.0,
        stretch=1.0,
        shift=0.0,
        residual_variance=PAIR_VARIANCE + not_yet_measured(outcomes.usually_missed),
        usually_missed=outcomes.usually_missed,
        middle_stretch=1.0,
        blank_variance=np.zeros(len(additive.line)),
    )


def _arms(design: Design, D: Floats, outcomes: Outcomes) -> list[Scaled]:
    """Fit both arms; scales on the newest outcomes, coefficients on all."""
    y, offset, weight = outcomes.y, outcomes.prior_logit, outcomes.weight
    newest = slice(_before_newest(len(D)), None)
    scaled = [
        fitted_scales(design, D[newest], y[newest], offset[newest], weight[newest], expectations)
        for expectations in _ARMS
    ]
    if not newest.start:
        return scaled
    best = max(one.log_evidence for one in scaled)
    return [
        # With so many outcomes the accounts agree: the better one on the newest speaks for both.
        _on_all(one, D, outcomes) if one.log_evidence == best else replace(one, log_evidence=-np.inf)
        for one in scaled
    ]


def _today(design: Design, D: Floats, outcomes: Outcomes, arms: list[Scaled]) -> Floats:
    """Return how likely each outcome speaks of today; of the newest only it is asked."""
    before = _before_newest(len(D))
    y, offset, weight = outcomes.y[before:], outcomes.prior_logit[before:], outcomes.weight[before:]
    surprise = weight * surprise_nats(offset, y)
    # A turn shows in lines and effects; bends and products would cost twenty times as long.
    plain = np.repeat([name not in _FINER for name in design.names], design.widths)
    D = D[before:, plain]
    priors = [(arm.prior_mean[plain], arm.prior_variance[plain]) for arm in arms]

    def evidence(some: slice) -> float:
        told = [-float(surprise[some].sum()), common_rate(y[some], weight[some]).log_evidence]
        told += [
            laplace(D[some], y[some], offset[some], weight[some], *prior).log_evidence for prior in priors
        ]
        return float(logsumexp(told) - np.log(len(told)))

    newest = share_of_today(len(D), evidence)
    return np.concatenate([np.full(before, newest[0]), newest])


def _before_newest(n_outcomes: int) -> int:
    """Return how many outcomes come before those that settle the scales."""
    return 0 if n_outcomes <= _FEW else n_outcomes - _NEWEST


def _on_all(scaled: Scaled, D: Floats, outcomes: Outcomes) -> Scaled:
    mean, variance = scaled.prior_mean, scaled.prior_variance
    y, offset, weight = outcomes.y, outcomes.prior_logit, outcomes.weight
    posterior = laplace(D, y, offset, weight, mean, variance, scaled.posterior.mode)
    return Scaled(posterior, mean, variance, posterior.log_evidence)


def _weights(outcomes: Outcomes, arms: list[Scaled]) -> Weights:
    """Weigh the belief, the accounts, and last the common rate; without a belief the accounts only."""
    evidence = [arm.log_evidence for arm in arms]
    if not outcomes.has_belief:
        return Weights(0.0, np.append(posterior_weights(-np.inf, evidence).arms, 0.0))
    y, weight = outcomes.y, outcomes.weight
    surprise = weight * surprise_nats(outcomes.prior_logit, y)
    rate = common_rate(y, weight).log_evidence
    return posterior_weights(-float(surprise.sum()), (*evidence, rate))


def _with_blanks(tables: Tables, outcomes: Outcomes) -> Tables:
    """Add how far each column moves the learned logit from pair to pair."""
    newest = outcomes.rows(slice(max(0, len(outcomes.y) - _SPREAD_ON), None))
    bare = replace(tables, belief_weight=0.0)
    parts = bare.score(newest.X, newest.codes, newest.prior_logit, keep=True).of_columns
    if parts is None:
        raise AssertionError("the parts were asked for")
    known = ~np.isnan(newest.X)
    count = np.maximum(known.sum(axis=0), 1)
    mean = np.where(known, parts, 0.0).sum(axis=0) / count
    spread = (np.where(known, parts - mean, 0.0) ** 2).sum(axis=0) / count
    return replace(tables, blank_variance=spread)
