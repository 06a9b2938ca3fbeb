"""How pairs really succeed: thresholds, bottlenecks, trees, hidden segments; no straight line anywhere."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.optimize import brentq
from scipy.special import expit

from features.pairs.catalogue import pair_features
from models.belief.beliefs import packaged_beliefs
from tools.worlds.drawing import Drawn
from tools.worlds.kinds import Kind

__all__ = ["Truth", "truth_of"]

Floats = npt.NDArray[np.float64]

_SEGMENTS = 3
_STEPS = 3
_TREES, _TREE_DEPTH = 8, 3
_WEIGHED_SD, _TREES_SD = 1.5, 0.4
_OFFER_SD, _DISTRICT_SD = 0.3, 0.25
_BOTTLENECK_LOGIT = -0.8
_WEAK = -0.6
_STRESS = (0.5, 1.5)
_WEIGHT_SPREAD = 0.3
_BOTTLENECKS = (
    ("capital_coverage_ratio", "shop_coverage_ratio", "board_skill_level"),
    ("demand_coverage_ratio", "depot_distance_km", "rules_met_share"),
)
_MEAN_CHANCE = 0.2


@dataclass(frozen=True, slots=True)
class Truth:
    """True chances in the first and the second half of time, each of shape (n_cooperatives, n_offers)."""

    before: Floats
    after: Floats


def truth_of(pairs: Drawn, kind: Kind, random: np.random.Generator) -> Truth:
    """Draw how pairs succeed in a kind of world.

    Parameters
    ----------
    pairs : Drawn
        Blank cells count as they truly are: what nobody wrote down still works.
    kind : Kind
    random : Generator
    """
    directed = {
        name: _directed(pairs.features[name], feature.direction) for name, feature in pair_features().items()
    }
    weights = _weights(kind, random)
    turned = _rotated(weights, kind.rotation_deg, random)
    n_cooperatives, n_offers = next(iter(directed.values())).shape
    # Which segment a cooperative belongs to shows in no table, but larger ones are more often in the first.
    leaning = directed["member_count"][:, 0] + random.normal(0.0, 0.7, n_cooperatives)
    segment = np.digitize(leaning, np.quantile(leaning, [1 / 3, 2 / 3]))
    stress = np.array(_STRESS)[random.integers(len(_STRESS), size=(_SEGMENTS, len(weights)))]
    cuts = random.uniform(-0.7, 0.7, (len(weights), _STEPS))
    common = _trees(directed, random) + _bottlenecks(directed)
    common += random.normal(0.0, _OFFER_SD, (1, n_offers))
    common += _district_effects(pairs.districts, random)[:, None]
    common += random.normal(0.0, kind.unseen_sd_logit, (n_cooperatives, 1))
    halves = []
    for these in (weights, turned):
        weighed = np.zeros((n_cooperatives, n_offers))
        for place, name in enumerate(directed):
            steps = np.sign(directed[name][:, :, None] - cuts[place]).mean(axis=2)
            weighed += (
                these[place] * stress[segment, place][:, None] * np.where(directed[name] == 0, 0.0, steps)
            )
        halves.append(_settled(weighed * _WEIGHED_SD / weighed.std() + common))
    return Truth(*halves)


def _district_effects(districts: npt.NDArray[np.str_], random: np.random.Generator) -> Floats:
    """Return what living in a district adds, per cooperative, in logits."""
    names, owner = np.unique(districts, return_inverse=True)
    result: Floats = random.normal(0.0, _DISTRICT_SD, len(names))[owner]
    return result


def _directed(values: Floats, direction: int) -> Floats:
    """Return ranks in -1 ... 1, higher is what the catalogue calls better; 0 where it means nothing."""
    result = np.zeros_like(values)
    known = ~np.isnan(values)
    if known.any():
        _, place = np.unique(values[known], return_inverse=True)
        count = np.bincount(place)
        middle = (np.cumsum(count) - count / 2.0) / count.sum()
        result[known] = direction * (2.0 * middle[place] - 1.0)
    return result


def _weights(kind: Kind, random: np.random.Generator) -> Floats:
    """Return one weight per feature: as strong as believed, give or take; some with the sign turned."""
    strength = {belief.criterion: belief.half_range_logit for belief in packaged_beliefs().criteria}
    found = np.array([strength.get(name, 0.1) for name in pair_features()])
    found = found * np.exp(random.normal(0.0, _WEIGHT_SPREAD, len(found)))
    flipped = random.permutation(len(found))[: round(kind.flipped_share * len(found))]
    found[flipped] *= -1.0
    return found


def _rotated(weights: Floats, degrees: float, random: np.random.Generator) -> Floats:
    """Turn the weights towards another direction at right angles, keeping their length."""
    other = random.normal(size=len(weights))
    other -= weights * (other @ weights) / (weights @ weights)
    other *= np.linalg.norm(weights) / np.linalg.norm(other)
    angle = np.radians(degrees)
    result: Floats = np.cos(angle) * weights + np.sin(angle) * other
    return result


def _bottlenecks(directed: dict[str, Floats]) -> Floats:
    """Return what it costs when the weakest of three things is weak, however strong the others are."""
    total = np.zeros_like(directed[_BOTTLENECKS[0][0]])
    for names in _BOTTLENECKS:
        total += _BOTTLENECK_LOGIT * (np.min([directed[name] for name in names], axis=0) < _WEAK)
    return total


def _trees(directed: dict[str, Floats], random: np.random.Generator) -> Floats:
    """Return the sum of random trees, which no belief foresees."""
    names = list(directed)
    total = np.zeros_like(directed[names[0]])
    for _ in range(_TREES):
        place = np.zeros(total.shape, dtype=np.int64)
        for name in random.choice(names, _TREE_DEPTH, replace=False):
            place = 2 * place + (directed[str(name)] > random.uniform(-0.5, 0.5))
        total += random.normal(size=2**_TREE_DEPTH)[place]
    result: Floats = total * _TREES_SD / max(float(total.std()), 1e-9)
    return result


def _settled(logit: Floats) -> Floats:
    """Return chances shifted so that about one new pair in four succeeds."""
    shift = brentq(lambda by: float(expit(logit + by).mean()) - _MEAN_CHANCE, -20.0, 20.0)
    result: Floats = expit(logit + shift)
    return result
