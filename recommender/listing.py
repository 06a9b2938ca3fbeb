"""Use case: rows of the catalogue and of the cooperatives as plain typed values."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import cast

import pandas as pd

from features.catalog.loader import Source, sources
from features.schema.loader import Column, columns, key_columns
from recommender.directory import found_cooperative, found_offer
from recommender.errors import NotFoundError
from recommender.gathering import Gathered
from recommender.store.reading import Reads
from recommender.store.values import Value

__all__ = [
    "Row",
    "changed_since",
    "cooperative_points",
    "cooperative_row",
    "financing_rows",
    "offer_origins",
    "offer_row",
    "offer_rows",
    "partner_rows",
    "requirement_rows",
    "source_notes",
]

Row = Mapping[str, Value]
"""Column to typed value; ``None`` is unknown, ``()`` a list stated to be empty."""


def cooperative_row(source: Gathered, cooperative_id: str) -> Row:
    """Return one cooperative's values as of the day, with ``area_name`` and ``district``.

    Raises
    ------
    NotFoundError
        When there is no such cooperative.
    """
    found = found_cooperative(source, cooperative_id)
    row = _rows(found, columns("cooperatives"))[0]
    areas = source.areas[source.areas["code"] == row["area_code"]]
    area = areas.iloc[0] if len(areas) else {"name": None, "district": None}
    return {**row, "area_name": area["name"], "district": area["district"]}


def cooperative_points(source: Gathered) -> dict[str, tuple[float, float]]:
    """Return latitude and longitude (degrees) of each cooperative, its area's centroid where it has none.

    A cooperative whose area has no known centroid either is left out.
    """
    areas = source.areas.drop_duplicates("code").set_index("code")
    centroid = areas.reindex(source.cooperatives["area_code"]).reset_index(drop=True)
    own = source.cooperatives[["latitude_deg", "longitude_deg"]].reset_index(drop=True)
    stated = own.notna().all(axis=1)
    latitude = own["latitude_deg"].where(stated, centroid["latitude_deg"])
    longitude = own["longitude_deg"].where(stated, centroid["longitude_deg"])
    return {
        str(cooperative_id): (float(north), float(east))
        for cooperative_id, north, east in zip(
            source.cooperatives["cooperative_id"], latitude, longitude, strict=True
        )
        if pd.notna(north) and pd.notna(east)
    }


def partner_rows(store: Reads) -> list[Row]:
    """List all partners by id."""
    return _rows(store.frame("partners"), columns("partners"))


def offer_rows(store: Reads) -> list[Row]:
    """List all offers by id, each with its ``partner_name``."""
    names = {row["partner_id"]: row["name"] for row in partner_rows(store)}
    return [
        {**row, "partner_name": names.get(row["partner_id"])}
        for row in _rows(store.frame("offers"), columns("offers"))
    ]


def offer_row(store: Reads, offer_id: str) -> Row:
    """Return one offer.

    Raises
    ------
    NotFoundError
        When there is no such offer.
    """
    for row in offer_rows(store):
        if row["offer_id"] == offer_id:
            return row
    raise NotFoundError(
        f"Model bisnis {offer_id!r} tidak ada. Lihat daftarnya pada halaman model bisnis.",
        f"There is no offer {offer_id!r}. See the list on the page of business models.",
    )


def offer_origins(store: Reads, offer_id: str) -> dict[str, Row]:
    """Return where each value of an offer comes from, by field: basis, source, day and note."""
    found = store.frame("offer_sources", where_in=("offer_id", [offer_id]))
    return {str(row["field"]): row for row in _rows(found, columns("offer_sources"))}


def financing_rows(store: Reads) -> list[Row]:
    """List all financing schemes, the latest statement first, undated ones last."""
    found = _rows(store.frame("financing"), columns("financing"))
    dated = [row for row in found if row["confirmed_on"] is not None]
    dated.sort(key=lambda row: str(row["confirmed_on"]), reverse=True)
    return dated + [row for row in found if row["confirmed_on"] is None]


def source_notes(stated: Iterable[Value]) -> list[Source]:
    """Return the catalogue's sources behind some cells, by id; what the catalogue does not know is left out.

    Parameters
    ----------
    stated : iterable of str or None
        Cells like ``P30;A-praktik``.
    """
    ids = {part.strip() for cell in stated if isinstance(cell, str) for part in cell.split(";")}
    return [sources()[one] for one in sorted(ids & sources().keys())]


def requirement_rows(source: Gathered, offer_id: str) -> list[Row]:
    """List the rules of one offer that are in force on the day, by rule id.

    Raises
    ------
    NotFoundError
        When there is no such offer.
    """
    column = source.context.offer_ids.index(found_offer(source, offer_id))
    return [
        {
            "rule_id": rule.rule_id,
            "field": rule.condition.field,
            "operator": rule.condition.operator,
            "value": rule.stated_value,
            "severity": "must" if rule.must else "should",
            "label": rule.label,
            "remedy": rule.remedy or None,
            "remedy_cost_idr": rule.remedy_cost_idr,
            "remedy_days": rule.remedy_days,
            "basis": rule.basis,
            "source": rule.source,
        }
        for rule in source.context.book.rules[column]
    ]


def changed_since(store: Reads, table: str, moment: dt.datetime) -> frozenset[str]:
    """Return the ids of a table's rows that are not as they were at a moment, new ones included.

    Parameters
    ----------
    store : Reads
    table : str
        A table whose key is one column.
    moment : datetime
        With a time zone.
    """
    (key,) = key_columns(table)
    before = {row[key]: row for row in _rows(store.frame(table, as_of=moment), columns(table))}
    now = _rows(store.frame(table), columns(table))
    return frozenset(str(row[key]) for row in now if before.get(row[key]) != row)


def _rows(frame: pd.DataFrame, described: tuple[Column, ...]) -> list[Row]:
    values = {column.name: [_value(column, cell) for cell in frame[column.name]] for column in described}
    return [dict(zip(values, cells, strict=True)) for cells in zip(*values.values(), strict=True)]


def _value(column: Column, cell: object) -> Value:
    if isinstance(cell, tuple):
        return cell
    if cell is None or cell is pd.NaT or cell != cell:  # noqa: PLR0124 - NaN
        return None
    if column.kind == "yes_no":
        return bool(cell)
    if column.kind == "date":
        return cast("pd.Timestamp", cell).date()
    if not column.is_numeric:
        return str(cell)
    number = cast("float", cell)
    return float(number) if column.kind == "decimal" else int(number)
