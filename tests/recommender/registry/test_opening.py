"""A model is opened only when seal, version, manifest and arrays belong to each other."""

from dataclasses import replace
from hashlib import sha256

import numpy as np
import pytest

from recommender.errors import RefusedError
from recommender.registry.opening import opened, read_sealed
from recommender.registry.packing import layout_of, pack
from recommender.registry.registering import described
from recommender.store.model_records import StoredModel
from recommender.store.model_seal import model_seal, model_version
from tests.learned import make_facts


def sealed(manifest, payload):
    """A model as the store would hold it."""
    text = manifest.to_bytes()
    return StoredModel(manifest.version, model_seal(text, payload), text, payload)


@pytest.fixture(name="parts", scope="module")
def _parts(models):
    """Manifest and arrays as bytes of one model."""
    return described(models[0], make_facts(models[0]))


def test_a_whole_model_scores_as_the_one_that_was_learned(models, parts):
    """To the bit."""
    found = opened(sealed(*parts))
    values = np.random.default_rng(1).normal(size=(30, 4))
    levels = (["token-pln"] * 30, ["utilities"] * 30, ["36.73.01"] * 30)
    before, after = (one.score(values, levels, values[:, 0]) for one in (models[0], found.model))
    assert before.logit.tobytes() == after.logit.tobytes()
    assert before.variance.tobytes() == after.variance.tobytes()
    assert found.version == found.manifest.version


def test_the_seal_of_the_promotion_has_to_be_that_of_the_model(parts):
    """A model may be whole and still not be the one that was promoted."""
    stored = sealed(*parts)
    assert opened(stored, stored.seal.hex()).version == stored.version
    with pytest.raises(RefusedError, match="dipromosikan"):
        opened(stored, "0" * 64)


def test_parts_of_two_models_do_not_go_together(models, parts):
    """Not even with a seal that was made for them."""
    other = described(models[1], make_facts(models[1]))
    swapped = sealed(parts[0], other[1])
    with pytest.raises(RefusedError):
        read_sealed(swapped)
    with pytest.raises(RefusedError):
        read_sealed(replace(swapped, version=model_version(other[1])))


@pytest.mark.parametrize(
    "changes",
    [
        {"line": np.full(4, np.nan)},
        {"line": np.full(4, np.inf)},
        {"line": np.zeros(5)},
        {"line": np.zeros(4, dtype=np.int64)},
        {"features": np.array(["a", "b", "c", "c"])},
        {"level_counts": np.array([9, 9, 9])},
        {"more": np.zeros(1)},
    ],
)
def test_arrays_that_do_not_fit_each_other_are_refused(models, changes):
    """Though every hash belongs to them."""
    facts = make_facts(models[0])
    arrays = {**models[0].arrays(), **changes}
    manifest, _ = described(models[0], facts)
    payload = pack(arrays)
    forged = manifest.model_copy(
        update={
            "version": model_version(payload),
            "payload_sha256": sha256(payload).hexdigest(),
            "layout": dict(layout_of(arrays)),
        }
    )
    with pytest.raises(RefusedError):
        opened(sealed(forged, payload))


@pytest.mark.parametrize("changes", [{"outcome_count": 61}, {"outcome_count": 0}])
def test_a_manifest_that_says_other_than_the_arrays_is_refused(models, changes):
    """How many outcomes it was learned from stands in both."""
    with pytest.raises(RefusedError, match="Keterangan"):
        opened(sealed(*described(models[0], make_facts(models[0], **changes))))
