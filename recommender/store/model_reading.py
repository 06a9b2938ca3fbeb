"""What may be asked of the store about learned models: versions, bytes, the log of promotions."""

from abc import ABC, abstractmethod
from contextlib import AbstractContextManager

from sqlalchemy import Connection

from recommender.store.model_records import PromotionLog, StoredModel
from recommender.store.models import find_model, model_versions
from recommender.store.promotions import newest_promotion, promotion_log

__all__ = ["ModelReads"]


class ModelReads(ABC):
    """Questions about learned models; nothing is parsed here."""

    @abstractmethod
    def _reading(self) -> AbstractContextManager[Connection]:
        """Give a connection inside a reading transaction."""

    def model_versions(self) -> list[str]:
        """Return every registered version, oldest first."""
        with self._reading() as connection:
            return model_versions(connection)

    def stored_model(self, version: str) -> StoredModel | None:
        """Return a version as bytes, or ``None``.

        One that is larger than any of ours is not read: its bytes are empty, so that no seal fits them.
        """
        with self._reading() as connection:
            return find_model(connection, version)

    def promotion_log(self) -> PromotionLog:
        """Return every promotion that is as it was written."""
        with self._reading() as connection:
            return promotion_log(connection)

    def newest_promotion(self) -> int:
        """Return the number of the newest promotion, 0 for none; cheap enough to ask at each request."""
        with self._reading() as connection:
            return newest_promotion(connection)
