"""One day's scoring rests on the model that answers; each advice names it."""

import pytest

from recommender.registry.registering import register
from tests.learned import NOW, make_facts, make_learned

UNYUR = "kkmp-3673011007"


@pytest.fixture(name="version")
def _version(writable):
    model = make_learned(600, strength=3.0)
    return register(writable.store, model, make_facts(model), made_at=NOW).version


def chances(workspace):
    """Model and chances of one cooperative's advice."""
    advice = workspace.suggest(UNYUR)
    return advice.model_version, {one.offer_id: one.success_probability for one in advice.suggestions}


@pytest.mark.slow
def test_a_promoted_model_answers_at_once_and_the_prior_again_after_going_back(writable, version):
    """Nothing is answered from memory of the model before."""
    before = chances(writable)
    writable.promote_model(version)
    during = chances(writable)
    assert (writable.prior_version(), version) == (before[0], during[0])
    assert before[1] != during[1]
    assert version == writable.model_version() == writable.gathered().model.version
    writable.roll_back_model()
    assert before == chances(writable)


def test_a_damaged_model_changes_no_advice(writable, version):
    """The prior answers as if it had never been there."""
    before = chances(writable)
    writable.promote_model(version)
    with writable.store.snapshot() as snapshot:
        snapshot._connection.exec_driver_sql("UPDATE models SET payload = x'00'")
        snapshot._connection.commit()
    assert before == chances(writable)
