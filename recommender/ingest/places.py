"""An area given by code, by name, or by name and district: resolved to its dotted code."""

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

import pandas as pd

from features.cells.codes import area_digits, parse_code
from features.cells.values import quoted
from features.cells.words import compact, is_unknown
from features.errors import CellError

__all__ = ["Area", "AreaIndex"]

_AREA_PREFIX = re.compile(r"(?:kelurahan|kel\.?|desa|ds\.?)\s+", re.IGNORECASE)
_DISTRICT_PREFIX = re.compile(r"(?:kecamatan|kec\.?)\s+", re.IGNORECASE)
_BEFORE_DISTRICT = re.compile(r"\s*[,(/]\s*|\s+-\s+|\s+(?=kec(?:amatan|\.)?\s)", re.IGNORECASE)
_STREET = re.compile(r"(?:jl|jln|jalan)\b", re.IGNORECASE)
_SHOWN_CANDIDATES = 5
_MAX_NAMES_TO_COMPARE = 3000


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


class AreaIndex:
    """All areas, found by code, name or alias.

    Parameters
    ----------
    areas : iterable of Area
    aliases : mapping of str to str
        Other spellings and other codes (BPS) to the dotted code.
    """

    def __init__(self, areas: Iterable[Area], aliases: Mapping[str, str]) -> None:
        self.by_code = {area.code: area for area in areas}
        self._by_name: dict[str, list[Area]] = {}
        for area in self.by_code.values():
            self._by_name.setdefault(compact(area.name), []).append(area)
        self._districts = {compact(area.district) for area in self.by_code.values()}
        self._aliases = {compact(alias): code for alias, code in aliases.items()}

    @classmethod
    def of_frame(cls, frame: pd.DataFrame, aliases: Mapping[str, str]) -> "AreaIndex":
        """Make the index from the frame of table ``areas``."""
        names = ["code", "name", "district", "latitude_deg", "longitude_deg"]
        rows = zip(*(frame[name].tolist() for name in names), strict=True)
        return cls(
            (
                Area(code, name or "", district or "", _known(latitude), _known(longitude))
                for code, name, district, latitude, longitude in rows
            ),
            aliases,
        )

    def of_cell(self, text: str) -> str | None:
        """Read the cell of a code column, which may hold a code or a name; ``None`` if unknown.

        Raises
        ------
        CellError
            When there is no such area, or several.
        """
        if text in self.by_code:
            return text
        if is_unknown(text):
            return None
        digits = area_digits(text)
        if digits.isdecimal():
            known = self._aliases.get(digits)
            return known if known in self.by_code else self._of_code(text)
        return self.of_names(text, "")

    def _of_code(self, text: str) -> str | None:
        code = parse_code(text)
        if code is not None and code not in self.by_code:
            raise CellError(
                f"{quoted(text)}: tidak ada wilayah dengan kode {code}. Periksa kodenya, atau "
                "impor dahulu wilayah itu ke tabel areas.",
                f"{quoted(text)}: there is no area with code {code}. Check the code, or "
                "import that area into table areas first.",
            )
        return code

    def of_names(self, name_cell: str, district_cell: str) -> str | None:
        """Find an area by its name and, where given, its district; ``None`` if unknown.

        Raises
        ------
        CellError
            When there is no such area, or the name alone fits several places.
        """
        if is_unknown(name_cell):
            return None
        if area_digits(name_cell).isdecimal():
            return self.of_cell(name_cell)
        name, district = _split(name_cell)
        if not is_unknown(district_cell):
            district = _DISTRICT_PREFIX.sub("", district_cell.strip())
        found = self._by_name.get(compact(name), [])
        alias = self._aliases.get(compact(name))
        if not found and alias in self.by_code:
            found = [self.by_code[alias]]
        if district:
            here = [area for area in found if compact(area.district) == compact(district)]
            if found and not here:
                raise self._elsewhere(name, district, found)
            found = here
        if not found:
            raise self._unknown(name_cell, name)
        explicit = bool(district) or bool(_AREA_PREFIX.match(name_cell.strip()))
        if len(found) > 1 or (not explicit and compact(name) in self._districts):
            raise _ambiguous(name_cell, found, is_district=compact(name) in self._districts)
        return found[0].code

    def agrees(self, code: str, name_cell: str) -> bool:
        """Tell whether a name in a row is a name of the area whose code the row gives."""
        plain = compact(_split(name_cell)[0])
        return plain == compact(self.by_code[code].name) or self._aliases.get(plain) == code

    def _elsewhere(self, name: str, district: str, found: list[Area]) -> CellError:
        where = "; ".join(area.shown for area in found[:_SHOWN_CANDIDATES])
        return CellError(
            f"{quoted(name)} tidak ada di kecamatan {quoted(district)}. Yang ada: {where}.",
            f"{quoted(name)} is not in district {quoted(district)}. There is: {where}.",
        )

    def _unknown(self, text: str, name: str) -> CellError:
        near: list[str] = []
        if len(self._by_name) <= _MAX_NAMES_TO_COMPARE:
            near = get_close_matches(compact(name), self._by_name, n=2)
        hint = ", ".join(area.shown for one in near for area in self._by_name[one])
        hint_id = f" Maksud Anda: {hint}?" if hint else ""
        hint_en = f" Did you mean: {hint}?" if hint else ""
        return CellError(
            f"{quoted(text)} bukan wilayah yang dikenal.{hint_id} Tulis kode wilayahnya, misalnya "
            "36.73.01.1001.",
            f"{quoted(text)} is no known area.{hint_en} Write the area's code, for example 36.73.01.1001.",
        )


def _known(degrees: float) -> float | None:
    return None if math.isnan(degrees) else degrees


def _split(text: str) -> tuple[str, str]:
    parts = [part for part in _BEFORE_DISTRICT.split(text.strip().rstrip(")")) if part.strip()]
    if len(parts) > 1 and _STREET.match(parts[0]):
        parts = parts[1:]  # an address: streets bear the names of other areas
    name = _AREA_PREFIX.sub("", parts[0], count=1) if parts else ""
    district = _DISTRICT_PREFIX.sub("", parts[1], count=1) if len(parts) > 1 else ""
    return name.strip(), district.strip()


def _ambiguous(text: str, found: list[Area], *, is_district: bool) -> CellError:
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
