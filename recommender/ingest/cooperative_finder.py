"""Which cooperative a row speaks of when it gives no id: by its area, or by its name."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from features.cells.values import quoted
from features.cells.words import compact
from features.errors import CellError
from recommender.ingest.areas import Area
from recommender.ingest.places import AreaIndex

__all__ = ["CooperativeFinder", "Found", "no_cooperative"]

_COMMON = frozenset(
    [
        "koperasi",
        "kelurahan",
        "desa",
        "merah",
        "putih",
        "kkmp",
        "kdmp",
        "kmp",
        "kopdes",
        "kopkel",
        "kop",
        "kel",
        "ds",
        "kota",
        "serang",
    ]
)
_DESA_DIGIT = "2"
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Found:
    """A cooperative that was recognised.

    ``is_new`` where the store holds none in that area yet; ``is_sure`` where the name agrees too.
    """

    cooperative_id: str
    area_code: str | None
    is_new: bool = False
    is_sure: bool = True


class CooperativeFinder:
    """The cooperatives of the store by area and by name.

    Parameters
    ----------
    cooperatives : iterable of (str, str, str)
        Id, name, area code.
    areas : AreaIndex
    """

    def __init__(self, cooperatives: Iterable[tuple[str, str, str]], areas: AreaIndex) -> None:
        self._areas = areas
        self._names: dict[str, str] = {}
        self._area_of: dict[str, str] = {}
        self._by_area: dict[str, list[str]] = {}
        self._by_name: dict[str, list[str]] = {}
        for cooperative_id, name, area_code in cooperatives:
            self._names[cooperative_id] = name
            self._area_of[cooperative_id] = area_code
            self._by_area.setdefault(area_code, []).append(cooperative_id)
            self._by_name.setdefault(_own_name(name), []).append(cooperative_id)

    @classmethod
    def of_frame(cls, frame: pd.DataFrame, areas: AreaIndex) -> "CooperativeFinder":
        """Make it from the frame of table ``cooperatives``."""
        names = ("cooperative_id", "name", "area_code")
        rows = zip(*(frame[name].tolist() for name in names), strict=True)
        return cls(((one, name or "", code or "") for one, name, code in rows), areas)

    def find(self, name: str | None, area_code: str | None) -> Found | None:
        """Return the cooperative of an area, or of a name; ``None`` when neither says enough.

        Raises
        ------
        CellError
            When several fit.
        """
        if area_code is None and name:
            known = self._by_name.get(_own_name(name), [])
            if len(known) == 1:
                return Found(known[0], self._area_of[known[0]])
            area = self._areas.area_named_in(name)
            area_code = area.code if area else None
        if area_code is None:
            return None
        return self._in_area(self._areas.by_code[area_code], name)

    def stored(self, text: str, area_code: str | None = None) -> str | None:
        """Return the id of a stored cooperative that a cell names (id, name or area), ``None`` if none.

        Raises
        ------
        CellError
            When several fit.
        """
        if text in self._names:
            return text
        found = self.find(text or None, area_code)
        return None if found is None or found.is_new else found.cooperative_id

    def _in_area(self, area: Area, name: str | None) -> Found:
        there = self._by_area.get(area.code, [])
        if not there:
            return Found(_new_id(area), area.code, is_new=True)
        own = _own_name(name or "")
        if len(there) > 1:
            same = [one for one in there if own and _own_name(self._names[one]) == own]
            if len(same) != 1:
                raise self._unclear(area, there)
            return Found(same[0], area.code)
        agrees = (
            not own or own in _own_name(self._names[there[0]]) or compact(area.name) in compact(name or "")
        )
        return Found(there[0], area.code, is_sure=agrees)

    def _unclear(self, area: Area, there: list[str]) -> CellError:
        listed = "; ".join(f"{self._names[one]} ({one})" for one in there[:_SHOWN])
        return CellError(
            f"di {area.shown} ada beberapa koperasi: {listed}. Tambahkan kolom ID koperasi.",
            f"there are several cooperatives in {area.shown}: {listed}. Add a column with the "
            "cooperative's id.",
        )


def no_cooperative(text: str) -> CellError:
    """Return the error for a cell that names no stored cooperative."""
    return CellError(
        f"{quoted(text)} bukan koperasi yang dikenal. Tulis ID-nya, atau nama kelurahannya.",
        f"{quoted(text)} is no known cooperative. Write its id, or the name of its area.",
    )


def _own_name(name: str) -> str:
    words = name.casefold().replace(".", " ").replace("-", " ").split()
    return compact("".join(word for word in words if word not in _COMMON)) or compact(name)


def _new_id(area: Area) -> str:
    digits = area.code.replace(".", "")
    kind = "kdmp" if area.code.rpartition(".")[2].startswith(_DESA_DIGIT) else "kkmp"
    return f"{kind}-{digits}"
