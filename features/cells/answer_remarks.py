"""What the user should know about a yes/no cell that was answered in another way than yes or no."""

from collections.abc import Mapping
from types import MappingProxyType

from features.cells.values import Remark, quoted
from features.cells.yes_no import Manner, read_answer
from features.errors import CellError
from features.schema.loader import Column

__all__ = ["answer_remark"]

_SAID: Mapping[Manner, Remark] = MappingProxyType(
    {
        "number": (
            "nomor dokumen dibaca sebagai ada; nomornya tidak disimpan",
            "the number of a document was read as yes; the number is not kept",
        ),
        "date": (
            "tanggal dokumen dibaca sebagai ada; tanggalnya tidak disimpan",
            "the date of a document was read as yes; the date is not kept",
        ),
        "bank": (
            "nama bank dibaca sebagai ada; namanya tidak disimpan",
            "the name of a bank was read as yes; the name is not kept",
        ),
        "account": (
            "nama akun dibaca sebagai ada; namanya tidak disimpan",
            "the name of an account was read as yes; the name is not kept",
        ),
        "in_progress": (
            'masih diproses; dicatat belum diketahui, bukan "tidak"',
            'still in progress; recorded as unknown, not as "no"',
        ),
        "borrowed": (
            'bukan milik sendiri; dicatat belum diketahui, bukan "tidak"',
            'not its own; recorded as unknown, not as "no"',
        ),
    }
)


def answer_remark(column: Column, text: str) -> Remark | None:
    """Return what should be said about a yes/no cell, ``None`` when it says plainly yes, no or unknown.

    Examples
    --------
    >>> from features.schema.loader import column
    >>> answer_remark(column("cooperatives", "has_deed"), "proses")[1]
    '"proses": still in progress; recorded as unknown, not as "no".'
    """
    try:
        answer = read_answer(column, text)
    except CellError:
        return None  # the parser has told what is wrong
    said_id, said_en = ("ya", "yes") if answer.flag else ("tidak", "no")
    if answer.manner == "tick":
        return (
            f"Tanda {quoted(text)} dibaca sebagai {said_id}.",
            f"The mark {quoted(text)} was read as {said_en}.",
        )
    if answer.manner == "comment":
        return (
            f"{quoted(text)} dibaca sebagai {said_id}; keterangannya tidak disimpan.",
            f"{quoted(text)} was read as {said_en}; the comment is not kept.",
        )
    said = _SAID.get(answer.manner)
    return (f"{quoted(text)}: {said[0]}.", f"{quoted(text)}: {said[1]}.") if said else None
