"""What a row below the header is: data, or a total, a group's title, a repeated header, a signature."""

import re
from collections.abc import Callable, Sequence
from typing import Literal

from features.cells.words import compact
from recommender.ingest.column_notes import NOTES_MARK
from recommender.ingest.grid import GridRow
from recommender.ingest.header_rows import is_number_row
from recommender.ingest.headers import HeaderPlan

__all__ = ["EXAMPLE_MARK", "RowKind", "RowSorter"]

EXAMPLE_MARK = "contoh-hapus-baris-ini"
"""The key of a template's example row; such rows are passed over."""

RowKind = Literal[
    "data", "example_row", "notes_row", "total_row", "group_row", "header_row", "number_row", "footer_row"
]

_TOTAL = re.compile(
    r"\W*(?:(?:sub|grand)[\s-]*)?(?:total|jumlah|jml|rata[\s-]*rata|rerata)(?!\w)(?!\s+(?:makmur|jaya))",
    re.IGNORECASE,
)
_FOOTER = re.compile(
    r"\W*(?:mengetahui|menyetujui|disetujui|diketahui|dibuat|disusun|diperiksa|dilaporkan|penyusun|petugas"
    r"|kepala\s+(?:dinas|bidang|seksi|uptd)|plt\.?\s|a\.?n\.?\s|ketua\b|sekretaris|camat\b|lurah\b|nip\b|ttd"
    r"|tanda\s+tangan|(?:keterangan|catatan|sumber|note|ket)\s*(?:[:.*]|$)|\*+\)?|dicetak|tanggal\s+cetak"
    r"|data\s+per\b|halaman"
    r"|page\b|[a-z ]{3,20},\s*(?:tgl\.?\s*)?[0-9.…_ ]{1,6}\s*[a-z]+\s+20[0-9]{2})",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"\(?(?:[0-9]{1,4}|[ivxlc]{1,6}|[a-z])[.)]?", re.IGNORECASE)
_DISTRICT = re.compile(r"(?:[ivxa-h0-9]{1,4}[.)]\s*)?(?:kecamatan|kec\.?)\s*:?\s+(.+)", re.IGNORECASE)
_ID = re.compile(r"[^\s:,]+").fullmatch
_FEW = 3
_HEADER_SHARE = 0.6


class RowSorter:
    """Tells rows apart and carries a group's district down to its rows.

    Parameters
    ----------
    plan : HeaderPlan
    id_position : int or None
        Where the row's id stands.
    identity : sequence of int
        Positions of all cells that say which row it is (id, name, area).
    is_district : callable
        Whether a text is the name of a known district.

    Attributes
    ----------
    district : str
        Of the group that the newest row belongs to; empty before the first.
    """

    def __init__(
        self,
        plan: HeaderPlan,
        id_position: int | None,
        identity: Sequence[int],
        is_district: Callable[[str], bool],
    ) -> None:
        self._width = len(plan.header)
        self._header = [compact(one) for one in plan.header]
        self._id_position = id_position
        self._identity = list(identity)
        self._district_position = plan.district_position
        self._is_district = is_district
        self._has_ended = False
        self.district = ""

    def kind_of(self, row: GridRow) -> RowKind:
        """Return what a row is; a district that the group gave is written into its cell."""
        cells = row.cells
        kind = self._kind(cells, [cell for cell in cells if cell.strip()])
        if kind != "footer_row":
            self._has_ended = self._has_ended and kind != "data"
        if kind == "data" and self._district_position is not None:
            self._carry_district(cells, self._district_position)
        return kind

    def _kind(self, cells: Sequence[str], filled: Sequence[str]) -> RowKind:  # noqa: PLR0911 - one for each kind
        mark = self._mark(cells)
        if mark is not None:
            return mark
        if self._is_counting(cells, filled):
            return "number_row"
        if self._is_header(cells, filled):
            return "header_row"
        identities = [cells[at] for at in self._identity if at < len(cells) and cells[at].strip()]
        if self._is_total(filled, identities):
            return "total_row"
        if self._has_id(cells) or len(identities) > 1:
            return "data"
        telling = [one for one in filled if not _ORDINAL.fullmatch(one.strip())]
        is_short = self._width > _FEW and len(telling) <= max(1, self._width // 4)
        if is_short and self._group(telling):
            return "group_row"
        if is_short and (self._has_ended or (telling and _FOOTER.match(telling[0].strip()))):
            self._has_ended = True
            return "footer_row"
        return "data"

    def _has_id(self, cells: Sequence[str]) -> bool:
        at = self._id_position
        return at is not None and at < len(cells) and _ID(cells[at].strip()) is not None

    def _is_counting(self, cells: Sequence[str], filled: Sequence[str]) -> bool:
        starts = bool(filled) and filled[0].lstrip("([ ")[:1] in {"0", "1"}
        return starts and len(filled) >= min(self._width, _FEW + 1) and is_number_row(cells)

    def _mark(self, cells: Sequence[str]) -> RowKind | None:
        for at in {0, self._id_position or 0}:
            text = cells[at].casefold() if at < len(cells) else ""
            if EXAMPLE_MARK in text:
                return "example_row"
            if NOTES_MARK in text:
                return "notes_row"
        return None

    def _is_header(self, cells: Sequence[str], filled: Sequence[str]) -> bool:
        # the header of the next page, perhaps without its merged parts
        if not filled or compact(filled[0]) not in self._header:
            return False
        equal = sum(
            bool(text) and text == name for text, name in zip(map(compact, cells), self._header, strict=False)
        )
        return equal > 1 and equal >= _HEADER_SHARE * len(filled)

    def _is_total(self, filled: Sequence[str], identities: Sequence[str]) -> bool:
        names = [one for one in filled if not _ORDINAL.fullmatch(one.strip())][:2]
        if not any(_TOTAL.match(one) for one in names):
            return False
        return all(_TOTAL.match(one) or self._is_district(_bare(one)) for one in identities)

    def _group(self, telling: Sequence[str]) -> bool:
        if len(set(telling)) != 1:
            return False
        found = _DISTRICT.fullmatch(telling[0].strip())
        name = found[1].strip() if found else telling[0].strip()
        if not found and not (self._is_district(name) and self._identity and self._width > _FEW):
            return False
        self.district = name
        return True

    def _carry_district(self, cells: list[str], position: int) -> None:
        if position >= len(cells):
            return
        if cells[position].strip():
            self.district = cells[position]
        elif self.district:
            cells[position] = self.district


def _bare(text: str) -> str:
    found = _DISTRICT.fullmatch(text.strip())
    return found[1] if found else text
