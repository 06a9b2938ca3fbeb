"""Why a file was refused, and its doubts: grouped by cause, each with its places."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from api.texts import Language

if TYPE_CHECKING:
    from recommender.errors import Fault

__all__ = ["fault_lines", "grouped"]

_SHOWN_OF_A_GROUP = 3
# Faults that concern every row: no row can be taken before they are mended.
_OF_THE_HEADER = frozenset({"column_missing", "column_duplicate", "quote_unclosed"})


def fault_lines(faults: Sequence["Fault"]) -> list[str]:
    """Return two lines for each fault, Indonesian and English, and what can be done at once."""
    lines = [line for one in faults for line in (f"- {one.message_id}", f"  {one.message_en}")]
    causes = _causes(faults)
    if len(faults) > 2 * _SHOWN_OF_A_GROUP and len(causes) < len(faults):
        listed = [f"  {len(same)} x {_cause(same[0])}" for same in causes]
        lines = ["Menurut sebabnya / By cause:", *listed, *lines]
    if any(fault.row is not None and fault.row > 1 and fault.code not in _OF_THE_HEADER for fault in faults):
        lines += [
            "Baris yang baik dapat disimpan lebih dahulu dengan --accept-valid --rejects BERKAS.xlsx.",
            "The good rows can be taken already with --accept-valid --rejects FILE.xlsx.",
        ]
    return lines


def grouped(found: Sequence["Fault"], language: Language) -> list[str]:
    """Return the sentences of faults and warnings; of many with one cause only the first ones."""
    lines = []
    for same in _causes(found):
        lines += [f"- {one.say(language)}" for one in same[:_SHOWN_OF_A_GROUP]]
        more = len(same) - _SHOWN_OF_A_GROUP
        if more > 0:
            lines.append(
                f"  ... {more} more of this kind" if language == "en" else f"  ... {more} lagi yang serupa"
            )
    return lines


def _causes(found: Sequence["Fault"]) -> list[list["Fault"]]:
    by_cause: dict[tuple[str, str | None], list[Fault]] = {}
    for one in found:
        by_cause.setdefault((one.code, one.column), []).append(one)
    return list(by_cause.values())


def _cause(fault: "Fault") -> str:
    return f"{fault.code}: {fault.column}" if fault.column else fault.code
