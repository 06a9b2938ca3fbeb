"""A chosen set of offers as records: what it takes, what is left out, what an addition would bring."""

import math
from collections.abc import Sequence
from dataclasses import replace

from models.bundles.additions import smallest_addition
from models.bundles.left_out import why_left_out
from models.bundles.means import Means
from models.bundles.problem import RESOURCES, SCALES, BundleProblem, Item
from models.bundles.solver import best_set
from models.requirements.eligibility import STATUSES
from models.scoring.block import ScoredBlock
from recommender.advice.bundle_records import (
    Bundle,
    BundledOffer,
    LeftOutOffer,
    SharedLimit,
    UsefulAddition,
)
from recommender.advice.bundle_texts import addition_sentence, left_out_sentence
from recommender.advice.rows import BlockRows, RowMaker
from recommender.gathering import Gathered

__all__ = ["BundleRows"]


class BundleRows:
    """Puts a chosen set into records.

    Parameters
    ----------
    source : Gathered
    block : ScoredBlock
        Of one cooperative, scored with ``keep``.
    maker : RowMaker
    means : Means
    problem : BundleProblem
        Its items are offers of the block.
    """

    def __init__(
        self, source: Gathered, block: ScoredBlock, maker: RowMaker, means: Means, problem: BundleProblem
    ) -> None:
        self._source = source
        self._block = block
        self._maker = maker
        self._means = means
        self._problem = problem
        self._rows: BlockRows = maker.of(block)
        self._columns = {offer_id: column for column, offer_id in enumerate(source.context.offer_ids)}
        self._titles = source.titles

    def written(self, jobs_target: float) -> Bundle:
        """Choose the best set and write it out with its limits, what is left out and what would help."""
        chosen = sorted(best_set(self._problem), key=lambda item: (-item.value, item.offer_id))
        offers = tuple(self._offer(item, rank) for rank, item in enumerate(chosen, start=1))
        pairs = [one.suggestion for one in offers]
        needed = {resource: _needed(chosen, place) for place, resource in enumerate(RESOURCES)}
        capital, funds = needed["capital_idr"], float(self._means.funds_idr[0])
        is_open = capital is None or math.isnan(funds)
        cooperative = self._block.cooperatives.iloc[0]
        return Bundle(
            cooperative_id=str(cooperative["cooperative_id"]),
            cooperative_name=str(cooperative["name"]),
            at=self._source.at,
            offers=offers,
            certain=self._certain(),
            expected_value_idr=sum(item.value for item in chosen),
            margin_idr=sum(one.expected_margin_idr or 0.0 for one in pairs),
            margin_low_idr=sum(one.margin_low_idr or 0.0 for one in pairs),
            margin_high_idr=sum(one.margin_high_idr or 0.0 for one in pairs),
            is_margin_assumed=any(one.margin_basis != "known" for one in pairs),
            jobs_count=_jobs(chosen) / 100,
            jobs_target=jobs_target,
            capital_idr=capital,
            own_funds_idr=None if math.isnan(funds) else funds,
            loan_needed_idr=None if is_open or capital is None else max(capital - funds, 0.0),
            most=self._problem.most,
            limits=tuple(self._shared(resource, needed[resource]) for resource in RESOURCES),
            left_out=self._left_out(chosen),
            additions=self._additions(chosen),
            running=tuple(
                offer_id
                for offer_id, column in self._columns.items()
                if self._block.eligibility.held[0, column] and self._source.context.ranked[column]
            ),
            data_source=cooperative["data_source"],
            model_version=self._maker.run.model_version,
            recommendation_id=self._maker.run.recommendation_id,
        )

    def _offer(self, item: Item, rank: int) -> BundledOffer:
        shop, store, capital = (
            None if use is None else use / SCALES[resource]
            for use, resource in zip(item.uses[:3], RESOURCES[:3], strict=True)
        )
        suggestion = self._rows.suggestion(0, self._columns[item.offer_id], rank)
        return BundledOffer(suggestion, shop, store, capital, item.value)

    def _certain(self) -> tuple[str, ...]:
        problem = self._problem
        for place, (resource, limit) in enumerate(zip(RESOURCES, problem.limits, strict=True)):
            # every cooperative has members, though it may not be known how many
            if limit is None and resource != "people_count":
                problem = problem.with_limit(place, 0)
        return tuple(item.offer_id for item in best_set(problem))

    def _shared(self, resource: str, needed: float | None) -> SharedLimit:
        have = float(self._means.have[resource][0])
        return SharedLimit(
            resource=resource,
            have=None if math.isnan(have) else have,
            running=float(self._means.running[resource][0]) if resource in self._means.running else 0.0,
            loan_idr=float(self._means.loan_idr[0]) if resource == "capital_idr" else 0.0,
            needed=needed,
        )

    def _left_out(self, chosen: Sequence[Item]) -> tuple[LeftOutOffer, ...]:
        found = []
        for one in why_left_out(self._problem, chosen):
            scale = SCALES[one.resource] if one.resource else 1
            other = self._titles.get(one.other or "", "")
            status = STATUSES[self._block.eligibility.status[0, self._columns[one.offer_id]]]
            sentence = left_out_sentence(one, one.missing / scale, other, self._maker.language)
            found.append(LeftOutOffer(one.offer_id, self._titles[one.offer_id], status, one.code, sentence))
        return tuple(found)

    def _additions(self, chosen: Sequence[Item]) -> tuple[UsefulAddition, ...]:
        now, ids = self._problem.worth(chosen), {item.offer_id for item in chosen}
        found = []
        for place, resource in enumerate(RESOURCES):
            addition = smallest_addition(self._problem, place)
            if addition is None:
                continue
            then = {item.offer_id for item in addition.items}
            change = UsefulAddition(
                resource=resource,
                amount=addition.amount / SCALES[resource],
                gain_idr=addition.worth.value - now.value,
                gain_jobs=(_jobs(addition.items) - _jobs(chosen)) / 100,
                reaches_target=addition.worth.reaches_target and not now.reaches_target,
                comes_in=tuple(sorted(then - ids)),
                goes_out=tuple(sorted(ids - then)),
                sentence="",
            )
            sentence = addition_sentence(change, self._titles, self._maker.language)
            found.append(replace(change, sentence=sentence))
        return tuple(found)


def _jobs(chosen: Sequence[Item]) -> int:
    return sum(item.jobs_hundredths for item in chosen)


def _needed(chosen: Sequence[Item], place: int) -> float | None:
    total = 0
    for item in chosen:
        use = item.uses[place]
        if use is None:
            return None
        total += use
    return total / SCALES[RESOURCES[place]]
