"""An offer that opens or closes as its quota changes: who may choose it, and what the bound says of it."""

import numpy as np

from models.allocation.national.by_offer import ByOffer
from models.allocation.national.certificate import Certificate, prove_again
from models.allocation.national.remaining import BLOCK_ROWS, Remaining, usable_pairs

__all__ = ["open_or_close"]


def open_or_close(part: Remaining, certificate: Certificate, by_offer: ByOffer, column: int) -> None:
    """Write who may choose an offer now that its quota is another, and what the bound says of them.

    Parameters
    ----------
    part : Remaining
        Its quota is written already; its marks of the offer are written here.
    certificate : Certificate
        What each cooperative's best set leaves is written here.
    by_offer : ByOffer
        Its marks of the offer are written here.
    column : int
    """
    usable = usable_pairs(part, np.arange(len(part.most)), slice(column, column + 1))[:, 0]
    changed = np.flatnonzero(usable != by_offer.usable[column])
    part.usable[changed, column] = by_offer.usable[column, changed] = usable[changed]
    gain = by_offer.gain[column, changed].astype(np.int64) << certificate.shift
    surplus = gain - certificate.table[part.place_of[changed], column]
    # of the others the best set stays as it is
    matter = changed[surplus > 0]
    for start in range(0, len(matter), BLOCK_ROWS):
        prove_again(certificate, part, matter[start : start + BLOCK_ROWS])
