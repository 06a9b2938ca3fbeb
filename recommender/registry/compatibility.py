"""Does this program, with this store, know everything that a model speaks of?"""

from dataclasses import dataclass

from features.pairs.catalogue import pair_features, sectors
from models.learning.learned import CATEGORIES, LearnedModel
from recommender.registry import sentences
from recommender.store.reading import Reads

__all__ = ["Known", "demand_known", "known_to"]


@dataclass(frozen=True, slots=True)
class Known:
    """Names that may stand in a model."""

    features: frozenset[str]
    offer_ids: frozenset[str]
    sectors: frozenset[str]


def known_to(store: Reads) -> Known:
    """Return what this program and the store's catalogue know."""
    offers = frozenset(str(key[0]) for key in store.keys("offers"))
    return Known(frozenset(pair_features()), offers, frozenset(sectors()))


def demand_known(model: LearnedModel, known: Known, store: Reads) -> None:
    """Refuse a model that speaks of features, offers or sectors that are not known.

    An offer that was in the catalogue once is known: its import may have been taken back.

    Raises
    ------
    RefusedError
        Naming what is not known.
    """
    levels = dict(zip(CATEGORIES, model.levels, strict=True))
    unknown_offers = [
        one for one in levels["offer_id"] if one not in known.offer_ids and not store.history("offers", one)
    ]
    for what, unknown in (
        ("features", sorted(set(model.features) - known.features)),
        ("offers", unknown_offers),
        ("sectors", sorted(set(levels["sector"]) - known.sectors)),
    ):
        if unknown:
            raise sentences.unknown_names(what, unknown)
