"""A store with the catalogue, and outcomes to learn from without reading events."""

import datetime as dt

import pytest

from features.pairs.catalogue import pair_features
from recommender.settings import Settings
from recommender.store.opening import open_store
from recommender.training import train as training
from recommender.training.records import TrainingSet
from tests.homes import sample_workspace
from tests.learned import NOW, make_pairs

FEATURES = tuple(pair_features())
TODAY = NOW.date()


@pytest.fixture(name="store")
def _store(tmp_path):
    settings = Settings(home=tmp_path)
    sample_workspace(settings, sample="serang-kosong", clock=lambda: NOW).close()
    with open_store(settings.url) as store:
        yield store


@pytest.fixture(name="teach")
def _teach(store, monkeypatch):
    """Train on so many made-up outcomes, as of a day."""

    def teach(count, *, at=TODAY, seed=0, **changes):
        def outcomes(snapshot, day):
            assert snapshot is not store
            pairs = make_pairs(count, features=FEATURES, **changes)
            told = {"waiting_count": 2, "struck_count": 1, "left_out_count": 0, "held": (), "capped": ()}
            return TrainingSet(
                at=day,
                pairs=pairs,
                reference=make_pairs(40, features=FEATURES),
                snapshot_sha256="5" * 64,
                **told,
            )

        monkeypatch.setattr(training, "training_set", outcomes)
        return training.train(store, at, "Ani", lambda: NOW + dt.timedelta(hours=1), seed=seed)

    return teach
