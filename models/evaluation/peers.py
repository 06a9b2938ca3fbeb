"""The models that are compared, by name, with what readers call them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from models.evaluation.boosted import fit_hist, fit_lambdarank, fit_lightgbm
from models.evaluation.forecasts import Fitted
from models.evaluation.logistic import fit_logistic
from models.evaluation.ours import fit_ours
from models.evaluation.pairs import Pairs
from models.evaluation.simple import fit_platt, fit_popularity, fit_prior

__all__ = ["OURS", "PEERS", "PRIOR", "Peer"]

Fit = Callable[[Pairs, npt.NDArray[np.float64], int], Fitted]

OURS = "ours"
PRIOR = "prior"


@dataclass(frozen=True, slots=True)
class Peer:
    """One model: ``fit`` takes outcomes, pairs without outcomes, and a seed, and returns what forecasts."""

    name: str
    label_id: str
    label_en: str
    fit: Fit


_ALL = (
    Peer(OURS, "Sanding", "Sanding", fit_ours),
    Peer(PRIOR, "Keyakinan ahli", "Experts' belief", fit_prior),
    Peer("platt", "Keyakinan + Platt", "Belief + Platt", fit_platt),
    Peer("popularity", "Popularitas tawaran", "Offer popularity", fit_popularity),
    Peer("logistic", "Regresi logistik", "Logistic regression", fit_logistic),
    Peer("hist", "HistGradientBoosting", "HistGradientBoosting", fit_hist),
    Peer("lightgbm", "LightGBM", "LightGBM", fit_lightgbm),
    Peer("lambdarank", "LambdaRank", "LambdaRank", fit_lambdarank),
)
PEERS: Mapping[str, Peer] = MappingProxyType({peer.name: peer for peer in _ALL})
