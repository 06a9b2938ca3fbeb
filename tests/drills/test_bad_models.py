"""A thousand broken models: each is refused and named, and the one before it answers as it did."""

import numpy as np
import pytest
from sqlalchemy import create_engine, text

from recommender.registry.registering import described, register
from recommender.registry.standing import active_model, standing
from recommender.store.place import place_of
from tests.drills.models import accidents, forgeries, resealed
from tests.learned import NOW, make_facts, make_learned

CORRUPTIONS = 1000


def promoted(store, version):
    """Put a version to work, whatever it is."""
    after = store.newest_promotion()
    store.promote_model(version, "promote", after=after, author="x", why="uji", made_at=NOW)


@pytest.fixture(name="learned", scope="module")
def _learned():
    return [make_learned(count, seed=count) for count in (1500, 1600, 1700)]


@pytest.fixture(name="good")
def _good(own, learned):
    """The store with a good model at work, a second one promoted after it, and a third in wait."""
    store, _ = own
    names = [register(store, model, make_facts(model), made_at=NOW).version for model in learned]
    promoted(store, names[0])
    return store, names


@pytest.fixture(name="sql")
def _sql(good):
    """Run statements on the file behind its back."""
    engine = create_engine(place_of(f"sqlite:///{good[0].label}").url)

    def run(statement, **values):
        with engine.begin() as connection:
            connection.execute(text(statement), values)

    yield run
    engine.dispose()


def answers(model):
    """What a model says of some pairs."""
    rng = np.random.default_rng(5)
    values = rng.normal(size=(50, len(model.features)))
    levels = (["token-pln"] * 50, ["utilities"] * 50, ["36.73.01"] * 50)
    return model.score(values, levels, values[:, 0]).logit.tobytes()


@pytest.mark.slow
def test_a_thousand_broken_models_are_refused_and_the_old_one_answers(good, sql, learned):
    """Accidents in the bytes, and forgeries whose every hash was reckoned anew."""
    store, (old, new, other) = good
    before = answers(learned[0])
    forged = forgeries(learned[1], learned[2], seed=1)
    broken = accidents(store.stored_model(new), store.stored_model(other), CORRUPTIONS - len(forged), seed=2)
    assert (CORRUPTIONS, True) == (len(forged) + len(broken), len(forged) > 300)
    taken = []
    promoted(store, new)
    assert new == active_model(store).version
    whole = store.stored_model(new)
    put = "UPDATE models SET manifest = :manifest, payload = :payload, seal = :seal WHERE version = :version"
    for one in broken:
        sql(put, manifest=one.manifest, payload=one.payload, seal=one.seal, version=new)
        taken += still_answers(store, one.what, old, new, before)
    sql(put, manifest=whole.manifest, payload=whole.payload, seal=whole.seal, version=new)
    sql("DELETE FROM promotions WHERE number > 1")
    sql("DELETE FROM models WHERE version <> :old", old=old)
    for one in forged:
        version = store.register_model(one.manifest, one.payload, made_at=NOW).version
        promoted(store, version)
        taken += still_answers(store, one.what, old, version, before)
        sql("DELETE FROM promotions WHERE number > 1")
        sql("DELETE FROM models WHERE version <> :old", old=old)
    assert [] == taken
    assert (old, []) == (active_model(store).version, store.check())


@pytest.mark.slow
def test_what_the_forgeries_are_made_from_is_taken(good, learned):
    """The drill can fail: reckoned anew without a change, the same bytes are served."""
    store, (old, new, _) = good
    manifest, payload = described(learned[1], make_facts(learned[1]))
    same = resealed("nothing", manifest, payload)
    assert new == store.register_model(same.manifest, same.payload, made_at=NOW).version
    promoted(store, new)
    assert (new, ()) == (standing(store).version, standing(store).refused)
    assert ["forged"] == still_answers(store, "forged", old, new, answers(learned[0]))


def still_answers(store, what, old, refused, before):
    """The name of a corruption that got through, or that changed what the old one says."""
    found = standing(store)
    named = [one.version for one in found.refused]
    is_well = found.version == old and named == [refused] and len(found.warnings) == 1
    return [] if is_well and answers(found.served.model) == before else [what]
