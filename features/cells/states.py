"""Answers that are neither yes nor no: it is being made, or it is borrowed."""

import re
from typing import Literal, TypeAlias

from features.cells.words import plain_words

__all__ = ["OwnState", "own_state"]

OwnState: TypeAlias = Literal["in_progress", "borrowed"]
"""``in_progress``: applied for, being made. ``borrowed``: there, but not one's own."""

_PROCESS = frozenset(
    [
        "proses",
        "diproses",
        "berproses",
        "memproses",
        "prosesnya",
        "process",
        "progress",
        "onprocess",
        "onprogress",
        "pengurusan",
        "diurus",
        "mengurus",
        "pengajuan",
        "diajukan",
        "mengajukan",
        "ajukan",
        "menunggu",
        "tunggu",
        "nunggu",
        "dibuatkan",
        "didaftarkan",
        "pendaftaran",
        "penerbitan",
        "pembuatan",
    ]
)
_BORROWED = frozenset(
    [
        "pinjam",
        "pinjaman",
        "pinjamnya",
        "dipinjam",
        "dipinjami",
        "meminjam",
        "menumpang",
        "numpang",
        "nebeng",
        "sewa",
        "sewaan",
        "disewa",
        "menyewa",
        "kontrak",
        "mengontrak",
        "dikontrak",
    ]
)
_DENIED = frozenset(["tidak", "belum", "bukan", "tanpa"])
_BETWEEN = frozenset(["ada", "dalam", "di", "pernah", "sempat", "pakai"])
_THERE = frozenset(
    ["ya", "iya", "ada", "punya", "memiliki", "mempunyai", "lengkap", "aktif", "terbit", "selesai", "jadi"]
)
_ENDED = frozenset(["selesai", "gagal", "ditolak", "batal", "dibatalkan", "berhenti", "terhenti", "macet"])
_CLAUSE = re.compile(r"[,;:()/–—]|\.\s|\s-\s|\n")
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 80


def _is_denied(words: list[str], at: int) -> bool:
    before = at - 1
    while before >= 0 and words[before] in _BETWEEN:
        before -= 1
    return before >= 0 and words[before] in _DENIED


def _is_in_progress(words: list[str]) -> bool:
    at = next((place for place, word in enumerate(words) if word in _PROCESS), None)
    if at is None:
        # "sedang dibuat": whatever it is, it is not there yet
        doing = words[1] if words[:1] == ["sedang"] and len(words) > 1 else ""
        return doing.startswith(("di", "me", "pe")) and doing not in _BORROWED
    if _is_denied(words, at) or _ENDED & set(words):
        return False
    return not _THERE & set(words[:at])


def _says_there(words: list[str]) -> bool:
    return bool(_THERE & set(words)) and not _DENIED & set(words) and not _PROCESS & set(words)


def own_state(text: str) -> OwnState | None:
    """Return the state that a yes/no cell tells instead of yes or no, ``None`` when it tells none.

    The value of such a cell is unknown, but the cell is not empty: it was asked, and this is the answer.

    Examples
    --------
    >>> own_state("Dalam proses"), own_state("pinjam pakai"), own_state("belum diproses"), own_state("")
    ('in_progress', 'borrowed', None, None)
    """
    if len(text) > _LONGEST:
        return None
    clauses = [_WORD.findall(plain_words(part)) for part in _CLAUSE.split(text)]
    if any(map(_is_in_progress, clauses)):
        return None if any(map(_says_there, clauses)) else "in_progress"
    words = [word for clause in clauses for word in clause]
    if _BORROWED & set(words) and not _DENIED & set(words):
        return "borrowed"
    return None
