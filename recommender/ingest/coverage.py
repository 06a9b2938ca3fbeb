"""Which areas of a city a list of cooperatives leaves out: an older list may predate the newest area."""

from recommender.ingest.faults import FaultLog
from recommender.ingest.places import AreaIndex
from recommender.ingest.read_row import ReadRow

__all__ = ["AreaCoverage"]

_CITY_LENGTH = len("36.73")
_NEARLY_ALL = 0.8
_FEWEST_AREAS = 10
_SHOWN = 5


class AreaCoverage:
    """Notes the areas that rows lie in.

    Parameters
    ----------
    areas : AreaIndex
    """

    def __init__(self, areas: AreaIndex) -> None:
        self._areas = areas
        self._seen: set[str] = set()

    def add(self, row: ReadRow) -> None:
        """Note a row's area, where it is known."""
        code = row.values.get("area_code")
        if isinstance(code, str):
            self._seen.add(code)

    def tell(self, warnings: FaultLog) -> None:
        """Warn about cities of which nearly all areas are in the file, but not all."""
        for city in sorted({code[:_CITY_LENGTH] for code in self._seen}):
            there = [code for code in self._areas.by_code if code.startswith(city)]
            missing = sorted(code for code in there if code not in self._seen)
            share = 1 - len(missing) / len(there)
            if missing and len(there) >= _FEWEST_AREAS and share >= _NEARLY_ALL:
                warnings.note("areas_missing", self._sentences(missing, len(there)))

    def _sentences(self, missing: list[str], total: int) -> tuple[str, str]:
        names = ", ".join(self._areas.by_code[code].shown for code in missing[:_SHOWN])
        more = len(missing) - _SHOWN
        more_id, more_en = (f" dan {more} lagi", f" and {more} more") if more > 0 else ("", "")
        count = total - len(missing)
        return (
            (
                f"Berkas memuat {count} dari {total} wilayah; tidak ada: {names}{more_id}. Periksa apakah "
                "daftarnya "
                "belum lengkap."
            ),
            (
                f"The file has {count} of {total} areas; missing: {names}{more_en}. Check whether the "
                "list is complete."
            ),
        )
