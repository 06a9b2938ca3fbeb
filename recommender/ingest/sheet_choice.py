"""Which sheet of a workbook is read: the one that was named, or the one whose header is known best."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from recommender.ingest.faults import FaultLog
from recommender.ingest.grid import Grid
from recommender.ingest.header_names import HeaderNames
from recommender.ingest.header_rows import HeaderRows, find_header
from recommender.ingest.sheet_texts import choose_sheet, header_not_found, sheet_chosen, sheet_unknown
from recommender.ingest.told import Told

__all__ = ["ChosenSheet", "choose"]

_SHOWN_ROWS = 5
_RECAP = re.compile(r"rekap|ringkas|resume|summary|total|grafik", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ChosenSheet:
    """A sheet and its header."""

    grid: Grid
    header: HeaderRows


def choose(
    names: HeaderNames,
    grids: Sequence[Grid],
    wanted: str | None,
    told: Told,
    faults: FaultLog,
    warnings: FaultLog,
) -> ChosenSheet | None:
    """Choose a sheet; ``None`` with a fault when none fits, the named one is not there, or several fit.

    Hidden sheets are read only when they are named. A sheet that bears the table's name is taken before
    others (exports and templates have one). Of several sheets the one with the best known header
    is taken, and the one that is no recapitulation; otherwise the user has to tell them apart.
    """
    candidates = [one for one in grids if not one.is_hidden]
    if wanted is not None:
        candidates = [one for one in grids if (one.sheet or "").casefold() == wanted.strip().casefold()]
        if not candidates:
            visible = [one.sheet or "" for one in grids if not one.is_hidden]
            faults.note("sheet_unknown", sheet_unknown(wanted, visible))
            return None
    found = [ChosenSheet(one, header) for one in candidates if (header := find_header(names, one, told))]
    if not found:
        _note_no_header(candidates or grids, faults)
        return None
    found = [one for one in found if one.grid.sheet == names.table] or found
    best = max(one.header.score for one in found)
    found = [one for one in found if one.header.score == best]
    detailed = [one for one in found if not _RECAP.search(one.grid.sheet or "")]
    first, *others = detailed or found
    if others:
        listed = [one.grid.sheet or "" for one in (first, *others)]
        faults.note("choose_sheet", choose_sheet(listed))
        return None
    left = [one.sheet or "" for one in grids if one is not first.grid and one.head and not one.is_hidden]
    if left and wanted is None:
        warnings.note("sheet_chosen", sheet_chosen(first.grid.sheet or "", left))
    return first


def _note_no_header(grids: Sequence[Grid], faults: FaultLog) -> None:
    rows = [row.cells for grid in grids for row in grid.head][:_SHOWN_ROWS]
    if not rows:
        message = (
            "Berkas tidak berisi data. Isi judul kolom dan data.",
            "The file holds no data. Give it column headers and data.",
        )
        faults.note("file_empty", message)
        return
    faults.note("header_not_found", header_not_found(rows))
