"""Everything about the offers of one day, prepared once and used for every block."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from features.pairs.block import applicability
from features.pairs.capital import OpenFinancing, open_financing
from features.pairs.offers import OfferArrays, offer_arrays, ordered_offers
from features.schema.loader import Column
from models.belief.beliefs import Beliefs
from models.belief.prior import Prior
from models.learning.learned import LearnedModel
from models.requirements.eligibility import RuleBook, rule_book
from models.requirements.places import Places
from models.requirements.rules import rules_on

__all__ = ["Catalogue", "ScoringContext", "scoring_context"]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The frames an advice is drawn from, besides the cooperatives."""

    offers: pd.DataFrame
    partners: pd.DataFrame
    requirements: pd.DataFrame
    financing: pd.DataFrame


@dataclass(frozen=True, slots=True)
class ScoringContext:
    """Prepared offers, rules, beliefs and places of one day.

    ``fields`` are what a rule may ask about; ``offers`` is the ordered frame; the arrays have one column
    per row of it. ``learned`` is what outcomes taught, ``None`` before. ``ranked`` marks
    business offers: mentoring is support and never ranked among them.
    """

    at: dt.date
    fields: Mapping[str, Column]
    offers: pd.DataFrame
    stated: OfferArrays
    typical: OfferArrays
    low: OfferArrays | None
    high: OfferArrays | None
    ranked: npt.NDArray[np.bool_]
    book: RuleBook
    places: Places
    financing: OpenFinancing
    prior: Prior
    beliefs: Beliefs
    applicable: Mapping[str, npt.NDArray[np.bool_]]
    learned: LearnedModel | None = None

    @property
    def offer_ids(self) -> tuple[str, ...]:
        """Ids of the offers in column order."""
        return self.stated.ids


def scoring_context(
    catalogue: Catalogue,
    fields: Mapping[str, Column],
    places: Places,
    beliefs: Beliefs,
    at: dt.date,
    learned: LearnedModel | None = None,
) -> ScoringContext:
    """Prepare one day's scoring.

    Parameters
    ----------
    catalogue : Catalogue
    fields : mapping of field to Column
        What a rule may ask about.
    places : Places
    beliefs : Beliefs
    at : date
    learned : LearnedModel, optional
        What outcomes taught; the beliefs alone by default.
    """
    offers = ordered_offers(catalogue.offers, catalogue.partners)
    stated, typical = offer_arrays(offers, "stated"), offer_arrays(offers, "typical")
    filled = any(
        bool(np.isnan(stated.numbers[name]).any() and not np.isnan(values).all())
        and not np.array_equal(stated.numbers[name], values, equal_nan=True)
        for name, values in typical.numbers.items()
    )
    book = rule_book(rules_on(catalogue.requirements, fields, at), offers, at)
    has_rules = book.must_count > 0
    applicable = {**applicability(stated), "rules_met_share": has_rules}
    return ScoringContext(
        at=at,
        fields=fields,
        offers=offers,
        stated=stated,
        typical=typical,
        low=offer_arrays(offers, "low") if filled else None,
        high=offer_arrays(offers, "high") if filled else None,
        ranked=(offers["sector"] != "mentoring").to_numpy(dtype=np.bool_),
        book=book,
        places=places,
        financing=open_financing(catalogue.financing),
        prior=Prior(beliefs, tuple(offers["sector"]), applicable),
        beliefs=beliefs,
        applicable=applicable,
        learned=learned,
    )
