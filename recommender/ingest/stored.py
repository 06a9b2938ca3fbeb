"""What the store holds that the rows of a file are checked against; read before writing begins."""

import math
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

import pandas as pd

from features.cells.values import Value
from features.schema.loader import Column, columns, key_columns
from recommender.ingest.places import AreaIndex
from recommender.ingest.ports import RowStore

__all__ = ["MERGED_COLUMNS", "StoredTable", "typed_values"]

MERGED_COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "partners": ("mou_signed_on", "mou_until"),
        "offers": ("valid_from", "valid_to", "apply_from", "apply_to"),
        "requirements": ("field", "operator", "value", "valid_from", "valid_to"),
        "prices": ("valid_from", "valid_to"),
        "holds": ("set_on", "expires_on"),
    }
)
"""Columns whose stored value counts in a check when the file does not give one."""


def typed_values(column: Column, series: "pd.Series[Any]") -> list[Value | None]:
    """Turn a column of a store's frame into typed values; NaN and NaT are ``None``.

    Whole numbers stay ``float`` where the frame has them so; ``format_cell`` writes them whole.
    """
    if column.kind == "date":
        days = series.to_numpy(dtype="datetime64[D]").tolist()
        return [day if isinstance(day, date) else None for day in days]
    if column.is_numeric:
        return [None if math.isnan(number) else number for number in series.tolist()]
    return list(series.tolist())


class StoredTable:
    """The keys of a table, the ids it refers to, and the areas.

    Parameters
    ----------
    store : RowStore
    table : str
    aliases : mapping of str to str
        Other names and codes of areas to the dotted code.
    needs_areas : bool
        Whether rows are found by their area although the table does not refer to areas.
    """

    def __init__(
        self, store: RowStore, table: str, aliases: Mapping[str, str], *, needs_areas: bool = False
    ) -> None:
        self.keys = set(store.keys(table))
        targets = {column.refers_to for column in columns(table)} - {"", "areas"}
        if any(column.name == "preferred_offers" for column in columns(table)):
            targets.add("offers")
        self.ids = {target: {key[0] for key in store.keys(target)} for target in targets}
        self.areas: AreaIndex | None = None
        if needs_areas or any(column.refers_to == "areas" for column in columns(table)):
            names = ["code", "name", "district", "latitude_deg", "longitude_deg"]
            self.areas = AreaIndex.of_frame(store.frame("areas", columns=names), aliases)
        self._rows = _merged_rows(store, table)
        self._store, self._table = store, table
        self._before: dict[str, Mapping[tuple[Value | None, ...], Value | None]] = {}

    def completed(
        self, key: tuple[Value | None, ...], row: Mapping[str, Value | None]
    ) -> Mapping[str, Value | None]:
        """Return a row with the stored values of the columns that it does not give."""
        before = self._rows.get(key)
        return {**before, **row} if before else row

    def holds(self, key: tuple[Value | None, ...], name: str, value: Value) -> bool:
        """Tell whether a column has this value already; read when first asked for, which is rare."""
        if name not in self._before:
            keys = key_columns(self._table)
            wanted = [column for column in columns(self._table) if column.name in {*keys, name}]
            frame = self._store.frame(self._table, columns=[column.name for column in wanted])
            values = {column.name: typed_values(column, frame[column.name]) for column in wanted}
            rows = zip(*(values[one] for one in keys), strict=True)
            self._before[name] = dict(zip(rows, values[name], strict=True))
        return self._before[name].get(key) == value


def _merged_rows(
    store: RowStore, table: str
) -> Mapping[tuple[Value | None, ...], Mapping[str, Value | None]]:
    if table not in MERGED_COLUMNS:
        return {}
    keys = key_columns(table)
    wanted = {*keys, *MERGED_COLUMNS[table]}
    chosen = [column for column in columns(table) if column.name in wanted]
    frame = store.frame(table, columns=[column.name for column in chosen])
    values = {column.name: typed_values(column, frame[column.name]) for column in chosen}
    rows = (dict(zip(values, row, strict=True)) for row in zip(*values.values(), strict=True))
    return {tuple(row[name] for name in keys): row for row in rows}
