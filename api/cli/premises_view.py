"""City assets for cooperatives without an office, on a terminal."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from api.cli.amounts import number
from api.cli.field_words import field_word
from api.cli.terminal import show_indented, show_text
from api.texts import Language

if TYPE_CHECKING:
    from rich.console import Console

    from recommender.premises import AssetRow, CityPremises, PremisesRow

__all__ = ["show_premises"]


def show_premises(console: "Console", found: "CityPremises", language: Language) -> None:
    """Print who is given what, who is left out and why, and which assets wait."""
    show_text(console, field_word("premises", language), style="bold")
    least, most = number(found.least_m2, language), number(found.most_km, language)
    show_text(console, field_word("assumed", language, least=least, most=most))
    if not found.asset_count:
        show_text(console, field_word("no_assets", language))
        return
    _show(
        console, field_word("given", language), [_match(one, language) for one in found.of("given")], language
    )
    left_over = [_match(one, language) for one in found.of("could_use")]
    _show(console, field_word("could_use", language), left_over, language)
    left = [f"{one.cooperative_name}: {one.reason_text}" for one in found.of("left_out", "no_office")]
    _show(console, field_word("left_no_office", language), left, language)
    count = len(found.of("left_out", "could_use"))
    show_text(console, field_word("left_could_use", language, count=count))
    _show(console, field_word("assets", language), [_asset(one, language) for one in found.assets], language)


def _show(console: "Console", heading: str, lines: Sequence[str], language: Language) -> None:
    show_text(console)
    show_text(console, heading, style="bold")
    for line in lines or [field_word("nobody", language)]:
        show_indented(console, "-", line, 2)


def _match(row: "PremisesRow", language: Language) -> str:
    rough = f" ({field_word('approximate', language)})" if row.is_approximate else ""
    km = number(row.distance_km or 0.0, language)
    kind = f" ({row.asset_kind})" if row.asset_kind else ""
    size = _size(row.area_m2, language)
    return f"{row.cooperative_name} ({row.cooperative_id}): {row.asset_id}{kind}, {size}, {km} km{rough}"


def _asset(row: "AssetRow", language: Language) -> str:
    parts = [
        " ".join(part for part in (row.asset_id, row.kind, row.area_name) if part),
        _size(row.area_m2, language),
        field_word(row.reason, language),
    ]
    if row.nearest_cooperative_name is not None and row.nearest_km is not None:
        km = number(row.nearest_km, language)
        parts.append(field_word("nearest_to", language, name=row.nearest_cooperative_name, km=km))
    return ", ".join(parts)


def _size(area_m2: float | None, language: Language) -> str:
    return field_word("size_unknown", language) if area_m2 is None else f"{number(area_m2, language)} m²"
