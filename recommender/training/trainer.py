"""The part of the workspace that learns: train, list, promote, go back."""

import datetime as dt
from collections.abc import Sequence
from contextlib import suppress

from models.belief.beliefs import packaged_beliefs
from models.evaluation.trials import SIZES
from models.explain.departures import Departure, departures
from recommender.clock import jakarta_today
from recommender.registry.standing import Standing, standing
from recommender.training.dataset import training_set
from recommender.training.evaluate import Evaluation, evaluate
from recommender.training.model_report import ModelReport, belief_lines, model_standing
from recommender.training.promoting import Promotion, promote, rollback
from recommender.training.prospects import prospects_of
from recommender.training.records import TrainingSet
from recommender.training.reviewer import Reviewer
from recommender.training.train import TrainResult, train
from recommender.training.versions import ModelLine, model_lines

__all__ = ["Trainer"]

# What arithmetic and tables say of rows that nobody would have written.
_UNWORKABLE = (ArithmeticError, LookupError, TypeError, ValueError)


class Trainer(Reviewer):
    """Learned models of one department; the workspace has the store and the clock."""

    def train(self, at: dt.date | None = None, *, author: str = "-", seed: int = 0) -> TrainResult:
        """Learn from the outcomes of a day (default: today); see ``recommender.training.train``."""
        day = at or jakarta_today(self._clock())
        return train(self.store, day, author, self._clock, seed=seed)

    def training_set(self, at: dt.date | None = None) -> TrainingSet:
        """Return what can be learned from on a day (default: today): pairs, weights, what is held."""
        with self.store.snapshot() as snapshot:
            return training_set(snapshot, at or jakarta_today(self._clock()))

    def evaluate(
        self,
        at: dt.date | None = None,
        *,
        n_seeds: int = 5,
        split: str | None = None,
        sizes: Sequence[int] = SIZES,
    ) -> Evaluation:
        """Compare every model on the outcomes of a day; see ``recommender.training.evaluate``."""
        return evaluate(self.training_set(at), n_seeds=n_seeds, split=split, sizes=sizes)

    def departures(self) -> tuple[Departure, ...]:
        """Return what the model that answers makes of each belief; empty while the prior answers."""
        served = standing(self.store).served
        if served is None:
            return ()
        pairs = self.training_set(served.manifest.facts.at).pairs
        return departures(served.model, packaged_beliefs(), pairs)

    def models(self) -> list[ModelLine]:
        """Return every version, newest first, the experts' prior last."""
        return model_lines(self.store, self.prior_version())

    def model_report(self, at: dt.date | None = None) -> ModelReport:
        """Return which model answers and why, as of a day (default: today).

        What rests on outcomes is left out where it cannot be worked out: the rest holds all the same.
        """
        day = at or jakarta_today(self._clock())
        with self.store.snapshot() as snapshot:
            found = model_standing(snapshot, self.prior_version())
        served = found.now.served
        beliefs, prospects = None, None
        with suppress(*_UNWORKABLE):
            prospects = prospects_of(self.outcome_record(day))
        with suppress(*_UNWORKABLE):
            learned_on = day if served is None else served.manifest.facts.at
            beliefs = belief_lines(found.now, self.outcome_record(learned_on))
        return ModelReport(day, found, beliefs, prospects)

    def promote_model(self, version: str, *, author: str = "-", why: str | None = None) -> Promotion:
        """Let a version answer from now on; see ``recommender.training.promoting``."""
        return promote(self.store, version, author, why, self._clock)

    def roll_back_model(self, *, author: str = "-", why: str | None = None) -> Promotion:
        """Go back to the version promoted before, or to the prior."""
        return rollback(self.store, author, why, self._clock)

    def standing(self) -> Standing:
        """Return which model answers, and which were refused."""
        return standing(self.store)

    def prior_version(self) -> str:
        """Name the experts' prior by what they believe."""
        return f"prior-{packaged_beliefs().digest[:8]}"
