"""Outcomes of a random world that depart from what is believed, and what is learned from them."""

import dataclasses

import numpy as np
import pandas as pd

from features.pairs.catalogue import pair_features
from models.learning.learned import learned_model
from models.scoring.block import score_block


def labelled_pairs(context, cooperatives, areas, count, seed=0):
    """Draw outcomes for some pairs; skill matters more than believed, one offer works best.

    Returns the labelled pairs and all pairs, as frames that a model can learn from.
    """
    block = score_block(context, cooperatives, areas, keep=True)
    shape = block.prior.logit.shape
    table = pd.DataFrame(
        {
            "cooperative_id": np.repeat(cooperatives["cooperative_id"].to_numpy(), shape[1]),
            "offer_id": np.tile(np.array(context.offer_ids, dtype=object), shape[0]),
            "sector": np.tile(context.offers["sector"].to_numpy(), shape[0]),
            "district_code": np.repeat(block.placed["district_code"].to_numpy(), shape[1]),
            "prior_logit": block.prior.logit.ravel(),
        }
    )
    for name in pair_features():
        table[name] = np.broadcast_to(block.stated[name], shape).ravel()
    random = np.random.default_rng(seed)
    skill = table["board_skill_level"].fillna(table["board_skill_level"].mean()).fillna(0.0)
    truth = table["prior_logit"] + 0.8 * (skill - skill.mean()) + 1.5 * (table["offer_id"] == "o00")
    chosen = np.sort(random.choice(len(table), count, replace=count > len(table)))
    pairs = table.iloc[chosen].reset_index(drop=True)
    chance = 1.0 / (1.0 + np.exp(-truth.to_numpy()[chosen]))
    return pairs.assign(label=(random.random(count) < chance).astype(float), weight=1.0), table


def taught(context, cooperatives, areas, count, seed=0):
    """The same day's scoring, after learning from ``count`` outcomes."""
    pairs, everything = labelled_pairs(context, cooperatives, areas, count, seed)
    model = learned_model(pairs, everything, tuple(pair_features()), random_state=seed)
    return dataclasses.replace(context, learned=model)
