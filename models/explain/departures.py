"""Where outcomes contradict what is believed, criterion by criterion, for an expert to look at."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from features.pairs.catalogue import pair_features
from models.belief.beliefs import Belief, Beliefs
from models.learning.learned import CATEGORIES, LearnedModel

__all__ = ["Departure", "Verdict", "departures"]

Floats = npt.NDArray[np.float64]

Verdict = Literal["as_believed", "less", "more", "nothing", "reversed"]
"""How a criterion matters beside the belief."""

_LOW, _HIGH = 0.1, 0.9
# Two-sided 90 %, and what nobody would notice.
_SURE = 1.645
_WORTH_SAYING_LOGIT = 0.2
_NOTHING_SHARE = 0.25
_MOST_PAIRS = 2_000
# The label comes first: in English some are plural and some are not.
_SENTENCES: Mapping[Verdict, tuple[str, str]] = {
    "as_believed": ("{label}: seperti perkiraan ahli", "{label}: as believed"),
    "less": ("{label}: kurang berpengaruh daripada perkiraan ahli", "{label}: less influence than believed"),
    "more": ("{label}: lebih berpengaruh daripada perkiraan ahli", "{label}: more influence than believed"),
    "nothing": ("{label}: hampir tidak berpengaruh", "{label}: hardly any influence"),
    "reversed": ("{label}: berpengaruh ke arah sebaliknya", "{label}: works the other way round"),
}


@dataclass(frozen=True, slots=True)
class Departure:
    """One criterion, from its low to its high values (10 % and 90 % of the pairs).

    ``believed_logit`` and ``learned_logit`` are the change of the logit over that range, by the beliefs and
    after learning; ``sd_logit`` is how unsure the latter is; ``outcome_count`` counts the outcomes whose pair
    states the criterion.
    """

    criterion: str
    low: float
    high: float
    believed_logit: float
    learned_logit: float
    sd_logit: float
    outcome_count: int

    @property
    def verdict(self) -> Verdict:
        """What the outcomes say beside the belief; ``as_believed`` unless they are sure of more."""
        apart = self.learned_logit - self.believed_logit
        if abs(apart) < max(_WORTH_SAYING_LOGIT, _SURE * self.sd_logit):
            return "as_believed"
        if abs(self.learned_logit) < _NOTHING_SHARE * abs(self.believed_logit):
            return "nothing"
        if self.learned_logit * self.believed_logit < 0:
            return "reversed"
        return "more" if abs(self.learned_logit) > abs(self.believed_logit) else "less"

    @property
    def sentence_id(self) -> str:
        """In Indonesian, with the number of outcomes it rests on."""
        label = pair_features()[self.criterion].label_id
        return f"{_SENTENCES[self.verdict][0].format(label=label)} ({self.outcome_count} hasil)."

    @property
    def sentence_en(self) -> str:
        """In English.

        Examples
        --------
        >>> Departure("depot_distance_km", 1.0, 9.0, -0.9, -0.2, 0.2, 41).sentence_en
        'Straight-line distance to the depot or branch: hardly any influence (41 outcomes).'
        """
        label = pair_features()[self.criterion].label_en
        told = f"{self.outcome_count} outcome" + "s" * (self.outcome_count != 1)
        return f"{_SENTENCES[self.verdict][1].format(label=label)} ({told})."


def departures(model: LearnedModel, beliefs: Beliefs, pairs: pd.DataFrame) -> tuple[Departure, ...]:
    """Compare every belief with what was learned, those that differ most surely first.

    Parameters
    ----------
    model : LearnedModel
    beliefs : Beliefs
    pairs : DataFrame of shape (n_pairs, n_columns)
        Labelled pairs it was learned from: the features, ``CATEGORIES`` and ``prior_logit``.

    Returns
    -------
    tuple of Departure
        One for each criterion with at least two different values among the pairs; none without outcomes.
    """
    if model.outcome_count == 0 or pairs.empty:
        return ()
    some = pairs.iloc[:: -(-len(pairs) // _MOST_PAIRS)]
    scorer = _Scorer(
        model,
        some[list(model.features)].to_numpy(dtype=np.float64),
        model.codes([list(some[name].astype(str)) for name in CATEGORIES]),
        some["prior_logit"].to_numpy(dtype=np.float64),
    )
    found = []
    for belief in beliefs.criteria:
        if belief.criterion not in model.features:
            continue
        known = pairs[belief.criterion].dropna()
        low, high = (float(one) for one in known.quantile([_LOW, _HIGH])) if len(known) else (0.0, 0.0)
        if low < high:
            found.append(_departure(scorer, belief, (low, high), len(known)))
    found.sort(key=lambda one: (-abs(one.learned_logit - one.believed_logit) / one.sd_logit, one.criterion))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Scorer:
    """Pairs to be scored again and again, each time with another value of one criterion."""

    model: LearnedModel
    X: Floats
    codes: npt.NDArray[np.int64]
    prior_logit: Floats

    def mean_logit(self, belief: Belief, place: int, held: Floats, value: float) -> float:
        """Return the mean logit as if the criterion had one value; ``held`` are those it has."""
        moved = self.X.copy()
        moved[:, place] = value
        believed = self.prior_logit + belief.curve(moved[:, place]) - belief.curve(held)
        return float(self.model.tables.score(moved, self.codes, believed).logit.mean())


def _departure(scorer: _Scorer, belief: Belief, ends: tuple[float, float], count: int) -> Departure:
    place = scorer.model.features.index(belief.criterion)
    low, high = ends
    now = scorer.X[:, place]
    held = np.where(np.isnan(now), (low + high) / 2, now)
    below, above = (scorer.mean_logit(belief, place, held, end) for end in ends)
    believed = float(np.diff(belief.curve(np.array(ends)))[0])
    sd = _doubt(scorer.model, place, ends, believed)
    return Departure(belief.criterion, low, high, believed, above - below, sd, count)


def _doubt(model: LearnedModel, place: int, ends: tuple[float, float], believed: float) -> float:
    """Return the standard deviation of the learned change, from the posterior of slope and line."""
    tables, columns = model.tables, model.tables.additive.columns
    spread = columns.spread[place] or 1.0
    told = np.zeros(len(tables.additive.covariance))
    told[1], told[2 + place] = believed, (ends[1] - ends[0]) / spread
    variance = float(told @ tables.additive.covariance @ told)
    # Bends, products and trees have a say as well: a tenth of how far the criterion moves the pairs.
    variance += 0.1 * float(tables.blank_variance[place])
    return max((1.0 - tables.belief_weight) * tables.stretch * float(np.sqrt(max(variance, 0.0))), 1e-6)
