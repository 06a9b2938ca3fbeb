"""The scikit-learn shape shared by the parts of the profile: columns in, columns out, nothing learned."""

from collections.abc import Mapping, Sequence
from typing import ClassVar, Self

import numpy as np
import numpy.typing as npt
import pandas as pd
from sklearn.base import BaseEstimator, TransformerMixin

from features.errors import FrameError

__all__ = ["Floats", "ProfilePart"]

Floats = npt.NDArray[np.float64]


class ProfilePart(TransformerMixin, BaseEstimator):
    """One part of the profile: declares what it reads and writes, and computes it column by column.

    Subclasses set ``inputs`` and ``outputs`` and write ``_compute``. Unknown in gives unknown out: NaN is
    carried through, never replaced. There is nothing to fit; ``fit`` only checks the frame.
    """

    inputs: ClassVar[tuple[str, ...]] = ()
    outputs: ClassVar[tuple[str, ...]] = ()

    def fit(self, X: pd.DataFrame, y: object = None) -> Self:  # noqa: ARG002 - scikit-learn's signature
        """Check that the frame holds the inputs; learn nothing.

        Parameters
        ----------
        X : DataFrame of shape (n_cooperatives, n_columns)
            Placed cooperatives.
        y : ignored

        Raises
        ------
        FrameError
            When an input column is missing.
        """
        missing = [name for name in self.inputs if name not in X.columns]
        if missing:
            names = ", ".join(missing)
            raise FrameError(
                f"Kolom {names} tidak ada pada data koperasi.",
                f"The cooperatives' frame lacks the columns {names}.",
            )
        self.feature_names_in_ = np.array(self.inputs, dtype=object)
        self.n_features_in_ = len(self.inputs)
        return self

    def transform(self, X: pd.DataFrame) -> pd.DataFrame:
        """Compute the outputs.

        Parameters
        ----------
        X : DataFrame of shape (n_cooperatives, n_columns)
            Placed cooperatives.

        Returns
        -------
        DataFrame of shape (n_cooperatives, n_outputs)
            float64; NaN where an input that matters is unknown.
        """
        arrays = {name: X[name].to_numpy(dtype=np.float64) for name in self.inputs}
        result = self._compute(arrays)
        return pd.DataFrame({name: result[name] for name in self.outputs}, index=X.index)

    def get_feature_names_out(self, input_features: Sequence[str] | None = None) -> npt.NDArray[np.object_]:  # noqa: ARG002 - scikit-learn's signature
        """Return the names of the outputs."""
        return np.array(self.outputs, dtype=object)

    def _compute(self, columns: Mapping[str, Floats]) -> Mapping[str, Floats]:
        raise NotImplementedError

    def __sklearn_is_fitted__(self) -> bool:
        """Nothing is learned, so the part is always ready."""
        return True
