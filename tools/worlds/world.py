"""One world as tables: outcomes to learn from, cooperatives kept aside with their true chances."""

import datetime as dt
import zlib
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from features.pairs.catalogue import pair_features
from tools.worlds.believing import believed
from tools.worlds.drawing import Drawn, drawn
from tools.worlds.kinds import KINDS
from tools.worlds.mechanisms import truth_of

__all__ = ["TURNS_ON", "World", "made_world"]

Places = npt.NDArray[np.intp]

_HELD_COOPERATIVES = 300
_OFFERS = 24
_SHOWN_PER_COOPERATIVE = 8
_FIRST_DAY, _DAYS = dt.date(2023, 1, 1), 1000
TURNS_ON = _FIRST_DAY + dt.timedelta(days=_DAYS // 2)
"""From this day on pairs succeed as they do today; before, in a world that drifts, otherwise."""
_BUYERS = 3


@dataclass(frozen=True, slots=True)
class World:
    """A world's tables, with the columns of a training set.

    Attributes
    ----------
    name : str
    seed : int
    outcomes : DataFrame
        Labelled pairs in the order in which they began; ``is_bought`` marks bought successes.
    held : DataFrame
        Every pair of cooperatives that are not in ``outcomes``: ``p`` is its true chance today, ``label`` one
        draw from it.
    reference : DataFrame
        The pairs of ``held`` as they stand today.
    """

    name: str
    seed: int
    outcomes: pd.DataFrame
    held: pd.DataFrame
    reference: pd.DataFrame


def made_world(name: str, n_outcomes: int, seed: int) -> World:
    """Make a world.

    Parameters
    ----------
    name : str
        One of ``tools.worlds.kinds.KINDS``.
    n_outcomes : int
        Rows of ``outcomes``, bought ones included.
    seed : int
        The same name, count and seed make the same tables.
    """
    kind = KINDS[name]
    random = np.random.default_rng((seed, zlib.crc32(name.encode())))
    n_learned = max(20, -(-n_outcomes // _SHOWN_PER_COOPERATIVE))
    pairs = drawn(n_learned + _HELD_COOPERATIVES, _OFFERS, kind.missing_share, random)
    truth = truth_of(pairs, kind, random)
    table = _table(pairs)
    n_cooperatives, n_offers = truth.after.shape
    is_held = np.arange(n_cooperatives) >= n_learned
    n_bought = round(kind.bought_share * n_outcomes)
    shown = _shown(table, n_learned, n_outcomes - n_bought, random)
    days = np.sort(random.integers(_DAYS, size=n_outcomes))
    first = np.where(days[: len(shown)] < _DAYS // 2, truth.before.ravel()[shown], truth.after.ravel()[shown])
    outcomes = table.iloc[shown].assign(
        label=(random.random(len(shown)) < first).astype(np.int64), is_bought=False
    )
    if n_bought:
        worst = int(np.argsort(truth.after.mean(axis=0))[1])
        outcomes = _with_bought(outcomes, table, worst, n_bought, random)
    outcomes["first_event_on"] = [_FIRST_DAY + dt.timedelta(days=int(day)) for day in days]
    outcomes["weight"] = 1.0
    held = table[np.repeat(is_held, n_offers)].copy()
    held["p"] = truth.after[is_held].ravel()
    held["label"] = (random.random(len(held)) < held["p"]).astype(np.int64)
    held["first_event_on"] = _FIRST_DAY + dt.timedelta(days=_DAYS)
    return World(
        name,
        seed,
        outcomes.reset_index(drop=True),
        held.reset_index(drop=True),
        held.drop(columns=["p", "label"]).reset_index(drop=True),
    )


def _table(pairs: Drawn) -> pd.DataFrame:
    """Return every pair as a row, cooperative by cooperative."""
    n_cooperatives, n_offers = next(iter(pairs.features.values())).shape
    logit, variance = believed(pairs)
    cooperatives = [f"k{number:05d}" for number in range(n_cooperatives)]
    return pd.DataFrame(
        {
            "cooperative_id": np.repeat(cooperatives, n_offers),
            "offer_id": np.tile([f"off-{number:03d}" for number in range(n_offers)], n_cooperatives),
            "sector": np.tile(pairs.sectors, n_cooperatives),
            "district_code": np.repeat(pairs.districts, n_offers),
            **{name: pairs.told(name).ravel() for name in pair_features()},
            "prior_logit": logit.ravel(),
            "prior_variance": variance.ravel(),
        }
    )


def _shown(table: pd.DataFrame, n_learned: int, count: int, random: np.random.Generator) -> Places:
    """Choose which pairs were shown: mostly those that the belief puts first, in no order of time."""
    logit = table["prior_logit"].to_numpy()[: n_learned * _OFFERS].reshape(n_learned, _OFFERS)
    liked = logit + random.gumbel(0.0, 1.5, logit.shape)
    first = np.argsort(-liked, axis=1)[:, :_SHOWN_PER_COOPERATIVE]
    rows = (np.arange(n_learned)[:, None] * _OFFERS + first).ravel()
    chosen: Places = random.permutation(rows)[:count]
    return chosen


def _with_bought(
    outcomes: pd.DataFrame, table: pd.DataFrame, offer: int, count: int, random: np.random.Generator
) -> pd.DataFrame:
    """Add successes of one offer that three cooperatives report again and again, spread over time.

    A store keeps one label per pair, so that three cooperatives could report three; here all of them reach
    the record, which is worse than what can happen. None of the three was shown the offer before.
    """
    name = f"off-{offer:03d}"
    honest = outcomes.loc[outcomes["offer_id"] == name, "cooperative_id"]
    others = np.setdiff1d(outcomes["cooperative_id"].unique(), honest.unique())
    rows = random.choice(others, _BUYERS, replace=False)
    own = table[table["cooperative_id"].isin(rows) & (table["offer_id"] == name)]
    bought = own.iloc[np.arange(count) % len(own)].assign(label=1, is_bought=True)
    return pd.concat([outcomes, bought]).iloc[random.permutation(len(outcomes) + count)]
