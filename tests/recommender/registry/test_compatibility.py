"""A model that speaks of what nobody here knows is refused, and the names are said."""

import pytest

from recommender.errors import RefusedError
from recommender.registry.compatibility import demand_known, known_to
from tests.learned import NOW, OFFERS, make_learned


def test_a_model_of_this_catalogue_is_known(store, models):
    """Its features, offers and sectors."""
    known = known_to(store)
    assert set(OFFERS) <= known.offer_ids
    demand_known(models[0], known, store)


def test_unknown_features_are_named(store, models):
    """By the first five."""
    known = known_to(store)
    poor = type(known)(known.features - set(models[0].features[:2]), known.offer_ids, known.sectors)
    with pytest.raises(RefusedError, match="fitur yang tidak dikenal") as caught:
        demand_known(models[0], poor, store)
    assert all(name in caught.value.message_en for name in models[0].features[:2])


@pytest.mark.parametrize(
    ("offers", "word"),
    [
        ({"lain": "staples", **OFFERS}, "model bisnis"),
        ({"pupuk-subsidi": "perikanan", "token-pln": "energy"}, "sektor"),
    ],
)
def test_unknown_offers_and_sectors_are_named(store, offers, word):
    """A model of another city's catalogue is none for this one."""
    with pytest.raises(RefusedError, match=f"{word} yang tidak dikenal: (lain|perikanan)"):
        demand_known(make_learned(300, offers=offers), known_to(store), store)


def test_an_offer_that_was_taken_back_is_still_known(store):
    """Undoing an import must not throw away what was learned from all others."""
    row = {"offer_id": "lain", "partner_id": store.keys("partners")[0][0], "sector": "staples"}
    model = make_learned(300, offers={"lain": "staples", **OFFERS})
    with store.revision(author="x", source="y", made_at=NOW) as revision:
        revision.upsert("offers", [row])
    demand_known(model, known_to(store), store)
    known = known_to(store)
    gone = type(known)(known.features, known.offer_ids - {"lain"}, known.sectors)
    demand_known(model, gone, store)
