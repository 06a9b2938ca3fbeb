"""Scoring, explaining and writing: the city, and a slice of the nation beside LightGBM."""

import datetime as dt
import io
import tempfile
import warnings
from pathlib import Path

import lightgbm
import numpy as np
import pandas as pd

from features.pairs.catalogue import pair_features
from models.belief.beliefs import packaged_beliefs
from models.requirements.places import places_on
from models.scoring.block import score_block
from models.scoring.context import Catalogue, ScoringContext, scoring_context
from recommender.settings import Settings
from recommender.workspace import Workspace, init_workspace
from tools.bench.report import Result
from tools.bench.timing import best_seconds

__all__ = ["advise_city", "score_nation"]

_AT = dt.date(2026, 11, 21)
_NATION = (83_000, 200)
_SLICE = 20  # the nation's pairs divided by so much are measured
_BLOCK_ROWS = 1024
_SEED = 20261121


def _sample(folder: str) -> Workspace:
    return init_workspace(Settings(home=Path(folder)), sample="serang")


def advise_city() -> Result:
    """Score, explain and write all 67 x 29 pairs, against writing the finished rows alone."""
    with tempfile.TemporaryDirectory() as folder, _sample(folder) as workspace:

        def advise() -> list[object]:
            found = [pair for advice in workspace.suggest_all(blocked=True) for pair in advice.suggestions]
            workspace.suggestion_frame(found).to_csv(io.StringIO(), index=False)
            return list(found)

        rows = [pair for advice in workspace.suggest_all(blocked=True) for pair in advice.suggestions]
        frame = workspace.suggestion_frame(rows)
        return Result(
            name="advise: 67 x 29 pairs scored, explained, written",
            ours_seconds=best_seconds(advise, 3),
            floor_seconds=best_seconds(lambda: frame.to_csv(io.StringIO(), index=False), 3),
            note="writing the finished table",
        )


def score_nation() -> Result:
    """Score a twentieth of 83,000 x 200 pairs, against LightGBM predicting as many rows."""
    with tempfile.TemporaryDirectory() as folder, _sample(folder) as workspace:
        gathered = workspace.gathered(_AT)
        context = _many_offers(workspace, _NATION[1])
        random = np.random.default_rng(_SEED)
        chosen = random.integers(0, len(gathered.cooperatives), _NATION[0] // _SLICE)
        cooperatives = gathered.cooperatives.iloc[chosen].reset_index(drop=True)
        cooperatives["cooperative_id"] = [f"k{row:06d}" for row in range(len(cooperatives))]
        ours = best_seconds(lambda: _score_all(context, cooperatives, gathered.areas), 2)
        floor = _lightgbm_seconds(len(cooperatives) * _NATION[1])
    return Result(
        name=f"score: {_NATION[0]:,} x {_NATION[1]} pairs (1/{_SLICE} measured)",
        ours_seconds=ours * _SLICE,
        floor_seconds=floor * _SLICE,
        note=f"LightGBM, 200 trees, {len(pair_features())} features, all cores; ours on one",
    )


def _score_all(context: ScoringContext, cooperatives: pd.DataFrame, areas: pd.DataFrame) -> float:
    """Touch every probability, interval and status, keep none: memory stays that of one block."""
    total = 0.0
    for start in range(0, len(cooperatives), _BLOCK_ROWS):
        rows = cooperatives.iloc[start : start + _BLOCK_ROWS].reset_index(drop=True)
        block = score_block(context, rows, areas)
        total += float(block.chance.probability.sum() + block.chance.lower.sum() + block.chance.upper.sum())
        total += float(block.eligibility.status.sum())
    return total


def _many_offers(workspace: Workspace, count: int) -> ScoringContext:
    """Repeat the catalogue's business offers and their rules under new names."""
    store, context = workspace.store, workspace.gathered(_AT).context
    offers, requirements = store.frame("offers"), store.frame("requirements")
    offers = offers[offers["sector"] != "mentoring"]
    copies = range(-(-count // len(offers)))
    repeated = pd.concat([offers.assign(offer_id=offers["offer_id"] + f"-{copy}") for copy in copies])
    rules = pd.concat(
        [requirements.assign(offer_id=requirements["offer_id"] + f"-{copy}") for copy in copies]
    )
    catalogue = Catalogue(repeated.iloc[:count], store.frame("partners"), rules, store.frame("financing"))
    places = places_on(store.frame("events"), catalogue.offers, {}, context.at)
    return scoring_context(catalogue, context.fields, places, packaged_beliefs(), context.at)


def _lightgbm_seconds(rows: int) -> float:
    random = np.random.default_rng(_SEED)
    table = random.normal(size=(rows, len(pair_features())))
    label = (table[:20_000, 0] + random.normal(size=20_000) > 0).astype(int)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model = lightgbm.LGBMClassifier(n_estimators=200, verbose=-1, random_state=0)
        model.fit(table[:20_000], label)
        return best_seconds(lambda: model.predict_proba(table), 2)
