"""The adviser: every question about the pairs of one store, answers remembered while they hold."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pandas as pd

from models.errors import ModelError
from models.explain.texts import Language
from models.ranking.objectives import checked_objective
from recommender.advice.explaining import explain_pair
from recommender.advice.mirroring import mirror
from recommender.advice.pair_table import pair_tables
from recommender.advice.records import Advice, Explanation, Suggestion
from recommender.advice.rows import RowMaker
from recommender.advice.runs import advice_run
from recommender.advice.suggesting import advice_blocks
from recommender.clock import jakarta_today
from recommender.directory import found_cooperative, found_offer
from recommender.errors import RefusedError
from recommender.gathering import Gathered, gathered
from recommender.memory import Memory
from recommender.store.records import AdviceRun
from recommender.store.store import Store

__all__ = ["Adviser", "Clock"]

Clock = Callable[[], dt.datetime]
"""Returns this moment with its time zone."""

_CACHED_DAYS = 4
_CACHED_ADVICE = 4096


@dataclass(frozen=True, slots=True)
class _Request:
    """How much of an advice is asked for, and in which language."""

    top: int | None
    blocked: bool
    language: Language


class Adviser:
    """Answers questions about the pairs of one store.

    Parameters
    ----------
    store : Store
    clock : callable
        Returns this moment with its time zone.
    """

    def __init__(self, store: Store, *, clock: Clock) -> None:
        self.store = store
        self._clock = clock
        self._days: Memory[Gathered] = Memory(_CACHED_DAYS)
        self._advice: Memory[Advice] = Memory(_CACHED_ADVICE)

    def gathered(self, at: dt.date | None = None) -> Gathered:
        """Return the frames and the prepared scoring of one day, from memory while nothing has changed."""
        day = at or jakarta_today(self._clock())

        def read() -> Gathered:
            with self.store.snapshot() as snapshot:
                return gathered(snapshot, day)

        # the promotion first: what is promoted while this reads shows in the next key
        promotion = self.store.newest_promotion()
        return self._days.recall((self.store.head().revision_id, promotion, day), read)

    def suggest(
        self,
        cooperative_id: str,
        *,
        at: dt.date | None = None,
        objective: str = "balanced",
        top: int | None = None,
        blocked: bool = False,
        language: Language = "id",
        author: str = "-",
    ) -> Advice:
        """Return ranked suggestions for one cooperative and put the run on record.

        Parameters
        ----------
        cooperative_id : str
        at : date, optional
            The day the advice speaks of; today in Jakarta by default.
        objective : str
            ``balanced``, ``success``, ``margin`` or ``jobs``.
        top : int, optional
            At most so many; all by default.
        blocked : bool
            Whether to list every business offer, blocked and running ones included.
        language : {'id', 'en'}
        author : str
            Who asks, for the record.

        Raises
        ------
        NotFoundError
            When there is no such cooperative.
        RefusedError
            When there is no such objective, or ``top`` is below 1.
        """
        self._check(objective, top)
        source = self.gathered(at)
        found_cooperative(source, cooperative_id)
        run = self.put_on_record(source, objective, author)
        return self._advise(source, run, cooperative_id, _Request(top, blocked, language))

    def suggest_all(
        self,
        *,
        at: dt.date | None = None,
        objective: str = "balanced",
        top: int | None = None,
        blocked: bool = False,
        language: Language = "id",
        author: str = "-",
    ) -> Iterator[Advice]:
        """Yield the advice of every cooperative by id, in flat memory; parameters as in ``suggest``."""
        self._check(objective, top)
        source = self.gathered(at)
        run = self.put_on_record(source, objective, author)
        maker = RowMaker(source, run, objective, language)
        return advice_blocks(source, source.cooperatives, maker, top=top, blocked=blocked)

    def mirror(
        self,
        offer_id: str,
        *,
        at: dt.date | None = None,
        objective: str = "balanced",
        top: int | None = None,
        blocked: bool = False,
        language: Language = "id",
        author: str = "-",
    ) -> list[Suggestion]:
        """Rank all cooperatives for one offer; parameters as in ``suggest``.

        Raises
        ------
        NotFoundError
            When there is no such offer.
        """
        self._check(objective, top)
        source = self.gathered(at)
        run = self.put_on_record(source, objective, author)
        maker = RowMaker(source, run, objective, language)
        return mirror(source, found_offer(source, offer_id), maker, top=top, blocked=blocked)

    def explain(
        self,
        cooperative_id: str,
        offer_id: str,
        *,
        at: dt.date | None = None,
        objective: str = "balanced",
        language: Language = "id",
        author: str = "-",
    ) -> Explanation:
        """Explain one pair; parameters and errors as in ``suggest`` and ``mirror``."""
        self._check(objective, None)
        source = self.gathered(at)
        run = self.put_on_record(source, objective, author)
        cooperative = found_cooperative(source, cooperative_id)
        offer = found_offer(source, offer_id)
        maker = RowMaker(source, run, objective, language)
        advice = self._advise(source, run, cooperative_id, _Request(None, blocked=False, language=language))
        ranks = {found.offer_id: found.rank for found in advice.suggestions}
        return explain_pair(source, cooperative, offer, maker, ranks.get(offer, 0))

    def pair_tables(self, at: dt.date | None = None) -> Iterator[pd.DataFrame]:
        """Yield the features, labels and prior logits of all pairs, block by block."""
        return pair_tables(self.gathered(at), self.store.frame("events"))

    def _check(self, objective: str, top: int | None) -> None:
        try:
            checked_objective(objective)
        except ModelError as error:
            raise RefusedError(error.message_id, error.message_en) from error
        if top is not None and top < 1:
            raise RefusedError(
                f"Jumlah saran {top} terlalu kecil. Tulis 1 atau lebih.",
                f"{top} suggestions are too few. Write 1 or more.",
            )

    def put_on_record(self, source: Gathered, objective: str, author: str) -> AdviceRun:
        """Put a run of advice on record and return it."""
        run = advice_run(source, objective, author=author, made_at=self._clock())
        self.store.record_run(run)
        return run

    def _advise(self, source: Gathered, run: AdviceRun, cooperative_id: str, request: _Request) -> Advice:
        """Advise one cooperative, from memory where the same was asked of the same data."""

        def make() -> Advice:
            maker = RowMaker(source, run, run.objective, request.language)
            cooperative = found_cooperative(source, cooperative_id)
            return next(advice_blocks(source, cooperative, maker, top=request.top, blocked=request.blocked))

        return self._advice.recall((run.recommendation_id, cooperative_id, request), make)
