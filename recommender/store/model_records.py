"""The records of learned models that cross the store's border."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

__all__ = [
    "MOST_MANIFEST_BYTES",
    "MOST_PAYLOAD_BYTES",
    "Promotion",
    "PromotionKind",
    "PromotionLog",
    "StoredModel",
]

PromotionKind = Literal["promote", "rollback"]

MOST_PAYLOAD_BYTES = 64 * 2**20
"""A larger payload is neither written nor read."""
MOST_MANIFEST_BYTES = 256 * 2**10
"""A larger manifest is neither written nor read."""


@dataclass(frozen=True, slots=True)
class StoredModel:
    """A model as bytes; nothing in it has been parsed or checked.

    Attributes
    ----------
    version : str
        Such as ``fit-3f2a90c1d2e4``: the first digits of the payload's SHA-256.
    seal : bytes
        SHA-256 over manifest and payload, 32 bytes.
    manifest : bytes
        JSON.
    payload : bytes
        The arrays.
    """

    version: str
    seal: bytes
    manifest: bytes
    payload: bytes


@dataclass(frozen=True, slots=True)
class Promotion:
    """One change of the model that answers; ``None`` as a version is the expert's prior.

    Attributes
    ----------
    number : int
        Counted from 1.
    made_at : datetime
        With a time zone.
    author, why : str
        Who decided it, for which reason.
    kind : {'promote', 'rollback'}
    from_version, to_version : str or None
    seal : str or None
        Of the model it leads to, 64 hexadecimal digits; ``None`` for the prior.
    """

    number: int
    made_at: datetime
    author: str
    why: str
    kind: PromotionKind
    from_version: str | None
    to_version: str | None
    seal: str | None


@dataclass(frozen=True, slots=True)
class PromotionLog:
    """Every promotion that can be trusted, oldest first.

    ``broken_at`` is the number of the first one that is not as it was written, ``None`` when all are; it
    and all after it are left out.
    """

    promotions: tuple[Promotion, ...]
    broken_at: int | None

    @property
    def newest(self) -> int:
        """The number of the newest promotion; 0 when there is none."""
        return self.promotions[-1].number if self.promotions else 0

    @property
    def target(self) -> str | None:
        """The version that the newest promotion leads to; ``None`` is the prior."""
        return self.promotions[-1].to_version if self.promotions else None
