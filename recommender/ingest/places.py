"""An area given by code, by name, or by name and district: resolved to its dotted code."""

import math
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

import pandas as pd

from features.cells.codes import area_digits, parse_code
from features.cells.values import quoted
from features.cells.words import compact, is_unknown
from features.errors import CellError
from recommender.ingest.area_texts import plain_district, taken_apart
from recommender.ingest.areas import Area, area_ambiguous, area_elsewhere, area_unknown, district_unknown

__all__ = ["AreaIndex"]

_MAX_NAMES_TO_COMPARE = 3000
_NEAR = 0.72
_LONGEST_NAME_WORDS = 4


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
                raise area_elsewhere(name, district, found)
            found = here
        if not found:
            if district and compact(district) not in self._districts:
                raise district_unknown(name_cell, district)
            raise area_unknown(name_cell, self._nearest(name))
        explicit = bool(district) or said.is_explicit
        if len(found) > 1 or (not explicit and compact(name) in self._districts):
            raise area_ambiguous(name_cell, found, is_district=compact(name) in self._districts)
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

    def _nearest(self, name: str) -> list[Area]:
        if len(self._by_name) > _MAX_NAMES_TO_COMPARE:
            return []
        near = get_close_matches(compact(name), self._by_name, n=3, cutoff=_NEAR)
        return [area for one in near for area in self._by_name[one]]


def _known(degrees: float) -> float | None:
    return None if math.isnan(degrees) else degrees
