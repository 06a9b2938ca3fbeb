"""Pair features as they were known on the day of a pair's first event."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from features.asof import Days, cooperatives_as_of
from features.catalog.loader import facts_fields
from features.known import rows_known_on
from features.pairs.catalogue import pair_features
from models.belief.beliefs import Beliefs
from models.requirements.places import Places
from models.scoring.block import ScoredBlock, score_block
from models.scoring.context import Catalogue, ScoringContext, scoring_context
from recommender.gathering import rule_fields

__all__ = ["History", "pairs_then", "pairs_today"]

_NOBODY = Places(frozenset(), {}, {}, {})
_BLOCK_ROWS = 512
# Rows of cooperatives about which nothing has changed are the same on every day.
_ANY_DAY = dt.date(2025, 1, 1)


@dataclass(frozen=True, slots=True)
class History:
    """The tables that features of past days are computed from; ``versions`` are of ``cooperatives``."""

    cooperatives: pd.DataFrame
    versions: pd.DataFrame
    facts: pd.DataFrame
    areas: pd.DataFrame
    catalogue: Catalogue
    beliefs: Beliefs


def pairs_then(history: History, wanted: pd.DataFrame) -> pd.DataFrame:
    """Return features and belief of pairs, each as known on its own day.

    Parameters
    ----------
    history : History
    wanted : DataFrame of shape (n_pairs, n_columns)
        ``cooperative_id`` and ``offer_id`` of cooperatives and business offers that are there, and
        ``first_event_on`` (datetime64).

    Returns
    -------
    DataFrame of shape (n_pairs, n_columns)
        In the order asked for: ``cooperative_id``, ``offer_id``, ``sector``, ``district_code``, the pair
        features (NaN unknown or not applicable), ``prior_logit`` and ``prior_variance``.
    """
    changing = set(history.facts["cooperative_id"]) | set(history.versions["cooperative_id"])
    asked = wanted[["cooperative_id", "offer_id"]].reset_index(drop=True)
    asked["day"] = [pd.Timestamp(day).date() for day in wanted["first_event_on"]]
    rules = {day: _rules_of(history, day) for day in set(asked["day"])}
    asked["rules"] = [rules[day] for day in asked["day"]]
    # One row of features serves all days on which nothing about the cooperative had changed.
    is_changing = asked["cooperative_id"].isin(changing)
    asked["as_of"] = asked["day"].where(is_changing, _ANY_DAY)
    parts = []
    for _, group in asked.groupby("rules", sort=True):
        day = group["day"].iloc[0]
        context = scoring_context(history.catalogue, rule_fields(), _NOBODY, history.beliefs, day)
        column_of = {one: place for place, one in enumerate(context.offer_ids)}
        for rows, of_rows in _blocks(history, group):
            block = score_block(context, rows, history.areas, keep=True)
            columns = np.array([column_of[one] for one in of_rows["offer_id"]], dtype=np.intp)
            places = np.column_stack([of_rows["row"].to_numpy(dtype=np.intp), columns])
            parts.append(_table(context, block, places).set_index(of_rows.index))
    return pd.concat(parts).sort_index() if parts else _no_pairs()


def _rules_of(history: History, day: dt.date) -> tuple[str, ...]:
    """Return what tells apart days with other rules; the offers' own numbers have no day."""
    rules = history.catalogue.requirements
    today = pd.Timestamp(day)
    begun = (rules["valid_from"] <= today).to_numpy()
    over = (rules["valid_to"] < today).to_numpy()
    return (begun.tobytes().hex(), over.tobytes().hex())


def _blocks(history: History, group: pd.DataFrame) -> Iterator[tuple[pd.DataFrame, pd.DataFrame]]:
    """Yield rows of cooperatives, and the pairs that ask for them with the ``row`` of each."""
    wanted = sorted(set(zip(group["as_of"], group["cooperative_id"], strict=True)))
    days = np.array([day for day, _ in wanted], dtype="datetime64[D]")
    rows = _known_on(history, days, [one for _, one in wanted])
    row_of = {key: place for place, key in enumerate(wanted)}
    row = np.array([row_of[key] for key in zip(group["as_of"], group["cooperative_id"], strict=True)])
    for start in range(0, len(rows), _BLOCK_ROWS):
        inside = (row >= start) & (row < start + _BLOCK_ROWS)
        part = rows.iloc[start : start + _BLOCK_ROWS].reset_index(drop=True)
        yield part, group[inside].assign(row=row[inside] - start)


def _known_on(history: History, days: Days, ids: list[str]) -> pd.DataFrame:
    """Return cooperatives as known on one day, or each on a day of its own; in the order of ``ids``."""
    place_of = {key: place for place, key in enumerate(history.cooperatives["cooperative_id"])}
    rows = history.cooperatives.iloc[[place_of[one] for one in ids]].reset_index(drop=True)
    facts = history.facts[history.facts["cooperative_id"].isin(ids)]
    then = rows_known_on(rows, history.versions, "cooperative_id", days)
    return cooperatives_as_of(then, facts, days, facts_fields())


def pairs_today(history: History, day: dt.date, most_pairs: int) -> pd.DataFrame:
    """Return features of pairs of business offers as known on one day, evenly chosen when too many.

    Parameters
    ----------
    history : History
    day : date
    most_pairs : int
        At most about so many: whole cooperatives, evenly spaced by id.
    """
    context = scoring_context(history.catalogue, rule_fields(), _NOBODY, history.beliefs, day)
    columns = np.flatnonzero(context.ranked)
    step = max(1, -(-len(history.cooperatives) * len(columns) // max(most_pairs, 1)))
    now = _known_on(history, day, list(history.cooperatives["cooperative_id"].iloc[::step]))
    block = score_block(context, now, history.areas, keep=True)
    places = np.column_stack([np.repeat(np.arange(len(now)), len(columns)), np.tile(columns, len(now))])
    return _table(context, block, places.astype(np.intp))


def _table(context: ScoringContext, block: ScoredBlock, places: npt.NDArray[np.intp]) -> pd.DataFrame:
    rows, columns = places[:, 0], places[:, 1]
    shape = block.prior.logit.shape
    found: Mapping[str, object] = {
        "cooperative_id": block.cooperatives["cooperative_id"].to_numpy(dtype=object)[rows],
        "offer_id": np.array(context.offer_ids, dtype=object)[columns],
        "sector": context.offers["sector"].to_numpy(dtype=object)[columns],
        "district_code": _texts(block.placed["district_code"])[rows],
        **{name: np.broadcast_to(block.stated[name], shape)[rows, columns] for name in pair_features()},
        "prior_logit": block.prior.logit[rows, columns],
        "prior_variance": block.prior.variance[rows, columns],
    }
    return pd.DataFrame(found)


def _no_pairs() -> pd.DataFrame:
    names = ("cooperative_id", "offer_id", "sector", "district_code")
    texts = {name: pd.Series(dtype=object) for name in names}
    numbers = {
        name: pd.Series(dtype=np.float64) for name in (*pair_features(), "prior_logit", "prior_variance")
    }
    return pd.DataFrame(texts | numbers)


def _texts(values: pd.Series) -> npt.NDArray[np.object_]:
    # A place outside every known district is a level of its own, never a district's.
    return np.array([one if isinstance(one, str) else "" for one in values], dtype=object)
