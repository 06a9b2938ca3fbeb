"""The product's chances against the belief and other models, on outcomes kept aside."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import pandas as pd

from models.evaluation.chart import to_svg
from models.evaluation.comparison import Comparison, compare
from models.evaluation.peers import PEERS, Peer
from models.evaluation.report import COLUMNS, peer_label, to_markdown, to_record, to_rows
from models.evaluation.splits import FORWARD_FROM, SPLITS
from models.evaluation.trials import SIZES, trials_of
from models.explain.texts import Language
from recommender.errors import RefusedError

__all__ = ["EVALUATION_COLUMNS", "Evaluation", "Outcomes", "evaluate", "headline_split"]

EVALUATION_COLUMNS = COLUMNS
_MOST_SEEDS = 50


class Outcomes(Protocol):
    """What is read of a training set."""

    @property
    def pairs(self) -> pd.DataFrame:
        """Labelled pairs in the order in which they began."""

    @property
    def reference(self) -> pd.DataFrame:
        """All business pairs of the day, without labels."""

    @property
    def snapshot_sha256(self) -> str:
        """Names the content."""

    @property
    def at(self) -> dt.date:
        """The day it speaks of."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A comparison with the data it speaks of."""

    at: dt.date
    snapshot_sha256: str
    outcome_count: int
    comparison: Comparison

    def markdown(self, language: Language = "id") -> str:
        """Return the tables as Markdown."""
        return to_markdown(self.comparison, language)

    def svg(self, language: Language = "id") -> str:
        """Return the learning curves as a drawing."""
        return to_svg(self.comparison, language)

    def label(self, peer: str, language: Language = "id") -> str:
        """Return what readers call a model."""
        return peer_label(peer, language)

    def rows(self, language: Language = "id") -> list[dict[str, Any]]:
        """Return a record per model and number of outcomes, under ``EVALUATION_COLUMNS``."""
        return [dict(zip(COLUMNS, row, strict=True)) for row in to_rows(self.comparison, language)]

    def record(self, language: Language = "id") -> dict[str, Any]:
        """Return everything as nested values; unknown is ``None``."""
        told = {
            "at": self.at.isoformat(),
            "snapshot_sha256": self.snapshot_sha256,
            "outcome_count": self.outcome_count,
        }
        return told | to_record(self.comparison, language)


def evaluate(
    outcomes: Outcomes,
    *,
    n_seeds: int = 5,
    split: str | None = None,
    peers: Sequence[Peer] = tuple(PEERS.values()),
    sizes: Sequence[int] = SIZES,
    n_jobs: int = -1,
    features: Sequence[str] | None = None,
) -> Evaluation:
    """Compare every model on the same outcomes.

    Parameters
    ----------
    outcomes : Outcomes
        A training set.
    n_seeds : int
        How often outcomes are split anew, 1 to 50.
    split : {'cooperative', 'district', 'offer', 'time'}, optional
        What is kept aside; by default forward in time from 1,000 outcomes on, whole cooperatives before.
    peers, sizes
        See ``models.evaluation.comparison.compare``.
    n_jobs : int
        Processes; -1 is one per core. Figures do not depend on it, but for the seconds.
    features : sequence of str, optional
        By default the catalogue's pair features.

    Raises
    ------
    RefusedError
        When ``n_seeds`` or ``split`` is none of those. No outcomes are no mistake: the report says so.
    """
    if not 1 <= n_seeds <= _MOST_SEEDS:
        raise RefusedError(
            f"Ulangan harus 1 sampai {_MOST_SEEDS}.",
            f"Give 1 to {_MOST_SEEDS} seeds.",
        )
    if split is not None and split not in SPLITS:
        raise RefusedError(
            f"Pembagian {split!r} tidak dikenal. Pilih: {', '.join(SPLITS)}.",
            f"There is no split {split!r}. Choose one of: {', '.join(SPLITS)}.",
        )
    kind = split or headline_split(len(outcomes.pairs))
    trials = trials_of(
        outcomes.pairs, outcomes.reference, split=kind, seeds=range(n_seeds), features=features
    )
    comparison = compare(trials, split=kind, peers=peers, sizes=sizes, n_jobs=n_jobs)
    return Evaluation(outcomes.at, outcomes.snapshot_sha256, len(outcomes.pairs), comparison)


def headline_split(n_outcomes: int) -> str:
    """Return what is kept aside unless something else is asked for.

    Examples
    --------
    >>> headline_split(12), headline_split(5000)
    ('cooperative', 'time')
    """
    return "time" if n_outcomes >= FORWARD_FROM else "cooperative"
