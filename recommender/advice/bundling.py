"""The best set of offers for one cooperative, from its scored block."""

import math

import pandas as pd

from models.bundles.means import NEEDS, means_of, whole_limit, whole_use
from models.bundles.problem import RESOURCES, BundleProblem, Item
from models.requirements.eligibility import STATUSES
from models.scoring.block import ScoredBlock, score_block
from recommender.advice.bundle_records import JOBS_TARGET, MOST_OFFERS, Bundle
from recommender.advice.bundle_rows import BundleRows
from recommender.advice.rows import RowMaker
from recommender.gathering import Gathered

__all__ = ["bundle_of"]


def bundle_of(
    source: Gathered,
    cooperative: pd.DataFrame,
    maker: RowMaker,
    *,
    most: int | None = MOST_OFFERS,
    jobs_target: float = JOBS_TARGET,
) -> Bundle:
    """Choose the best set of offers.

    Parameters
    ----------
    source : Gathered
    cooperative : DataFrame of shape (1, n_columns)
        Its row as of the day, or one with supposed values.
    maker : RowMaker
        For the offers' rows.
    most : int or None
        At most so many offers.
    jobs_target : float
        A set that gives so much work comes before any that does not.
    """
    block = score_block(source.context, cooperative, source.areas, keep=True)
    means = means_of(source.context, block.arrays["stated"].numbers, block.eligibility.held)
    columns = _candidates(source, block)
    problem = BundleProblem(
        items=tuple(_item(source, block, column) for column in columns),
        limits=tuple(whole_limit(resource, float(means.have[resource][0])) for resource in RESOURCES),
        most=most,
        jobs_target_hundredths=round(jobs_target * 100),
    )
    return BundleRows(source, block, maker, means, problem).written(jobs_target)


def _candidates(source: Gathered, block: ScoredBlock) -> list[int]:
    """Return the business offers open to it that neither run nor are of the group of one that runs."""
    eligibility, groups = block.eligibility, list(source.context.offers["exclusive_group"])
    held = eligibility.held[0]
    taken = {group for group, is_held in zip(groups, held, strict=True) if is_held and group}
    blocked = STATUSES.index("blocked")
    return [
        column
        for column, group in enumerate(groups)
        if source.context.ranked[column]
        and eligibility.status[0, column] != blocked
        and not held[column]
        and group not in taken
    ]


def _item(source: Gathered, block: ScoredBlock, column: int) -> Item:
    context = source.context
    needs = {name: float(context.stated.numbers[name][0, column]) for name in NEEDS}
    margin = float(block.inputs.margin_idr_per_month[0, column])
    value = 0 if math.isnan(margin) else round(float(block.chance.probability[0, column]) * margin)
    uses = tuple(whole_use(resource, needs[name]) for name, resource in zip(NEEDS, RESOURCES, strict=True))
    jobs = needs["jobs_count"]
    group = context.offers["exclusive_group"].iloc[column]
    return Item(
        context.offer_ids[column], value, uses, 0 if math.isnan(jobs) else round(jobs * 100), group or None
    )
