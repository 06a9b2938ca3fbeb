"""A model into the store: packed, described, sealed."""

import datetime as dt
from hashlib import sha256

from models.learning.learned import LearnedModel
from recommender.registry.manifest import FORMAT, Manifest, TrainingFacts
from recommender.registry.opening import OpenedModel, opened
from recommender.registry.packing import layout_of, pack
from recommender.store.model_seal import model_version
from recommender.store.store import Store

__all__ = ["described", "register"]


def described(model: LearnedModel, facts: TrainingFacts) -> tuple[Manifest, bytes]:
    """Return a model's manifest and its arrays as bytes."""
    arrays = model.arrays()
    payload = pack(arrays)
    manifest = Manifest(
        format=FORMAT,
        version=model_version(payload),
        payload_sha256=sha256(payload).hexdigest(),
        layout=dict(layout_of(arrays)),
        features=model.features,
        facts=facts,
    )
    return manifest, payload


def register(store: Store, model: LearnedModel, facts: TrainingFacts, *, made_at: dt.datetime) -> OpenedModel:
    """Put a model into the store and return it as it is read back.

    The same arrays again change nothing: the manifest that was first stays.

    Parameters
    ----------
    store : Store
    model : LearnedModel
    facts : TrainingFacts
    made_at : datetime
        The time to record; with a time zone.

    Raises
    ------
    RefusedError
        When it is too large, or cannot be read back: then it is of no use to anybody.
    """
    manifest, payload = described(model, facts)
    return opened(store.register_model(manifest.to_bytes(), payload, made_at=made_at))
