"""Labelled pairs with their weights, what is held for review, and a hash of it all."""

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from features.labels import pair_labels
from features.pairs.catalogue import pair_features
from models.belief.beliefs import packaged_beliefs
from models.evidence.caps import capped_weights
from models.evidence.runs import Run, sudden_runs
from models.scoring.context import Catalogue
from recommender.store.reading import Reads
from recommender.training.moments import History, pairs_then, pairs_today
from recommender.training.records import HeldRun, TrainingSet
from recommender.training.verdicts import Verdicts, verdicts_on

__all__ = ["Labelled", "labelled", "training_set"]

_MOST_REFERENCE_PAIRS = 50_000
_OPENED = "opened"


@dataclass(frozen=True, slots=True)
class Labelled:
    """Labelled pairs of one day before any is weighed.

    Attributes
    ----------
    history : History
    verdicts : Verdicts
    pairs : DataFrame
        Those that count, with ``event_id`` and ``recorded_by`` of what decided them.
    held : tuple of HeldRun
        The runs that do not count yet.
    left_out_count : int
        Labelled pairs whose cooperative or offer is no longer there, or is not ranked.
    """

    history: History
    verdicts: Verdicts
    pairs: pd.DataFrame
    held: tuple[HeldRun, ...]
    left_out_count: int


def training_set(store: Reads, at: dt.date) -> TrainingSet:
    """Gather what can be learned from on one day.

    Parameters
    ----------
    store : Reads
        A store, or a snapshot of it.
    at : date
        Events after it are not seen.
    """
    found = labelled(store, at)
    accounts = [one if isinstance(one, str) else None for one in found.pairs["recorded_by"]]
    offer_ids, once = list(found.pairs["offer_id"]), np.ones(len(found.pairs))
    weight, capped = capped_weights(offer_ids, accounts, once)
    pairs = found.pairs.drop(columns=["recorded_by", "event_id"]).assign(weight=weight)
    reference = pairs_today(found.history, at, _MOST_REFERENCE_PAIRS)
    return TrainingSet(
        at=at,
        pairs=pairs,
        reference=reference,
        snapshot_sha256=_digest(pairs, reference),
        waiting_count=len(found.verdicts.waiting),
        struck_count=found.verdicts.struck_count,
        left_out_count=found.left_out_count,
        held=found.held,
        capped=capped,
    )


def labelled(
    store: Reads, at: dt.date, events: pd.DataFrame | None = None, reviews: pd.DataFrame | None = None
) -> Labelled:
    """Label pairs, with their features and what is held.

    Parameters
    ----------
    store : Reads
        A store, or a snapshot of it.
    at : date
        Events after it are not seen.
    events, reviews : DataFrame, optional
        Rows of the tables of these names, where they are not to be read as they stand.
    """
    history = _history(store)
    events = store.frame("events") if events is None else events
    events = events[events["occurred_on"] <= pd.Timestamp(at)]
    partners = history.catalogue.partners
    reviews = store.frame("reviews") if reviews is None else reviews
    verdicts = verdicts_on(events, reviews, history.cooperatives, partners)
    labels = pair_labels(verdicts.counted, at)
    known = _rankable(history, labels)
    pairs = _with_features(history, _deciding(verdicts.counted, known))
    held, counts = _held(pairs, verdicts)
    pairs = pairs[counts].reset_index(drop=True)
    return Labelled(history, verdicts, pairs, held, len(labels) - len(known))


def _history(store: Reads) -> History:
    return History(
        cooperatives=store.frame("cooperatives"),
        versions=store.version_frame("cooperatives"),
        facts=store.frame("facts"),
        areas=store.frame("areas"),
        catalogue=Catalogue(
            offers=store.frame("offers"),
            partners=store.frame("partners"),
            requirements=store.frame("requirements"),
            financing=store.frame("financing"),
        ),
        beliefs=packaged_beliefs(),
    )


def _rankable(history: History, labels: Mapping[tuple[str, str], float]) -> dict[tuple[str, str], float]:
    offers = history.catalogue.offers
    ranked = set(offers["offer_id"][offers["sector"] != "mentoring"])
    there = set(history.cooperatives["cooperative_id"])
    return {pair: label for pair, label in labels.items() if pair[0] in there and pair[1] in ranked}


def _deciding(events: pd.DataFrame, labels: Mapping[tuple[str, str], float]) -> pd.DataFrame:
    """Return one row per labelled pair: its first day, and the event that says how it went, with its author.

    By first day, cooperative and offer. A success rests on its opening, anything else on the last event.
    """
    keys = ["cooperative_id", "offer_id"]
    ordered = events.dropna(subset=keys).sort_values(["occurred_on", "event_id"], kind="stable")
    pairs = zip(ordered["cooperative_id"], ordered["offer_id"], strict=True)
    ordered = ordered.assign(label=np.array([labels.get(pair, np.nan) for pair in pairs], dtype=np.float64))
    ordered = ordered.dropna(subset=["label"])
    firsts = ordered.drop_duplicates(keys).set_index(keys)["occurred_on"].rename("first_event_on")
    is_opening = (ordered["kind"] == _OPENED) & (ordered["label"] == 1)
    openings = ordered[is_opening].drop_duplicates(keys)
    lasts = ordered[ordered["label"] == 0].drop_duplicates(keys, keep="last")
    columns = [*keys, "label", "event_id", "recorded_by"]
    frame = pd.concat([openings[columns], lasts[columns]]).join(firsts, on=keys)
    frame["first_event_on"] = pd.to_datetime(frame["first_event_on"])
    return frame.sort_values(["first_event_on", *keys], kind="stable").reset_index(drop=True)


def _with_features(history: History, decided: pd.DataFrame) -> pd.DataFrame:
    features = pairs_then(history, decided)
    rest = decided[["first_event_on", "label", "event_id", "recorded_by"]]
    return pd.concat([features, rest], axis=1)


def _held(pairs: pd.DataFrame, verdicts: Verdicts) -> tuple[tuple[HeldRun, ...], npt.NDArray[np.bool_]]:
    """Return the runs to look at, and which pairs count meanwhile."""
    seen = pairs[["cooperative_id", "offer_id", "first_event_on", "label", "prior_logit"]].assign(
        account=[one if isinstance(one, str) else "" for one in pairs["recorded_by"]],
        is_reviewed=pairs["event_id"].isin(verdicts.reviewed).to_numpy(),
    )
    counts = np.ones(len(pairs), dtype=np.bool_)
    found = []
    for run in sudden_runs(seen):
        places = list(run.positions)
        counts[places] = False
        found.append(_held_run(run, pairs.iloc[places]))
    return tuple(found), counts


def _held_run(run: Run, rows: pd.DataFrame) -> HeldRun:
    days = rows["first_event_on"]
    return HeldRun(
        offer_id=run.offer_id,
        kind=run.kind,
        cooperative_ids=tuple(rows["cooperative_id"]),
        event_ids=tuple(rows["event_id"]),
        first_on=days.min().date(),
        last_on=days.max().date(),
        tail=run.chance,
        trial_count=run.trial_count,
        expected_count=run.expected_count,
        accounts=tuple(sorted({one for one in rows["recorded_by"] if isinstance(one, str) and one})),
    )


def _digest(pairs: pd.DataFrame, reference: pd.DataFrame) -> str:
    text = pairs.to_csv(index=False, float_format="%.17g", date_format="%Y-%m-%d", lineterminator="\n")
    found = hashlib.sha256(text.encode())
    # Where the features lie is read from the reference; as bytes, for there may be many.
    found.update("\n".join(reference["cooperative_id"].astype(str)).encode())
    found.update(reference[list(pair_features())].to_numpy(dtype=np.float64).tobytes())
    return found.hexdigest()
