"""What a cell of a sample row may hold."""

from datetime import date

__all__ = ["Row", "Value"]

Value = str | bool | int | float | date | tuple[str, ...] | None
Row = dict[str, Value]
