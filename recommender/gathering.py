"""The store's frames of one day as a scoring context, kept until the store changes."""

import datetime as dt
from dataclasses import dataclass

import pandas as pd

from features.asof import cooperatives_as_of
from features.catalog.loader import facts_fields
from features.profile.place import district_code
from features.schema.loader import Column, columns
from models.belief.beliefs import Beliefs, packaged_beliefs
from models.requirements.places import places_on
from models.scoring.context import Catalogue, ScoringContext, scoring_context
from recommender.registry.opening import OpenedModel
from recommender.registry.standing import active_model
from recommender.store.reading import Reads
from recommender.store.records import Head

__all__ = ["Gathered", "gathered", "rule_fields"]


@dataclass(frozen=True, slots=True)
class Gathered:
    """Everything advice of one day is drawn from.

    ``cooperatives`` hold the values as of the day; ``areas`` and ``partners`` are the tables; ``model`` is
    what outcomes taught, ``None`` where the experts' prior answers.
    """

    head: Head
    at: dt.date
    cooperatives: pd.DataFrame
    areas: pd.DataFrame
    partners: pd.DataFrame
    context: ScoringContext
    beliefs: Beliefs
    model: OpenedModel | None = None

    @property
    def model_version(self) -> str:
        """Name of the model that scores: the learned one, or the beliefs and some digits of theirs."""
        return f"prior-{self.beliefs.digest[:8]}" if self.model is None else self.model.version

    @property
    def titles(self) -> dict[str, str]:
        """Titles of the offers by id."""
        return dict(zip(self.context.offer_ids, map(str, self.context.offers["title"]), strict=True))


def rule_fields() -> dict[str, Column]:
    """Return every field that a rule may ask about: the cooperatives' columns and the facts' fields."""
    own = {column.name: column for column in columns("cooperatives")}
    return own | dict(facts_fields())


def gathered(store: Reads, at: dt.date) -> Gathered:
    """Read the store once and prepare one day's scoring.

    Parameters
    ----------
    store : Reads
        A store, or a snapshot of it.
    at : date
        The day the advice speaks of.
    """
    cooperatives = cooperatives_as_of(store.frame("cooperatives"), store.frame("facts"), at, facts_fields())
    catalogue = Catalogue(
        offers=store.frame("offers"),
        partners=store.frame("partners"),
        requirements=store.frame("requirements"),
        financing=store.frame("financing"),
    )
    district_of = {
        cooperative_id: district_code(area_code)
        for cooperative_id, area_code in zip(
            cooperatives["cooperative_id"], cooperatives["area_code"], strict=True
        )
    }
    places = places_on(store.frame("events"), catalogue.offers, district_of, at)
    beliefs = packaged_beliefs()
    model = active_model(store, at)
    learned = None if model is None else model.model
    return Gathered(
        head=store.head(),
        at=at,
        cooperatives=cooperatives,
        areas=store.frame("areas"),
        partners=catalogue.partners,
        context=scoring_context(catalogue, rule_fields(), places, beliefs, at, learned),
        beliefs=beliefs,
        model=model,
    )
