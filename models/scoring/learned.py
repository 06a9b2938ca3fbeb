"""The belief's chances corrected by what outcomes taught."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from models.belief.chance import ChanceBlock
from models.belief.interval import Z80
from models.learning.learned import LearnedModel
from models.scoring.context import ScoringContext

__all__ = ["EVIDENCE", "evidence_of", "learned_chance", "learned_logit"]

Floats = npt.NDArray[np.float64]

EVIDENCE = ("prior", "few", "data")
"""What a chance rests on: the experts alone, few outcomes besides, or mostly outcomes."""

# From so many outcomes on, and once the bare belief counts for less than half, a chance rests on data.
_DATA_FROM = 100
_HALF = 0.5


def evidence_of(learned: LearnedModel | None) -> str:
    """Say what chances rest on: one of ``EVIDENCE``."""
    if learned is None or learned.outcome_count == 0:
        return EVIDENCE[0]
    many = learned.outcome_count >= _DATA_FROM and learned.tables.belief_weight < _HALF
    return EVIDENCE[2] if many else EVIDENCE[1]


def learned_chance(
    context: ScoringContext,
    prior: ChanceBlock,
    stated: Mapping[str, Floats],
    district_codes: list[str],
    *,
    keep: bool = False,
) -> ChanceBlock:
    """Correct the belief's chances of one block; without outcomes they are returned as they are.

    Parameters
    ----------
    context : ScoringContext
    prior : ChanceBlock
    stated : mapping of str to ndarray
        The pair features as stated, of shape (n_cooperatives, n_offers): NaN unknown or not applicable.
    district_codes : list of str, length n_cooperatives
    keep : bool
        Whether to keep contributions and spreads; ``prior`` then holds its own.
    """
    model = context.learned
    if model is None or model.outcome_count == 0:
        return prior
    shape = prior.logit.shape
    X = _columns(model, stated, shape)
    unknown = np.isnan(X) & _applies(context, model, shape)
    codes = _codes(context, model, district_codes)
    scored = model.tables.score(X, codes, prior.logit.ravel(), prior.variance.ravel(), unknown, keep=keep)
    sd = np.sqrt(scored.variance).reshape(shape)
    contributions: dict[str, Floats] = {}
    spread: dict[str, Floats] = {}
    if keep and scored.shift is not None and scored.of_belief is not None and scored.of_columns is not None:
        share = scored.belief_share.reshape(shape)
        contributions = {name: part * share for name, part in prior.contributions.items()}
        contributions["base"] = contributions["base"] + (scored.shift + scored.of_belief).reshape(shape)
        for place, name in enumerate(model.features):
            contributions[name] = contributions[name] + scored.of_columns[:, place].reshape(shape)
            left = unknown[:, place] * model.tables.blank_variance[place]
            spread[name] = np.sqrt((prior.spread[name] * share) ** 2 + left.reshape(shape))
        of_categories = scored.of_categories
        if of_categories is not None:
            contributions["sector"] = contributions["sector"] + of_categories[:, 1].reshape(shape)
            contributions["offer"] = of_categories[:, 0].reshape(shape)
            contributions["district"] = of_categories[:, 2].reshape(shape)
    logit, middle = scored.logit.reshape(shape), scored.middle.reshape(shape)
    return ChanceBlock(logit, middle, sd, Z80 * sd, contributions, spread)


def learned_logit(
    context: ScoringContext,
    stated: Mapping[str, Floats],
    district_code: str,
    place: tuple[int, int],
    prior_logit: float,
    changes: Mapping[str, float],
) -> float:
    """Return one pair's logit as if some of its features had other values.

    Parameters
    ----------
    context : ScoringContext
    stated : mapping of str to ndarray
        As in ``learned_chance``.
    district_code : str
        The cooperative's.
    place : tuple of (row, column)
        Of the pair in the block.
    prior_logit : float
        What is believed of the pair with the other values.
    changes : mapping of str to float
    """
    model = context.learned
    if model is None or model.outcome_count == 0:
        return prior_logit
    row, column = place
    values = []
    for name in model.features:
        all_pairs = stated[name]
        held = float(all_pairs[row, min(column, all_pairs.shape[1] - 1)])
        values.append(changes.get(name, held))
    levels = ([context.offer_ids[column]], [str(context.offers["sector"].iloc[column])], [district_code])
    scored = model.score(np.array([values]), levels, np.array([prior_logit]))
    return float(scored.logit[0])


def _columns(model: LearnedModel, stated: Mapping[str, Floats], shape: tuple[int, ...]) -> Floats:
    X = np.empty((shape[0] * shape[1], len(model.features)))
    for place, name in enumerate(model.features):
        X[:, place] = np.broadcast_to(stated[name], shape).ravel()
    return X


def _applies(context: ScoringContext, model: LearnedModel, shape: tuple[int, ...]) -> npt.NDArray[np.bool_]:
    """Tell where a feature means anything, of shape (n_pairs, n_features)."""
    of_offers = np.ones((shape[1], len(model.features)), dtype=np.bool_)
    for place, name in enumerate(model.features):
        if name in context.applicable:
            of_offers[:, place] = context.applicable[name]
    return np.tile(of_offers, (shape[0], 1))


def _codes(context: ScoringContext, model: LearnedModel, district_codes: list[str]) -> npt.NDArray[np.int64]:
    offers, sectors, districts = (
        model.level_codes(0, context.offer_ids),
        model.level_codes(1, list(context.offers["sector"])),
        model.level_codes(2, district_codes),
    )
    rows, columns = len(districts), len(offers)
    return np.column_stack([np.tile(offers, rows), np.tile(sectors, rows), np.repeat(districts, columns)])
