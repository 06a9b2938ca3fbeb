"""Requirement rows of one day as rules with typed values."""

import datetime as dt
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from features.cells.lists import split_items
from features.cells.parse import parse_cell
from features.errors import CellError
from features.frame_cells import day_of, text_of, whole_of
from features.schema.loader import Column

__all__ = ["Condition", "Rule", "RuleValue", "largest_stated", "rules_on"]

RuleValue = float | str | bool | dt.date | tuple[object, ...] | None


@dataclass(frozen=True, slots=True)
class Condition:
    """What a rule asks, apart from whose rule it is: rules of many offers share one condition.

    ``value`` is ``None`` when the row's value cannot be read: such a condition is unknown for everybody.
    """

    field: str
    operator: str
    value: RuleValue


@dataclass(frozen=True, slots=True)
class Rule:
    """One requirement of one offer.

    ``remedy_cost_idr`` in rupiah and ``remedy_days`` are ``None`` when unknown; an empty ``remedy`` means
    that nothing can be done, so a failed ``must`` rule blocks.
    """

    offer_id: str
    rule_id: str
    condition: Condition
    stated_value: str
    must: bool
    label: str
    remedy: str
    remedy_cost_idr: int | None
    remedy_days: int | None
    basis: str | None
    source: str | None


def rules_on(requirements: pd.DataFrame, fields: Mapping[str, Column], at: dt.date) -> tuple[Rule, ...]:
    """Return the rules in force on one day, by offer and rule id.

    Parameters
    ----------
    requirements : DataFrame of shape (n_requirements, n_columns)
        Rows of the table ``requirements``.
    fields : mapping of field to Column
        The cooperatives' columns and the fields only facts hold.
    at : date
        Rules outside ``valid_from ... valid_to`` are left out; a blank bound is open.
    """
    found = []
    ordered = requirements.sort_values(["offer_id", "rule_id"], kind="stable")
    for row in ordered.to_dict("records"):
        starts, ends = day_of(row["valid_from"]), day_of(row["valid_to"])
        if (starts is None or starts <= at) and (ends is None or at <= ends):
            found.append(_rule(row, fields))
    return tuple(found)


def largest_stated(amounts: Iterable[int | None]) -> int | None:
    """Return the largest of the costs, or days, that several rules state for one step.

    Examples
    --------
    >>> largest_stated([3, 5]), largest_stated([3, None]), largest_stated([])
    (5, None, None)
    """
    stated = list(amounts)
    # one that is not known may be larger than all that are
    return None if not stated or None in stated else max(one for one in stated if one is not None)


def _rule(row: Mapping[Hashable, object], fields: Mapping[str, Column]) -> Rule:
    stated = str(row["value"])
    field, operator = str(row["field"]), str(row["operator"])
    return Rule(
        offer_id=str(row["offer_id"]),
        rule_id=str(row["rule_id"]),
        condition=Condition(field, operator, _value(fields.get(field), operator, stated)),
        stated_value=stated,
        must=row["severity"] == "must",
        label=str(row["label"] or row["rule_id"]),
        remedy=str(row["remedy"] or "").strip(),
        remedy_cost_idr=whole_of(row["remedy_cost_idr"]),
        remedy_days=whole_of(row["remedy_days"]),
        basis=text_of(row["basis"]),
        source=text_of(row["source"]),
    )


def _value(column: Column | None, operator: str, stated: str) -> RuleValue:
    """Read the value under its field's cell rules; lists for the operators that take one."""
    if column is None or (column.kind == "list") > (operator in {"has", "has_any"}):
        return None
    try:
        if operator in {"in", "has", "has_any"} and column.kind != "list":
            items = tuple(parse_cell(column, item) for item, _ in split_items(stated))
            return None if not items or None in items else items
        value = parse_cell(column, stated)
    except CellError:
        return None
    if column.is_numeric and isinstance(value, int | float):
        return float(value)
    return None if value == () else value
