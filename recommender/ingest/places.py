"""An area given by code, by name, or by name and district: resolved to its dotted code."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

import pandas as pd

from features.cells.codes import area_digits, parse_code
from features.cells.values import quoted
from features.cells.words import compact, is_unknown
from features.errors import CellError
from recommender.ingest.area_texts import plain_district, taken_apart

__all__ = ["Area", "AreaIndex"]

_SHOWN_CANDIDATES = 5
_MAX_NAMES_TO_COMPARE = 3000
_NEAR = 0.72
_LONGEST_NAME_WORDS = 4


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
        said = taken_apart(name_cell, self._is_name)
        name, district = said.name, said.district
        if not is_unknown(district_cell):
            district = plain_district(district_cell)
        found = self._named(name)
        if district:
            here = [area for area in found if compact(area.district) == compact(district)]
            if found and not here:
                raise self._elsewhere(name, district, found)
            found = here
        if not found:
            raise self._unknown(name_cell, name, district)
        explicit = bool(district) or said.is_explicit
        if len(found) > 1 or (not explicit and compact(name) in self._districts):
            raise _ambiguous(name_cell, found, is_district=compact(name) in self._districts)
        return found[0].code

    def is_district(self, text: str) -> bool:
        """Tell whether a text is the name of a district, with or without ``Kec.``."""
        return compact(plain_district(text)) in self._districts

    def area_named_in(self, text: str) -> Area | None:
        """Return the one area that a longer name speaks of; ``None`` when there is none, or several.

        Of names that overlap the longest counts: ``Curug Manis``, not ``Curug``.
        """
        words = text.casefold().replace(".", " ").split()
        parts = {
            compact("".join(words[start:end])): end - start
            for start in range(len(words))
            for end in range(start + 1, min(start + _LONGEST_NAME_WORDS, len(words)) + 1)
        }
        named = {part: length for part, length in parts.items() if self._named(part)}
        longest = max(named.values(), default=0)
        found = {area.code: area for part in named if named[part] == longest for area in self._named(part)}
        return next(iter(found.values())) if len(found) == 1 else None

    def _named(self, name: str) -> list[Area]:
        plain = compact(name)
        found = self._by_name.get(plain, [])
        alias = self._aliases.get(plain)
        return [self.by_code[alias]] if not found and alias in self.by_code else found

    def _is_name(self, text: str) -> bool:
        return bool(self._named(text)) or compact(text) in self._districts

    def agrees(self, code: str, name_cell: str) -> bool:
        """Tell whether a name in a row is a name of the area whose code the row gives."""
        plain = compact(taken_apart(name_cell, self._is_name).name)
        return plain == compact(self.by_code[code].name) or self._aliases.get(plain) == code

    def _elsewhere(self, name: str, district: str, found: list[Area]) -> CellError:
        where = "; ".join(area.shown for area in found[:_SHOWN_CANDIDATES])
        return CellError(
            f"{quoted(name)} tidak ada di kecamatan {quoted(district)}. Yang ada: {where}.",
            f"{quoted(name)} is not in district {quoted(district)}. There is: {where}.",
        )

    def _unknown(self, text: str, name: str, district: str) -> CellError:
        if district and compact(district) not in self._districts:
            return CellError(
                f"{quoted(text)}: kecamatan {quoted(district)} tidak ada di daftar wilayah. Bila di "
                "luar kota, "
                "hapus barisnya; bila salah tulis, perbaiki kecamatannya.",
                f"{quoted(text)}: district {quoted(district)} is not among the areas. If it lies outside the "
                "city, remove the row; if it is misspelt, correct the district.",
                code="unknown_code",
            )
        near: list[str] = []
        if len(self._by_name) <= _MAX_NAMES_TO_COMPARE:
            near = get_close_matches(compact(name), self._by_name, n=3, cutoff=_NEAR)
        hint = ", ".join(area.shown for one in near for area in self._by_name[one])
        hint_id = f" Maksud Anda: {hint}?" if hint else ""
        hint_en = f" Did you mean: {hint}?" if hint else ""
        return CellError(
            f"{quoted(text)} bukan wilayah yang dikenal.{hint_id} Tulis kode wilayahnya, misalnya "
            "36.73.01.1001.",
            f"{quoted(text)} is no known area.{hint_en} Write the area's code, for example 36.73.01.1001.",
            code="unknown_code",
        )


def _known(degrees: float) -> float | None:
    return None if math.isnan(degrees) else degrees


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
