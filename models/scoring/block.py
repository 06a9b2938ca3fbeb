"""One block of cooperatives scored against all offers."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from features.pairs.block import pair_block
from features.pairs.cooperatives import CooperativeArrays, CooperativeReading, cooperative_arrays
from features.pairs.offers import OfferArrays
from features.profile.place import placed as set_in_place
from features.profile.references import with_area_figures
from models.belief.chance import ChanceBlock
from models.belief.prior import Readings
from models.economics.margin import MarginBlock, margin_block
from models.ranking.objectives import ScoreInputs
from models.requirements.eligibility import EligibilityBlock, eligibility_block
from models.scoring.context import ScoringContext
from models.scoring.learned import learned_chance

__all__ = ["ScoredBlock", "score_block", "stated_features"]

Floats = npt.NDArray[np.float64]

_READINGS: tuple[CooperativeReading, ...] = ("stated", "typical", "low", "high")


@dataclass(frozen=True, slots=True)
class ScoredBlock:
    """All pairs of one block; arrays of shape (n_cooperatives, n_offers).

    ``cooperatives`` are the rows as of the day, as stated; ``prior`` is what is believed, ``chance`` the same
    corrected by outcomes; ``after_steps`` is the chance with every failed mandatory rule met and its days
    past, or ``None`` when not asked for. ``stated`` and ``typical`` hold the
    pair features, ``arrays`` the cooperatives at each reading; kept only when contributions are.
    """

    cooperatives: pd.DataFrame
    placed: pd.DataFrame
    eligibility: EligibilityBlock
    prior: ChanceBlock
    chance: ChanceBlock
    margin: MarginBlock
    inputs: ScoreInputs
    after_steps: ChanceBlock | None
    stated: Mapping[str, Floats]
    typical: Mapping[str, Floats]
    arrays: Mapping[CooperativeReading, CooperativeArrays]


def score_block(
    context: ScoringContext, cooperatives: pd.DataFrame, areas: pd.DataFrame, *, keep: bool = False
) -> ScoredBlock:
    """Score one block.

    Parameters
    ----------
    context : ScoringContext
    cooperatives : DataFrame of shape (n_cooperatives, n_columns)
        As of the context's day.
    areas : DataFrame of shape (n_areas, n_columns)
    keep : bool
        Whether to keep contributions, features and what follows the steps, for explanations.
    """
    placed = set_in_place(cooperatives, areas)
    eligibility = eligibility_block(
        context.book, cooperatives, list(placed["district_code"]), context.offer_ids, context.places
    )
    wants_stated = keep or context.learned is not None
    wanted = _READINGS if wants_stated else _READINGS[1:]
    arrays = {reading: cooperative_arrays(placed, context.stated, reading) for reading in wanted}
    typical = _features(context, arrays["typical"], context.typical, eligibility, 0.5)
    low = _features(context, arrays["low"], context.typical, eligibility, 0.0)
    high = _features(context, arrays["high"], context.typical, eligibility, 1.0)
    of_offers = (
        (None, None)
        if context.low is None or context.high is None
        else (
            _features(context, arrays["typical"], context.low, eligibility, 0.5),
            _features(context, arrays["typical"], context.high, eligibility, 0.5),
        )
    )
    readings = Readings(typical, low, high, *of_offers)
    prior = context.prior.score(readings, keep=keep)
    stated = _stated_features(context, arrays["stated"], eligibility) if wants_stated else {}
    districts = list(placed["district_code"])
    chance = learned_chance(context, prior, stated, districts, keep=keep)
    margin = margin_block(
        _demand_is_known(context, placed),
        typical["margin_idr_per_month"],
        low["margin_idr_per_month"],
        high["margin_idr_per_month"],
        _assumed(context, placed),
    )
    return ScoredBlock(
        cooperatives=cooperatives,
        placed=placed,
        eligibility=eligibility,
        prior=prior,
        chance=chance,
        margin=margin,
        inputs=_score_inputs(context, chance, margin, typical),
        after_steps=_after_steps(context, readings, stated, districts, eligibility) if keep else None,
        stated=stated if keep else {},
        typical=typical if keep else {},
        arrays=arrays if keep else {},
    )


def stated_features(
    context: ScoringContext, placed: pd.DataFrame, eligibility: EligibilityBlock
) -> dict[str, Floats]:
    """Return the pair features as stated: NaN where unknown or not applicable, what a learner sees."""
    return _stated_features(context, cooperative_arrays(placed, context.stated, "stated"), eligibility)


def _stated_features(
    context: ScoringContext, block: CooperativeArrays, eligibility: EligibilityBlock
) -> dict[str, Floats]:
    found = _features(context, block, context.stated, eligibility, np.nan)
    shape = (len(block), len(context.offer_ids))
    for name, mask in context.applicable.items():
        found[name] = np.where(mask, np.broadcast_to(found[name], shape), np.nan)
    return found


def _features(
    context: ScoringContext,
    block: CooperativeArrays,
    offers: OfferArrays,
    eligibility: EligibilityBlock,
    unknown_rule_met: float,
) -> dict[str, Floats]:
    """Compute all pair features, reading an unknown rule as met to the degree given (NaN: unknown)."""
    found = pair_block(block, offers, context.financing)
    count = np.maximum(context.book.must_count, 1.0)
    if np.isnan(unknown_rule_met):
        doubt = eligibility.unknown > 0
        met = np.where(doubt, np.nan, eligibility.met)
        days = np.where(doubt, np.nan, eligibility.step_days)
    else:
        met = eligibility.met + unknown_rule_met * eligibility.unknown
        days = eligibility.step_days + (1 - unknown_rule_met) * eligibility.unknown_days
    found["rules_met_share"] = met / count
    found["days_to_open"] = days + offers.numbers["setup_days"]
    return found


def _after_steps(
    context: ScoringContext,
    readings: Readings,
    stated: Mapping[str, Floats],
    districts: list[str],
    eligibility: EligibilityBlock,
) -> ChanceBlock:
    """Score again as if every failed mandatory rule had been met."""
    count = np.maximum(context.book.must_count, 1.0)

    def done(features: Mapping[str, Floats]) -> Mapping[str, Floats]:
        met = features["rules_met_share"] + eligibility.failed / count
        days = features["days_to_open"] - eligibility.step_days
        return {**features, "rules_met_share": met, "days_to_open": days}

    offer_low, offer_high = readings.offer_low, readings.offer_high
    prior = context.prior.score(
        Readings(
            done(readings.typical),
            done(readings.cooperative_low),
            done(readings.cooperative_high),
            None if offer_low is None else done(offer_low),
            None if offer_high is None else done(offer_high),
        )
    )
    return learned_chance(context, prior, done(stated), districts)


def _demand_is_known(context: ScoringContext, placed: pd.DataFrame) -> npt.NDArray[np.bool_]:
    """Mark the pairs whose demand field the cooperative states, or its area's figures do."""
    figures = with_area_figures(placed)
    known = {
        field: figures[field].notna().to_numpy()
        for field in set(context.stated.demand_fields)
        if field in figures
    }
    nowhere = np.zeros(len(placed), dtype=np.bool_)
    of_offer = [known.get(field, nowhere) for field in context.stated.demand_fields]
    return np.array(of_offer, dtype=np.bool_).reshape(len(of_offer), len(placed)).T


def _assumed(context: ScoringContext, placed: pd.DataFrame) -> npt.NDArray[np.bool_]:
    """Mark the pairs whose margin rests on an offer's assumption or an area's estimate."""
    estimated = {field: placed[field].isna().to_numpy() for field in ("population_count", "household_count")}
    nowhere = np.zeros(len(placed), dtype=np.bool_)
    of_place = [estimated.get(str(field), nowhere) for field in context.stated.demand_fields]
    of_offer = (context.offers["basis"] != "fact").to_numpy(dtype=np.bool_)
    of_pair = np.array(of_place, dtype=np.bool_).reshape(len(of_offer), len(placed)).T
    marks: npt.NDArray[np.bool_] = of_pair | of_offer
    return marks


def _score_inputs(
    context: ScoringContext, chance: ChanceBlock, margin: MarginBlock, typical: Mapping[str, Floats]
) -> ScoreInputs:
    has_rules = context.book.must_count > 0
    return ScoreInputs(
        probability=chance.probability,
        # An unknown margin counts at its low estimate: hope never lifts an offer.
        margin_idr_per_month=np.where(margin.basis <= 1, margin.likely, margin.low),
        jobs_count=context.stated.numbers["jobs_count"],
        rules_met_share=np.where(has_rules, typical["rules_met_share"], np.nan),
        days_to_open=typical["days_to_open"],
    )
