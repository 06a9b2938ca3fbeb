"""What was stated and what the facts say of one cooperative's fields, with source and day."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from features.catalog.loader import facts_fields
from features.cells.format import format_cell
from features.cells.values import Value
from features.frame_cells import day_of
from features.origins import HeldValue, StatedFact, held_values
from features.schema.loader import Column
from models.explain.amounts import number, rupiah
from models.explain.texts import Language
from models.explain.wording import value_in_words
from recommender.gathering import rule_fields
from recommender.store.reading import Reads

__all__ = ["Held", "held_of", "label_of", "said"]

_UNITS = {
    "id": {"people": "orang", "m2": "m²", "km": "km", "VA": "VA", "t": "t", "hours": "jam", "ha": "ha"},
    "en": {"people": "people", "m2": "m²", "km": "km", "VA": "VA", "t": "t", "hours": "hours", "ha": "ha"},
}


@dataclass(frozen=True, slots=True)
class Held:
    """The values that hold of one cooperative, each with its own source and day."""

    values_by_field: Mapping[str, HeldValue]

    def words(self, field: str, language: Language) -> str | None:
        """Say the value in words; ``None`` where it is unknown."""
        found = self.values_by_field.get(field)
        return None if found is None else said(rule_fields().get(field), found.value, language)

    def source(self, field: str) -> str | None:
        """Return where the value comes from."""
        found = self.values_by_field.get(field)
        return found.source if found else None

    def observed_on(self, field: str) -> dt.date | None:
        """Return the day the value is of; ``None`` where it, or its day, is unknown."""
        found = self.values_by_field.get(field)
        return found.observed_on if found else None


def held_of(store: Reads, cooperative_ids: Iterable[str], at: dt.date) -> dict[str, Held]:
    """Read the rows and facts of several cooperatives at once, as of a day."""
    wanted = set(cooperative_ids)
    facts: dict[str, list[StatedFact]] = {}
    frame = store.frame("facts")
    days = frame["observed_on"].to_numpy(dtype="datetime64[D]").tolist()
    for key, field, value, source, day in zip(
        frame["cooperative_id"], frame["field"], frame["value"], frame["source"], days, strict=True
    ):
        facts.setdefault(str(key), []).append(StatedFact(field, value, source, day))
    own = store.frame("cooperatives")
    return {
        str(row["cooperative_id"]): Held(
            held_values(
                {str(name): _known(value) for name, value in row.items()},
                facts.get(str(row["cooperative_id"]), ()),
                at,
                facts_fields(),
            )
        )
        for row in own.to_dict("records")
        if row["cooperative_id"] in wanted
    }


def label_of(field: str, language: Language) -> str:
    """Return the label of a field's column, or the field's own name."""
    column = rule_fields().get(field)
    if column is None:
        return field
    return column.label_en if language == "en" else column.label_id


def said(column: Column | None, value: object, language: Language) -> str:
    """Say a value: money in rupiah, numbers with their unit, yes and no, choices and lists in words.

    Examples
    --------
    >>> said(rule_fields()["cash_idr"], 1500000.0, "id"), said(rule_fields()["has_deed"], 0.0, "en")
    ('Rp1.500.000', 'no')
    >>> said(rule_fields()["member_count"], 40, "id"), said(None, "apa saja", "id")
    ('40 orang', 'apa saja')
    """
    if column is None:
        return str(value)
    if column.kind == "money" and isinstance(value, int | float):
        return rupiah(float(value), language)
    if column.is_numeric and column.kind != "yes_no" and isinstance(value, int | float):
        unit = _UNITS[language].get(column.unit or "", "")
        return f"{number(float(value), language, 1)} {unit}".strip()
    text = format_cell(column, value)  # type: ignore[arg-type]  # a value of this column's kind
    return value_in_words(column, text, language)


def _known(value: object) -> Value | None:
    if isinstance(value, pd.Timestamp) or value is pd.NaT:
        return day_of(value)
    if value is None or (isinstance(value, float) and np.isnan(value)):
        return None
    return value  # type: ignore[return-value]  # what a frame holds besides NaN and times
