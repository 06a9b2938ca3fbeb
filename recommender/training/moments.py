"""Pair features as they were known on the day of a pair's first event."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from features.asof import cooperatives_as_of
from features.catalog.loader import facts_fields
from features.known import rows_known_on
from features.pairs.catalogue import pair_features
from models.belief.beliefs import Beliefs
from models.requirements.places import Places
from models.scoring.block import ScoredBlock, score_block
from models.scoring.context import Catalogue, ScoringContext, scoring_context
from recommender.gathering import rule_fields

__all__ = ["History", "pairs_on", "pairs_today"]

_NOBODY = Places(frozenset(), {}, {}, {})


@dataclass(frozen=True, slots=True)
class History:
    """The tables that features of past days are computed from; ``versions`` are of ``cooperatives``."""

    cooperatives: pd.DataFrame
    versions: pd.DataFrame
    facts: pd.DataFrame
    areas: pd.DataFrame
    catalogue: Catalogue
    beliefs: Beliefs


def pairs_on(history: History, day: dt.date, wanted: Sequence[tuple[str, str]]) -> pd.DataFrame:
    """Return features and belief of some pairs as they were known on one day.

    Parameters
    ----------
    history : History
    day : date
    wanted : sequence of (cooperative_id, offer_id)
        Pairs of cooperatives and business offers that are there.

    Returns
    -------
    DataFrame of shape (n_pairs, n_columns)
        In the order asked for: ``cooperative_id``, ``offer_id``, ``sector``, ``district_code``, the pair
        features (NaN unknown or not applicable) and ``prior_logit``.
    """
    ids = sorted({cooperative_id for cooperative_id, _ in wanted})
    rows = history.cooperatives[history.cooperatives["cooperative_id"].isin(ids)]
    facts = history.facts[history.facts["cooperative_id"].isin(ids)]
    then = rows_known_on(rows.reset_index(drop=True), history.versions, "cooperative_id", day)
    then = cooperatives_as_of(then, facts, day, facts_fields())
    context = scoring_context(history.catalogue, rule_fields(), _NOBODY, history.beliefs, day)
    block = score_block(context, then, history.areas, keep=True)
    row_of = {str(one): place for place, one in enumerate(then["cooperative_id"])}
    column_of = {one: place for place, one in enumerate(context.offer_ids)}
    places = np.array([(row_of[one], column_of[other]) for one, other in wanted], dtype=np.intp)
    return _table(context, block, places.reshape(-1, 2))


def pairs_today(history: History, day: dt.date, most_pairs: int) -> pd.DataFrame:
    """Return features of pairs of business offers on one day, evenly chosen when there are too many.

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
    rows = history.cooperatives.iloc[::step].reset_index(drop=True)
    facts = history.facts[history.facts["cooperative_id"].isin(rows["cooperative_id"])]
    now = cooperatives_as_of(rows, facts, day, facts_fields())
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
    }
    return pd.DataFrame(found)


def _texts(values: pd.Series) -> npt.NDArray[np.object_]:
    # A place outside every known district is a level of its own, never a district's.
    return np.array([one if isinstance(one, str) else "" for one in values], dtype=object)
