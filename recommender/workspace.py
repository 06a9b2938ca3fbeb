"""The façade that commands, API, pages and notebooks share."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from types import TracebackType
from typing import Self

import pandas as pd

from models.errors import ModelError
from models.explain.texts import Language
from models.ranking.objectives import checked_objective
from recommender.advice.explaining import explain_pair
from recommender.advice.gathering import Gathered, gathered
from recommender.advice.mirroring import mirror
from recommender.advice.pair_table import pair_tables
from recommender.advice.records import Advice, Explanation, Suggestion
from recommender.advice.rows import RowMaker
from recommender.advice.runs import advice_run, model_version
from recommender.advice.suggesting import advice_blocks
from recommender.advice.tables import suggestion_frame
from recommender.clock import jakarta_today, utc_now
from recommender.directory import CooperativeLine, cooperative_lines, found_cooperative, found_offer
from recommender.errors import RefusedError
from recommender.settings import Settings
from recommender.setup import made_store
from recommender.store.opening import open_store
from recommender.store.records import AdviceRun, Finding
from recommender.store.store import Store

__all__ = ["Workspace", "init_workspace", "open_workspace"]

Clock = Callable[[], dt.datetime]
_CACHED_DAYS = 4
_CACHED_ADVICE = 4096


def open_workspace(settings: Settings | None = None, *, clock: Clock = utc_now) -> "Workspace":
    """Open the store that the settings name.

    Parameters
    ----------
    settings : Settings, optional
        Read from the environment by default.
    clock : callable, optional
        Returns this moment with its time zone.

    Raises
    ------
    StoreError
        When there is no store, or it cannot be used; the message says what to do.
    """
    chosen = settings or Settings()
    return Workspace(open_store(chosen.url), clock=clock)


def init_workspace(
    settings: Settings | None = None, *, sample: str | None = None, clock: Clock = utc_now
) -> "Workspace":
    """Make the store that the settings name, or upgrade it, and load a sample if asked.

    Raises
    ------
    StoreError
        When the place cannot be used.
    NotFoundError
        When there is no such sample.
    """
    chosen = settings or Settings()
    return Workspace(made_store(chosen.url, sample, made_at=clock()), clock=clock)


class Workspace:
    """One department's data and what can be asked of them.

    Parameters
    ----------
    store : Store
        Closed with the workspace.
    clock : callable
        Returns this moment with its time zone.
    """

    def __init__(self, store: Store, *, clock: Clock) -> None:
        self.store = store
        self._clock = clock
        self._gathered = lru_cache(maxsize=_CACHED_DAYS)(self._gather)
        self._advice = lru_cache(maxsize=_CACHED_ADVICE)(self._advise)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc_value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the store."""
        self.store.close()

    def today(self) -> dt.date:
        """Return the date in Asia/Jakarta."""
        return jakarta_today(self._clock())

    def now(self) -> dt.datetime:
        """Return this moment with its time zone."""
        return self._clock()

    def cooperatives(self, at: dt.date | None = None) -> list[CooperativeLine]:
        """List the cooperatives as of a day (default: today), by id."""
        return cooperative_lines(self.gathered(at))

    def gathered(self, at: dt.date | None = None) -> Gathered:
        """Return the frames and the prepared scoring of one day, from memory while nothing has changed."""
        return self._gathered(self.store.head().revision_id, at or self.today())

    def model_version(self) -> str:
        """Name the model that scores now."""
        return model_version(self.gathered())

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
        day = at or self.today()
        self._check(objective, top)
        source = self.gathered(day)
        run = self._record(source, objective, author)
        found_cooperative(source, cooperative_id)
        return self._advice(run.recommendation_id, day, cooperative_id, objective, top, blocked, language)

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
        run = self._record(source, objective, author)
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
        run = self._record(source, objective, author)
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
        run = self._record(source, objective, author)
        cooperative = found_cooperative(source, cooperative_id)
        offer = found_offer(source, offer_id)
        maker = RowMaker(source, run, objective, language)
        advice = self._advice(
            run.recommendation_id, source.at, cooperative_id, objective, None, False, language
        )
        ranks = {found.offer_id: found.rank for found in advice.suggestions}
        return explain_pair(source, cooperative, offer, maker, ranks.get(offer, 0))

    def pair_tables(self, at: dt.date | None = None) -> Iterator[pd.DataFrame]:
        """Yield the features, labels and prior logits of all pairs, block by block."""
        return pair_tables(self.gathered(at), self.store.frame("events"))

    def suggestion_frame(self, suggestions: Sequence[Suggestion], language: Language = "id") -> pd.DataFrame:
        """Return suggestions as a frame with the contract's columns."""
        return suggestion_frame(suggestions, language)

    def check(self) -> list[Finding]:
        """Compare everything in the store with what was written; empty when all is well."""
        return self.store.check()

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

    def _gather(self, revision_id: int, day: dt.date) -> Gathered:
        with self.store.snapshot() as snapshot:
            return gathered(snapshot, day)

    def _record(self, source: Gathered, objective: str, author: str) -> AdviceRun:
        run = advice_run(source, objective, author=author, made_at=self._clock())
        self.store.record_run(run)
        return run

    def _advise(
        self,
        recommendation_id: str,
        day: dt.date,
        cooperative_id: str,
        objective: str,
        top: int | None,
        blocked: bool,
        language: Language,
    ) -> Advice:
        source = self.gathered(day)
        run = advice_run(source, objective, author="-", made_at=self._clock())
        maker = RowMaker(source, run, objective, language)
        cooperative = found_cooperative(source, cooperative_id)
        return next(advice_blocks(source, cooperative, maker, top=top, blocked=blocked))
