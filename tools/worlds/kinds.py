"""The worlds there are, and what makes each of them hard."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

__all__ = ["KINDS", "Kind"]


@dataclass(frozen=True, slots=True)
class Kind:
    """How a world differs from a sensible one.

    Attributes
    ----------
    name : str
    missing_share : float
        Of the cooperatives' cells that are blank.
    unseen_sd_logit : float
        Of what no table tells of a cooperative.
    flipped_share : float
        Of the criteria that work the other way round than believed.
    rotation_deg : float
        By how much the weights have turned in the second half of time.
    bought_share : float
        Of the outcomes that are bought successes of one of the worst offers.
    """

    name: str
    missing_share: float = 0.15
    unseen_sd_logit: float = 0.4
    flipped_share: float = 0.0
    rotation_deg: float = 0.0
    bought_share: float = 0.0


_ALL = (
    Kind("sensible"),
    Kind("unseen", missing_share=0.4, unseen_sd_logit=1.2),
    Kind("wrong", flipped_share=0.7),
    Kind("drift", rotation_deg=75.0),
    Kind("stuffed", bought_share=0.02),
)
KINDS: Mapping[str, Kind] = MappingProxyType({kind.name: kind for kind in _ALL})
