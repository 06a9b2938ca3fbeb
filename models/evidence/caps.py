"""No account carries more of an offer's record than all others together."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

__all__ = ["CappedAccount", "capped_weights"]

Floats = npt.NDArray[np.float64]

# An assumption: half of an offer's record, and never less than three outcomes.
_SHARE = 0.5
_LEAST = 3.0


@dataclass(frozen=True, slots=True)
class CappedAccount:
    """An account that brought more of an offer's outcomes than count: so many, counted as so many."""

    account: str
    offer_id: str
    outcome_count: int
    counted: float


def capped_weights(
    offer_ids: Sequence[str], accounts: Sequence[str | None], weight: Floats
) -> tuple[Floats, tuple[CappedAccount, ...]]:
    """Scale down the outcomes of accounts that stand for too much of an offer's record.

    Parameters
    ----------
    offer_ids : sequence of str, length n_outcomes
    accounts : sequence of str or None, length n_outcomes
        Who recorded what decided the outcome; ``None``: brought in by the department, never scaled.
    weight : ndarray of shape (n_outcomes,)

    Returns
    -------
    weight : ndarray of shape (n_outcomes,)
        Never more than what was given.
    capped : tuple of CappedAccount
        By account and offer.

    Examples
    --------
    >>> weight, capped = capped_weights(["o"] * 10, ["budi"] * 8 + [None] * 2, np.ones(10))
    >>> weight.sum(), capped[0].counted
    (np.float64(7.0), 5.0)
    """
    frame = pd.DataFrame({"offer": list(offer_ids), "account": list(accounts), "weight": weight})
    result = weight.astype(np.float64).copy()
    if frame.empty:
        return result, ()
    whole = {str(offer): float(total) for offer, total in frame.groupby("offer")["weight"].sum().items()}
    found = []
    for (account, offer), group in frame.dropna(subset=["account"]).groupby(["account", "offer"], sort=True):
        brought = float(group["weight"].sum())
        most = max(_LEAST, _SHARE * whole[str(offer)])
        if brought > most:
            result[group.index.to_numpy()] *= most / brought
            found.append(CappedAccount(str(account), str(offer), len(group), most))
    return result, tuple(found)
