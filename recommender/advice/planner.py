"""The adviser that also puts offers together: bundles, plans of steps, a month in figures."""

import datetime as dt

from models.explain.texts import Language
from recommender.advice.adviser import Adviser
from recommender.advice.bundle_records import JOBS_TARGET, MOST_OFFERS, Bundle
from recommender.advice.bundling import bundle_of
from recommender.advice.economics import PairEconomics, pair_economics
from recommender.advice.plan_records import StepPlan
from recommender.advice.planning import step_plan_of
from recommender.advice.rows import RowMaker
from recommender.directory import found_cooperative, found_offer
from recommender.errors import RefusedError

__all__ = ["Planner"]

_MOST_JOBS = 1000


class Planner(Adviser):
    """Answers questions about several offers of one cooperative at once; parameters as in ``Adviser``."""

    def bundle(
        self,
        cooperative_id: str,
        *,
        at: dt.date | None = None,
        most: int | None = MOST_OFFERS,
        jobs_target: float = JOBS_TARGET,
        language: Language = "id",
        author: str = "-",
    ) -> Bundle:
        """Return the best set of offers within a cooperative's room, money and people.

        Parameters as in ``suggest``; ``most`` offers at once, a set that gives work for ``jobs_target``
        people before any other.

        Raises
        ------
        NotFoundError
            When there is no such cooperative.
        RefusedError
            When ``most`` is below 1, or the target negative or beyond any cooperative.
        """
        if (most is not None and most < 1) or not 0 <= jobs_target <= _MOST_JOBS:
            raise RefusedError(
                f"Isi paling sedikit 1 model bisnis, dan sasaran pekerja dari 0 sampai {_MOST_JOBS}.",
                f"Give at least 1 offer, and a target of 0 to {_MOST_JOBS} workers.",
            )
        source = self.gathered(at)
        cooperative = found_cooperative(source, cooperative_id)
        run = self.put_on_record(source, "margin", author)
        maker = RowMaker(source, run, "margin", language)
        return bundle_of(source, cooperative, maker, most=most, jobs_target=jobs_target)

    def step_plan(
        self,
        cooperative_id: str,
        *,
        at: dt.date | None = None,
        language: Language = "id",
        author: str = "-",
    ) -> StepPlan:
        """Return the steps of all offers of a cooperative as one plan; parameters as in ``suggest``."""
        source = self.gathered(at)
        cooperative = found_cooperative(source, cooperative_id)
        run = self.put_on_record(source, "success", author)
        return step_plan_of(source, cooperative, RowMaker(source, run, "success", language))

    def economics(
        self, cooperative_id: str, offer_id: str, *, at: dt.date | None = None, language: Language = "id"
    ) -> PairEconomics:
        """Work out what one offer earns in one cooperative; errors as in ``suggest`` and ``mirror``."""
        source = self.gathered(at)
        return pair_economics(source, cooperative_id, found_offer(source, offer_id), language=language)
