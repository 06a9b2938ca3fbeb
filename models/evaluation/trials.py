"""What is learned from and judged by, run by run: pairs split anew for every seed."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from features.pairs.catalogue import pair_features
from models.evaluation.pairs import Pairs, coded
from models.evaluation.splits import splits_of

__all__ = ["SIZES", "Trial", "first_outcomes", "sizes_for", "trials_of"]

Floats = npt.NDArray[np.float64]

# Learning curves stop here as far as there are outcomes; the last size is always all of them.
SIZES = (5, 20, 100, 500, 5000)
_KEYS = {
    "cooperative": "cooperative_id",
    "district": "district_code",
    "offer": "offer_id",
    "time": "first_event_on",
}


@dataclass(frozen=True, slots=True)
class Trial:
    """One run: pairs to learn from, pairs to judge by, and features of pairs without outcomes."""

    seed: int
    learn: Pairs
    held: Pairs
    reference: Floats


def trials_of(
    pairs: pd.DataFrame,
    reference: pd.DataFrame,
    *,
    split: str,
    seeds: Sequence[int],
    features: Sequence[str] | None = None,
) -> tuple[Trial, ...]:
    """Split outcomes once per seed.

    Parameters
    ----------
    pairs : DataFrame
        Outcomes; see ``models.evaluation.pairs.coded``.
    reference : DataFrame
        Pairs without outcomes; only the features are read. May be empty.
    split : {'cooperative', 'district', 'offer', 'time'}
    seeds : sequence of int
    features : sequence of str, optional
        By default the catalogue's pair features.
    """
    names = list(features or pair_features())
    (whole,) = coded([pairs], names)
    shown = (
        reference[names].to_numpy(dtype=np.float64, na_value=np.nan)
        if len(reference)
        else np.zeros((0, len(names)))
    )
    keys = whole.days if split == "time" else pairs[_KEYS.get(split, "cooperative_id")].astype(str).to_numpy()
    found = []
    for seed in seeds:
        parts = splits_of(split, keys, seed)
        found.append(Trial(seed, whole.rows(parts.learn), whole.rows(parts.held), shown))
    return tuple(found)


def first_outcomes(learn: Pairs, count: int, seed: int) -> Pairs:
    """Draw so many outcomes, the same for every peer and part of every larger draw, in time's order.

    Examples
    --------
    >>> frame = pd.DataFrame(
    ...     {
    ...         "cooperative_id": list("abc"),
    ...         "offer_id": "x",
    ...         "label": [1, 0, 1],
    ...         "prior_logit": 0.0,
    ...         "size": 1.0,
    ...     }
    ... )
    >>> len(first_outcomes(coded([frame], ["size"])[0], 2, seed=0))
    2
    """
    if count >= len(learn):
        return learn
    chosen = np.random.default_rng((seed, 5)).permutation(len(learn))[:count]
    return learn.rows(np.sort(chosen))


def sizes_for(trials: Sequence[Trial], sizes: Sequence[int] = SIZES) -> tuple[int, ...]:
    """Return the sizes that every run can show, and the largest that every run has.

    Examples
    --------
    >>> sizes_for([])
    ()
    """
    most = min((len(trial.learn) for trial in trials), default=0)
    if most == 0:
        return ()
    return (*(size for size in sizes if size < most), most)
