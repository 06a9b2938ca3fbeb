"""Yes and no in the words people write; what is neither stays neither."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Literal, TypeAlias

from features.cells.characters import refuse_hidden
from features.cells.documents import Evidence, document_evidence
from features.cells.states import OwnState, own_state
from features.cells.texts import unmarked
from features.cells.values import CellParser, quoted
from features.cells.words import is_unknown, plain_words
from features.errors import CellError
from features.schema.loader import Column

__all__ = ["PLAIN_ANSWERS", "Answer", "Manner", "read_answer", "yes_no_parser"]

Manner: TypeAlias = Literal["word", "unknown", "tick", "comment"] | Evidence | OwnState
"""How the answer was given; all but ``word`` and ``unknown`` are worth a remark."""

_COMMON: Mapping[str, bool] = MappingProxyType(
    dict.fromkeys(("ya", "ada", "sudah", "true"), True)
    | dict.fromkeys(("tidak", "tidak ada", "belum", "belum ada", "tdk", "blm", "false"), False)
)
PLAIN_ANSWERS: Mapping[str, bool] = MappingProxyType(
    {"1": True, "0": False}
    | {
        written: flag
        for word, flag in _COMMON.items()
        for written in (word, word.upper(), word.title(), word.capitalize())
    }
)
"""The words of nearly every cell, as they stand."""

_YES = frozenset(
    [
        "ya",
        "iya",
        "yes",
        "y",
        "true",
        "1",
        "1.0",
        "benar",
        "betul",
        "ok",
        "oke",
        "ada",
        "sudah",
        "punya",
        "memiliki",
        "mempunyai",
        "dimiliki",
        "lengkap",
        "aktif",
        "terdaftar",
        "terbit",
        "tersedia",
        "selesai",
        "jadi",
        "siap",
        "dibuat",
        "dibuka",
    ]
)
_NO = frozenset(["no", "n", "false", "0", "0.0", "nihil", "nonaktif"])
_DENIED = frozenset(["tidak", "belum", "bukan", "tanpa", "non"])
_OBJECTS = frozenset(
    [
        "akta",
        "sk",
        "npwp",
        "nib",
        "nik",
        "rekening",
        "rek",
        "akun",
        "izin",
        "ijin",
        "surat",
        "dokumen",
        "berkas",
        "sertifikat",
        "bank",
        "koperasi",
        "badan",
        "hukum",
        "buka",
        "nomor",
        "nomornya",
        "di",
        "simkopdes",
        "3",
        "bulan",
        "terakhir",
    ]
)
# After a denial anything of this kind is denied: "belum diproses" is no.
_MAY_BE_DENIED = frozenset(
    [
        "sama",
        "sekali",
        "pernah",
        "proses",
        "diproses",
        "diurus",
        "mengurus",
        "diajukan",
        "mengajukan",
        "mendaftar",
        "daftar",
        "didaftarkan",
        "urus",
        "diterbitkan",
        "keluar",
    ]
)
_TICKS = frozenset("v√✓✔☑✅🗸")
_CROSSES = frozenset("✗✘❌🗴")
_UNCLEAR: Mapping[str, tuple[tuple[str, str], tuple[str, str]]] = MappingProxyType(
    {
        **dict.fromkeys(
            "x×✕✖☒", (("ya (ditandai)", "tidak (disilang)"), ("yes (marked)", "no (crossed out)"))
        ),
        "t": (("tidak", "true (ya)"), ("tidak (no)", "true (yes)")),
        "☐": (("tidak", "belum diisi"), ("no", "not filled in")),
        "kosong": (("tidak ada", "belum diketahui"), ("there is none", "unknown")),
    }
)
_NUMBER_WORDS = frozenset({"no", "n"})  # before something else they are short for "nomor"
_BEFORE_DENIAL = frozenset(["sudah", "memang"])
_TOKENS = re.compile(r"[\s-]+")
_COMMENT = re.compile(r"(.+?)(?:\s*[,;:(–—]\s*|\s+-\s+|\.\s+|\n)(.+)", re.DOTALL)
_CACHED_CELLS = 4096


@dataclass(frozen=True, slots=True)
class Answer:
    """Yes, no or unknown (``None``), and how it was told."""

    flag: bool | None
    manner: Manner


def _phrase(text: str) -> bool | None:
    words = [word for word in _TOKENS.split(plain_words(text)) if word and word != "masih"]
    said = set(words)
    denial = next((place for place, word in enumerate(words) if word in _DENIED), None)
    if denial is not None:
        before, rest = set(words[:denial]), said - _DENIED
        return (
            False if before <= _BEFORE_DENIAL and rest <= _YES | _OBJECTS | _MAY_BE_DENIED | before else None
        )
    if said and said <= _NO:
        return False
    return True if said <= _YES | _OBJECTS and said & _YES else None


def _in_words(text: str) -> bool | None:
    """Read ``belum ada`` and ``terbit/ada``; ``ya/tidak`` is a choice that nobody made."""
    found = {_phrase(part) for part in text.split("/")}
    return found.pop() if len(found) == 1 else None


def _tick(text: str) -> bool | None:
    plain = set(text.casefold().replace("\ufe0f", ""))
    if plain and plain <= _TICKS:
        return True
    return False if plain and plain <= _CROSSES else None


def _commented(column_name: str, text: str) -> Answer | None:
    """Read ``belum (menyusul)`` and ``ada, no. 12``; a comment that says the contrary leaves it open."""
    parted = _COMMENT.fullmatch(text)
    flag = _in_words(parted[1]) if parted else None
    if parted is None or flag is None or parted[1].casefold() in _NUMBER_WORDS:
        return None
    comment = parted[2].rstrip(") ")
    said = _in_words(comment)
    if said is not None:
        return Answer(flag, "word") if said == flag else None
    if flag:
        return Answer(flag, "comment") if document_evidence(column_name, comment) else None
    return None if set(_TOKENS.split(plain_words(comment))) & _YES else Answer(flag, "comment")


def _unclear(column: Column, text: str, body: str) -> CellError:
    readings = _UNCLEAR.get(plain_words(body.replace("\ufe0f", "")))
    if readings:
        (one_id, two_id), (one_en, two_en) = readings
        return CellError(
            f"{quoted(text)} dapat berarti {one_id} atau {two_id}. Tulis ya atau tidak; kosongkan bila tidak "
            f"tahu ({column.label_id}).",
            f"{quoted(text)} can mean {one_en} or {two_en}. Write ya or tidak; leave it empty if unknown "
            f"({column.label_en}).",
            code="value_ambiguous",
        )
    return CellError(
        f"{quoted(text)} bukan ya atau tidak. Tulis ya, tidak, proses (masih diurus) atau pinjam "
        "(bukan milik "
        f"sendiri); kosongkan bila tidak tahu ({column.label_id}).",
        f"{quoted(text)} is neither yes nor no. Write ya, tidak, proses (in progress) or pinjam "
        "(borrowed); leave "
        f"it empty if unknown ({column.label_en}).",
        code="unknown_code",
    )


@lru_cache(maxsize=_CACHED_CELLS)
def _answer(column_name: str, text: str) -> Answer | None:
    refuse_hidden(text)
    body = unmarked(text)
    if is_unknown(body):
        return Answer(None, "unknown")
    state = own_state(body)
    if state:
        return Answer(None, state)
    flag = _in_words(body)
    if flag is not None:
        return Answer(flag, "word")
    flag = _tick(body)
    if flag is not None:
        return Answer(flag, "tick")
    commented = _commented(column_name, body)
    if commented:
        return commented
    evidence = document_evidence(column_name, body)
    return Answer(flag=True, manner=evidence) if evidence else None


def read_answer(column: Column, text: str) -> Answer:
    """Read a yes/no cell.

    Parameters
    ----------
    column : Column
        In columns of documents a number, a date or a name states that the document is there.
    text : str

    Raises
    ------
    CellError
        When it is neither yes, no nor unknown, or can be read as both.

    Examples
    --------
    >>> from features.schema.loader import column
    >>> read_answer(column("cooperatives", "has_deed"), "belum terbit")
    Answer(flag=False, manner='word')
    >>> read_answer(column("cooperatives", "has_deed"), "proses")
    Answer(flag=None, manner='in_progress')
    """
    if text in PLAIN_ANSWERS:
        return Answer(PLAIN_ANSWERS[text], "word")
    found = _answer(column.name, text)
    if found is None:
        raise _unclear(column, text, unmarked(text))
    return found


def yes_no_parser(column: Column) -> CellParser:
    """Return the parser of a yes/no column; ``belum didata`` is unknown, ``belum`` is no."""

    def parse(text: str) -> bool | None:
        found = PLAIN_ANSWERS.get(text)
        if found is not None:
            return found
        return read_answer(column, text).flag if text else None

    return parse
