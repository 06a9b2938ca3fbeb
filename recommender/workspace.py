"""The façade that commands, API, pages and notebooks share."""

import datetime as dt
from collections.abc import Sequence
from types import TracebackType
from typing import Self

import pandas as pd

from models.explain.texts import Language
from recommender.advice.adviser import Clock
from recommender.advice.planner import Planner
from recommender.advice.records import Suggestion
from recommender.advice.tables import suggestion_frame
from recommender.allocations.accepter import Accepter
from recommender.allocations.allocator import Allocator
from recommender.clock import jakarta_today, utc_now
from recommender.directory import CooperativeLine, cooperative_lines
from recommender.pricing import PriceAnswer, cooperative_prices
from recommender.settings import Settings
from recommender.setup import made_store
from recommender.store.opening import open_store
from recommender.store.records import Finding
from recommender.training.trainer import Trainer

__all__ = ["Workspace", "init_workspace", "open_workspace"]


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


class Workspace(Planner, Trainer, Allocator, Accepter):
    """One department's data and what can be asked of them.

    Parameters
    ----------
    store : Store
        Closed with the workspace.
    clock : callable
        Returns this moment with its time zone.
    """

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

    def model_version(self) -> str:
        """Name the model that scores now."""
        return self.gathered().model_version

    def suggestion_frame(self, suggestions: Sequence[Suggestion], language: Language = "id") -> pd.DataFrame:
        """Return suggestions as a frame with the contract's columns."""
        return suggestion_frame(suggestions, language)

    def prices(
        self,
        cooperative_id: str,
        at: dt.date | None = None,
        *,
        freight_idr_per_order: int | None = None,
        order_cost_idr: int = 0,
    ) -> PriceAnswer:
        """Compare suppliers' price lists with what a cooperative pays; see ``cooperative_prices``."""
        source = self.gathered(at)
        with self.store.snapshot() as snapshot:
            return cooperative_prices(
                snapshot,
                source,
                cooperative_id,
                freight_idr_per_order=freight_idr_per_order,
                order_cost_idr=order_cost_idr,
            )

    def check(self) -> list[Finding]:
        """Compare everything in the store with what was written; empty when all is well."""
        return self.store.check()
