"""Labelled pairs with their weights, what is held for review, and a hash of it all."""

import datetime as dt
import hashlib
from collections.abc import Mapping

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

__all__ = ["training_set"]

_MOST_REFERENCE_PAIRS = 50_000
_OPENED = "opened"


def training_set(store: Reads, at: dt.date) -> TrainingSet:
    """Gather what can be learned from on one day.

    Parameters
    ----------
    store : Reads
        A store, or a snapshot of it.
    at : date
        Events after it are not seen.
    """
    history = _history(store)
    events = store.frame("events")
    events = events[events["occurred_on"] <= pd.Timestamp(at)]
    verdicts = verdicts_on(events, store.frame("reviews"), history.cooperatives, store.frame("partners"))
    labels = pair_labels(verdicts.counted, at)
    known = _rankable(history, labels)
    opened = _deciding(verdicts.counted, known)
    pairs = _with_features(history, opened)
    held, counts = _held(pairs, verdicts)
    pairs = pairs[counts].reset_index(drop=True)
    accounts = [one if isinstance(one, str) else None for one in pairs["recorded_by"]]
    weight, capped = capped_weights(list(pairs["offer_id"]), accounts, np.ones(len(pairs)))
    pairs = pairs.drop(columns=["recorded_by", "event_id"]).assign(weight=weight)
    reference = pairs_today(history, at, _MOST_REFERENCE_PAIRS)
    return TrainingSet(
        at=at,
        pairs=pairs,
        reference=reference,
        snapshot_sha256=_digest(pairs, reference),
        waiting_count=len(verdicts.waiting),
        struck_count=verdicts.struck_count,
        left_out_count=len(labels) - len(known),
        held=held,
        capped=capped,
    )


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
    ordered = events.sort_values(["occurred_on", "event_id"], kind="stable")
    found = []
    for pair, group in ordered.groupby(["cooperative_id", "offer_id"], sort=True):
        key = (str(pair[0]), str(pair[1]))
        if key not in labels:
            continue
        openings = group[group["kind"] == _OPENED]
        decided = openings.iloc[0] if labels[key] and len(openings) else group.iloc[-1]
        found.append(
            {
                "cooperative_id": key[0],
                "offer_id": key[1],
                "first_event_on": group["occurred_on"].iloc[0],
                "label": labels[key],
                "event_id": str(decided["event_id"]),
                "recorded_by": decided["recorded_by"],
            }
        )
    columns = ["cooperative_id", "offer_id", "first_event_on", "label", "event_id", "recorded_by"]
    frame = pd.DataFrame(found, columns=columns)
    frame["first_event_on"] = pd.to_datetime(frame["first_event_on"])
    order = ["first_event_on", "cooperative_id", "offer_id"]
    return frame.sort_values(order, kind="stable").reset_index(drop=True)


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
    )


def _digest(pairs: pd.DataFrame, reference: pd.DataFrame) -> str:
    text = pairs.to_csv(index=False, float_format="%.17g", date_format="%Y-%m-%d", lineterminator="\n")
    found = hashlib.sha256(text.encode())
    # Where the features lie is read from the reference; as bytes, for there may be many.
    found.update("\n".join(reference["cooperative_id"].astype(str)).encode())
    found.update(reference[list(pair_features())].to_numpy(dtype=np.float64).tobytes())
    return found.hexdigest()
