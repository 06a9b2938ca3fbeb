"""An address as a QR code, drawn as one path."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

import segno

__all__ = ["QrDrawing", "qr_drawing"]

# The standard asks for four empty modules around a code.
_BORDER = 4


@dataclass(frozen=True, slots=True)
class QrDrawing:
    """A square drawing ``side`` modules wide, its empty border included; ``path`` holds the dark ones."""

    side: int
    path: str


@lru_cache(maxsize=2048)
def qr_drawing(text: str) -> QrDrawing:
    """Draw a text as a QR code that bears 15 % of damage.

    Examples
    --------
    >>> qr_drawing("http://localhost:8000/koperasi/kkmp-3673011007").side
    41
    """
    rows = segno.make(text, error="m", micro=False, boost_error=False).matrix_iter(border=_BORDER)
    parts, side = [], 0
    for y, row in enumerate(rows):
        modules, x = list(row), 0
        side = len(modules)
        for dark, run in groupby(modules):
            length = len(list(run))
            if dark:
                parts.append(f"M{x} {y}h{length}v1h-{length}z")
            x += length
    return QrDrawing(side, "".join(parts))
