"""One area, and the sentences for names that are no area, several, or one elsewhere."""

from collections.abc import Iterable
from dataclasses import dataclass

from features.cells.values import quoted
from features.errors import CellError

__all__ = ["Area", "area_ambiguous", "area_elsewhere", "area_unknown", "district_unknown"]

_SHOWN_CANDIDATES = 5


@dataclass(frozen=True, slots=True)
class Area:
    """One area as the store holds it; unknown coordinates are ``None``."""

    code: str
    name: str
    district: str
    latitude_deg: float | None = None
    longitude_deg: float | None = None

    @property
    def shown(self) -> str:
        """Name, district and code, for messages."""
        return f"{self.name}, kecamatan {self.district} ({self.code})"


def area_elsewhere(name: str, district: str, found: list[Area]) -> CellError:
    """Return the error for a name that exists, but in other districts."""
    where = "; ".join(area.shown for area in found[:_SHOWN_CANDIDATES])
    return CellError(
        f"{quoted(name)} tidak ada di kecamatan {quoted(district)}. Yang ada: {where}.",
        f"{quoted(name)} is not in district {quoted(district)}. There is: {where}.",
    )


def district_unknown(text: str, district: str) -> CellError:
    """Return the error for an area of a district that is not among the areas."""
    return CellError(
        f"{quoted(text)}: kecamatan {quoted(district)} tidak ada di daftar wilayah. Bila di luar kota, hapus "
        "barisnya; bila salah tulis, perbaiki kecamatannya.",
        f"{quoted(text)}: district {quoted(district)} is not among the areas. If it lies outside the city, "
        "remove the row; if it is misspelt, correct the district.",
        code="unknown_code",
    )


def area_unknown(text: str, near: Iterable[Area]) -> CellError:
    """Return the error for a name that no area has, with those that are spelt nearly so."""
    hint = ", ".join(area.shown for area in near)
    hint_id = f" Maksud Anda: {hint}?" if hint else ""
    hint_en = f" Did you mean: {hint}?" if hint else ""
    return CellError(
        f"{quoted(text)} bukan wilayah yang dikenal.{hint_id} Tulis kode wilayahnya, misalnya 36.73.01.1001.",
        f"{quoted(text)} is no known area.{hint_en} Write the area's code, for example 36.73.01.1001.",
        code="unknown_code",
    )


def area_ambiguous(text: str, found: list[Area], *, is_district: bool) -> CellError:
    """Return the error for a name that several places bear."""
    listed = [area.shown for area in found[:_SHOWN_CANDIDATES]]
    more = len(found) - len(listed)
    kelurahan = "; ".join(listed) + (f"; +{more}" if more else "")
    district_id = f"; atau kecamatan {text.strip()}" if is_district else ""
    district_en = f"; or the district {text.strip()}" if is_district else ""
    return CellError(
        f"{quoted(text)} dapat berarti: {kelurahan}{district_id}. Tulis kodenya, atau nama dan "
        f'kecamatannya: "{found[0].name}, Kec. {found[0].district}".',
        f"{quoted(text)} can mean: {kelurahan}{district_en}. Write the code, or name and district: "
        f'"{found[0].name}, Kec. {found[0].district}".',
    )
