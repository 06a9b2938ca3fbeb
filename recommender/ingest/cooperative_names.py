"""A cooperative's name against its area: a desa's abbreviation in a kelurahan is put right."""

import re

from features.cells.values import quoted
from features.cells.words import compact
from recommender.ingest.areas import Area
from recommender.ingest.fault_texts import Sentences

__all__ = ["cooperative_name"]

_ABBREVIATED = re.compile(r"(kdmp|kkmp)\s+(.+)", re.IGNORECASE)
_RIGHT = {"1": "kkmp", "2": "kdmp"}
_WRITTEN = {"kkmp": "Koperasi Kelurahan Merah Putih", "kdmp": "Koperasi Desa Merah Putih"}


def cooperative_name(name: str, area: Area) -> tuple[str, Sentences | None]:
    """Return a cooperative's name, and what was changed in it; a name that fits stays as it is written.

    Only ``KDMP X`` in the kelurahan X (or ``KKMP X`` in the desa X) is written out with the right word.

    Examples
    --------
    >>> cooperative_name("KDMP Kaligandu", Area("36.73.01.1008", "Kaligandu", "Serang"))[0]
    'Koperasi Kelurahan Merah Putih Kaligandu'
    >>> cooperative_name("KKMP Kaligandu", Area("36.73.01.1008", "Kaligandu", "Serang"))
    ('KKMP Kaligandu', None)
    """
    found = _ABBREVIATED.fullmatch(name.strip())
    right = _RIGHT.get(area.code.rpartition(".")[2][:1])
    if not found or right is None or found[1].casefold() == right or compact(found[2]) != compact(area.name):
        return name, None
    corrected = f"{_WRITTEN[right]} {area.name}"
    kind = "kelurahan" if right == "kkmp" else "desa"
    return corrected, (
        f"{quoted(name)} ditulis {quoted(corrected)}: {area.name} adalah {kind}.",
        f"{quoted(name)} was written {quoted(corrected)}: {area.name} is a {kind}.",
    )
