"""The five parts of the profile side by side."""

import pandas as pd
from sklearn.pipeline import FeatureUnion

from features.profile.capacity import Capacity
from features.profile.documents import Documents
from features.profile.location import Location
from features.profile.membership import Membership
from features.profile.surroundings import Surroundings

__all__ = ["PROFILE_COLUMNS", "profile", "profiler"]

PROFILE_COLUMNS: tuple[str, ...] = (
    *Location.outputs,
    *Documents.outputs,
    *Membership.outputs,
    *Capacity.outputs,
    *Surroundings.outputs,
)


def profiler() -> FeatureUnion:
    """Return the unfitted pipeline: placed cooperatives in, profile columns out, as a pandas frame.

    Examples
    --------
    >>> [name for name, _ in profiler().transformer_list]
    ['location', 'documents', 'membership', 'capacity', 'surroundings']
    """
    union = FeatureUnion(
        [
            ("location", Location()),
            ("documents", Documents()),
            ("membership", Membership()),
            ("capacity", Capacity()),
            ("surroundings", Surroundings()),
        ],
        verbose_feature_names_out=False,
    )
    return union.set_output(transform="pandas")


def profile(placed: pd.DataFrame) -> pd.DataFrame:
    """Compute the profile of placed cooperatives.

    Parameters
    ----------
    placed : DataFrame of shape (n_cooperatives, n_columns)
        The result of ``features.profile.place.placed``, or of ``references.filled`` on it.

    Returns
    -------
    DataFrame of shape (n_cooperatives, n_profile_columns)
        Columns as in ``PROFILE_COLUMNS``; NaN is unknown.
    """
    result: pd.DataFrame = profiler().fit(placed).transform(placed)
    return result
