"""Questions to plans: why not, who is next, what settings cost, how contested offers are."""

import datetime as dt
from functools import cached_property

from models.errors import ModelError
from models.ranking.objectives import checked_objective
from recommender.allocations.asking import contests_of, dials_of, why_not_of
from recommender.allocations.kept_plans import KeptPlans
from recommender.allocations.names import names_of
from recommender.allocations.records import Contest, Dial, NextInLine, WhyNot
from recommender.allocations.succession import places_given_up
from recommender.errors import RefusedError
from recommender.memory import Memory

__all__ = ["PlanQuestions"]

_CACHED_CONTESTS = 16
_MOST_CONTESTANTS = 5_000


class PlanQuestions(KeptPlans):
    """Answers questions to plans that were kept, and about offers before any plan."""

    @cached_property
    def _contests(self) -> Memory[tuple[Contest, ...]]:
        return Memory(_CACHED_CONTESTS)

    def why_not(self, allocation_id: str, cooperative_id: str, offer_id: str) -> WhyNot:
        """Tell why a pair is not in a plan, and what it would cost to have it in.

        Raises
        ------
        NotFoundError
            When there is no such plan, or it knows no such cooperative or offer.
        RefusedError
            When the plan was too large to be kept with its problem.
        """
        kept = self._kept(self._stored(allocation_id))
        return why_not_of(kept, names_of(self.gathered()), cooperative_id, offer_id)

    def next_in_line(self, allocation_id: str) -> tuple[NextInLine, ...]:
        """Return who comes next for every place of a plan that was given up since."""
        kept = self._kept(self._stored(allocation_id))
        return places_given_up(kept, self.store.frame("events"), names_of(self.gathered()))

    def dials(self, allocation_id: str) -> tuple[Dial, ...]:
        """Return what each setting of fairness would cost in a plan."""
        return dials_of(self._kept(self._stored(allocation_id)))

    def contests(self, *, at: dt.date | None = None, objective: str = "balanced") -> tuple[Contest, ...]:
        """Return how contested each offer is before any plan, most contested first.

        Empty where there are more than 5,000 cooperatives: scoring all of them takes minutes; ask a plan.
        """
        try:
            checked_objective(objective)
        except ModelError as error:
            raise RefusedError(error.message_id, error.message_en) from error
        source = self.gathered(at)
        if len(source.cooperatives) > _MOST_CONTESTANTS:
            return ()
        key = (source.head.revision_id, source.model_version, source.at, objective)
        return self._contests.recall(key, lambda: contests_of(source, objective))
