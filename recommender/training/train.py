"""Outcomes to a model that is registered, and promoted only if nobody loses by it."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd

from features.pairs.catalogue import pair_features
from models.belief.beliefs import packaged_beliefs
from models.learning.learned import learned_model
from recommender.clock import jakarta_today
from recommender.errors import RefusedError
from recommender.product import code_version
from recommender.registry.manifest import OF_TODAY, GateFinding, TrainingFacts
from recommender.registry.opening import OpenedModel
from recommender.registry.registering import register
from recommender.registry.standing import Standing, standing
from recommender.store.store import Store
from recommender.training.dataset import training_set
from recommender.training.judging import Judged, judged
from recommender.training.promoting import gate_reason
from recommender.training.records import HeldRun, TrainingSet

__all__ = ["TrainResult", "train"]


@dataclass(frozen=True, slots=True)
class TrainResult:
    """What became of a training.

    Attributes
    ----------
    at : date
        The day the outcomes were drawn.
    outcome_count, success_count, cooperative_count : int
        Labelled pairs, those with label 1, and the cooperatives they belong to.
    today_count : int
        As many of the labelled pairs as speak of today; fewer where what makes pairs succeed has turned.
    waiting_count, struck_count : int
        Events that wait to be confirmed, and those not believed; none of them was learned from.
    held : tuple of HeldRun
        Successes held for review; not learned from, either.
    snapshot_sha256 : str
        Of what was learned from.
    version : str or None
        As registered; ``None`` when there was nothing to learn from.
    before : str or None
        The version that answered before; ``None`` is the prior.
    promoted : bool
        Whether the new version answers from now on.
    passed : bool
        Whether the gate let it through.
    findings : tuple of GateFinding
        What the gate found, and why it was not promoted all the same.
    figures : mapping of str to float or None
        Out-of-sample figures; ``None`` where nothing could be measured.
    """

    at: dt.date
    outcome_count: int
    success_count: int
    cooperative_count: int
    today_count: int
    waiting_count: int
    struck_count: int
    held: tuple[HeldRun, ...]
    snapshot_sha256: str
    version: str | None
    before: str | None
    promoted: bool
    passed: bool
    findings: tuple[GateFinding, ...]
    figures: Mapping[str, float | None]


def train(
    store: Store, at: dt.date, author: str, clock: Callable[[], dt.datetime], *, seed: int = 0
) -> TrainResult:
    """Learn from all confirmed outcomes of a day; register; promote if the gate lets it through.

    Parameters
    ----------
    store : Store
    at : date
        The day the outcomes are drawn.
    author : str
        Who trains, for the record.
    clock : callable
        Returns this moment with its time zone.
    seed : int
        The same seed and the same outcomes give the same bytes.

    Raises
    ------
    StoreError
        When the store cannot be read or written.
    """
    with store.snapshot() as snapshot:
        outcomes, before = training_set(snapshot, at), standing(snapshot)
    if outcomes.pairs.empty:
        return _result(
            outcomes, before, None, Judged(passed=False, findings=(), figures={}), 0, promoted=False
        )
    features = tuple(pair_features())
    found = judged(outcomes.pairs, outcomes.reference, features, before.served, seed=seed)
    found = _not_ahead(_not_backwards(found, at, before.served), at, jakarta_today(clock()))
    model = learned_model(outcomes.pairs, outcomes.reference, features, random_state=seed)
    facts = TrainingFacts(
        trained_at=clock(),
        at=at,
        author=author,
        seed=seed,
        outcome_count=model.outcome_count,
        snapshot_sha256=outcomes.snapshot_sha256,
        code_version=code_version(),
        beliefs_digest=packaged_beliefs().digest,
        passed=found.passed,
        findings=found.findings,
        figures={**found.figures, OF_TODAY: float(model.tables.today_count)},
    )
    opened = register(store, model, facts, made_at=clock())
    refusal = _promoted(store, opened, before, found, author, clock())
    if refusal is not None:
        told = GateFinding(passed=False, message_id=refusal.message_id, message_en=refusal.message_en)
        found = Judged(found.passed, (*found.findings, told), found.figures)
    is_new = found.passed and refusal is None and opened.version != before.version
    return _result(outcomes, before, opened.version, found, model.tables.today_count, promoted=is_new)


def _not_ahead(found: Judged, at: dt.date, today: dt.date) -> Judged:
    """Let no model of a day to come answer by itself: what has not ended yet counts as failed in it."""
    if at <= today:
        return found
    day = at.isoformat()
    return _held_back(
        found,
        f"Hari {day} belum tiba: hasil yang belum selesai terhitung gagal. Latih tanpa `--at`. "
        "Bila memang perlu, jalankan `sanding models promote`; model itu baru menjawab mulai hari itu.",
        f"The day {day} has not come: what has not ended yet counts as failed. Train without `--at`. "
        "If it is really needed, run `sanding models promote`; it answers from that day on.",
    )


def _not_backwards(found: Judged, at: dt.date, active: OpenedModel | None) -> Judged:
    """Let no model of an earlier day take the active one's place by itself: it knows less."""
    if active is None or active.manifest.facts.at <= at:
        return found
    day = active.manifest.facts.at.isoformat()
    return _held_back(
        found,
        f"Model yang aktif dilatih untuk {day}, hari yang lebih baru. Bila memang perlu, jalankan "
        "`sanding models promote`.",
        f"The active model was trained for {day}, a later day. If it is really needed, run "
        "`sanding models promote`.",
    )


def _held_back(found: Judged, message_id: str, message_en: str) -> Judged:
    told = GateFinding(passed=False, message_id=message_id, message_en=message_en)
    return Judged(passed=False, findings=(*found.findings, told), figures=found.figures)


def _promoted(
    store: Store, opened: OpenedModel, before: Standing, found: Judged, author: str, made_at: dt.datetime
) -> RefusedError | None:
    """Promote what passed; return what stood against it, if anything did."""
    if not found.passed or opened.version == before.version:
        return None
    why = gate_reason(opened.manifest.facts.outcome_count)
    try:
        store.promote_model(
            opened.version, "promote", after=before.number, author=author, why=why, made_at=made_at
        )
    except RefusedError as error:
        return error
    return None


def _result(
    outcomes: TrainingSet,
    before: Standing,
    version: str | None,
    found: Judged,
    today_count: int,
    *,
    promoted: bool,
) -> TrainResult:
    pairs: pd.DataFrame = outcomes.pairs
    return TrainResult(
        at=outcomes.at,
        outcome_count=len(pairs),
        success_count=int((pairs["label"] == 1).sum()),
        cooperative_count=int(pairs["cooperative_id"].nunique()),
        today_count=today_count,
        waiting_count=outcomes.waiting_count,
        struck_count=outcomes.struck_count,
        held=outcomes.held,
        snapshot_sha256=outcomes.snapshot_sha256,
        version=version,
        before=before.version,
        promoted=promoted,
        passed=found.passed,
        findings=found.findings,
        figures=found.figures,
    )
