"""One row per pair: both ids, the features a learner sees, the label, and the prior's logit."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from features.labels import pair_labels
from features.pairs.catalogue import pair_features
from models.scoring.block import score_block
from recommender.gathering import Gathered

__all__ = ["pair_tables"]

_BLOCK_ROWS = 512


def pair_tables(source: Gathered, events: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """Yield the table block by block, business offers only, by cooperative and offer.

    Parameters
    ----------
    source : Gathered
    events : DataFrame of shape (n_events, n_columns)
        Rows of the table ``events``.

    Yields
    ------
    DataFrame of shape (n_pairs_of_block, 4 + n_features)
        ``cooperative_id``, ``offer_id``, one float column per pair feature (NaN unknown or not
        applicable), ``label`` (1, 0 or NaN) and ``prior_logit``.
    """
    labels = pair_labels(events, source.at)
    context = source.context
    columns = np.flatnonzero(context.ranked)
    offer_ids = [context.offer_ids[column] for column in columns]
    for start in range(0, len(source.cooperatives), _BLOCK_ROWS):
        rows = source.cooperatives.iloc[start : start + _BLOCK_ROWS].reset_index(drop=True)
        block = score_block(context, rows, source.areas, keep=True)
        shape = block.prior.logit.shape
        ids = list(rows["cooperative_id"])
        table = {
            "cooperative_id": np.repeat(np.array(ids, dtype=object), len(offer_ids)),
            "offer_id": np.tile(np.array(offer_ids, dtype=object), len(ids)),
        }
        for name in pair_features():
            values = np.broadcast_to(block.stated[name], shape)
            table[name] = values[:, columns].ravel()
        pairs = zip(table["cooperative_id"], table["offer_id"], strict=True)
        table["label"] = np.array([labels.get(pair, np.nan) for pair in pairs], dtype=np.float64)
        table["prior_logit"] = block.prior.logit[:, columns].ravel()
        yield pd.DataFrame(table)
