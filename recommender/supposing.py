"""Use case: what would be suggested if some values were different; nothing is stored."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from models.explain.texts import Language
from recommender.advice.records import Suggestion
from recommender.advice.rows import RowMaker
from recommender.advice.runs import advice_run
from recommender.advice.suggesting import advice_blocks
from recommender.directory import found_cooperative
from recommender.gathering import Gathered
from recommender.stating import statable_field
from recommender.store.values import Value

__all__ = ["OfferShift", "suppose", "supposed_row"]


@dataclass(frozen=True, slots=True)
class OfferShift:
    """One offer before and after; ``None`` where it is not suggested."""

    offer_id: str
    offer_title: str
    before: Suggestion | None
    after: Suggestion | None

    @property
    def moved(self) -> int:
        """How many ranks it rises (positive) or falls; 0 where it is missing on one side."""
        return self.before.rank - self.after.rank if self.before and self.after else 0

    @property
    def is_changed(self) -> bool:
        """Whether the rank, the status or the chance in whole percent differs."""
        if self.before is None or self.after is None:
            return True
        return (
            bool(self.moved)
            or self.before.status != self.after.status
            or round(self.before.success_probability * 100) != round(self.after.success_probability * 100)
        )


def suppose(
    source: Gathered,
    cooperative_id: str,
    values: Mapping[str, Value],
    *,
    objective: str,
    language: Language,
    made_at: dt.datetime,
) -> list[OfferShift]:
    """Rank a cooperative's offers with some values replaced, beside the ranking as it is.

    Nothing is written: neither the values nor a run of advice.

    Parameters
    ----------
    source : Gathered
    cooperative_id : str
    values : mapping of field to Value
        Supposed values; ``None`` supposes that a field is unknown.
    objective : str
        One of the ranking's objectives.
    language : {'id', 'en'}
    made_at : datetime
        This moment, with its time zone.

    Returns
    -------
    list of OfferShift
        In the order of the supposed ranking; offers that would no longer be suggested come last.

    Raises
    ------
    NotFoundError
        When there is no such cooperative or field.
    """
    row = found_cooperative(source, cooperative_id)
    maker = RowMaker(source, advice_run(source, objective, author="-", made_at=made_at), objective, language)
    before = _ranking(source, row, maker)
    after = _ranking(source, supposed_row(row, values), maker)
    order = [*after, *(offer_id for offer_id in before if offer_id not in after)]
    return [
        OfferShift(
            offer_id,
            (after.get(offer_id) or before[offer_id]).offer_title,
            before.get(offer_id),
            after.get(offer_id),
        )
        for offer_id in order
    ]


def supposed_row(row: pd.DataFrame, values: Mapping[str, Value]) -> pd.DataFrame:
    """Return a copy of a cooperative's row with some values replaced.

    Parameters
    ----------
    row : DataFrame of shape (1, n_columns)
    values : mapping of field to Value
        ``None`` makes a field unknown.
    """
    changed = row.copy()
    for field, value in values.items():
        if statable_field(field).is_numeric:
            number = float(value) if isinstance(value, int | float) else np.nan
            changed[field] = pd.Series([number], index=changed.index)
        else:
            changed[field] = pd.Series([value], index=changed.index, dtype=object)
    return changed


def _ranking(source: Gathered, row: pd.DataFrame, maker: RowMaker) -> dict[str, Suggestion]:
    advice = next(advice_blocks(source, row, maker, top=None))
    return {found.offer_id: found for found in advice.suggestions}
