"""What is written about learned models: a version that stays as it is, and the next row of the log."""

from datetime import datetime

from sqlalchemy import Connection, Engine

from recommender.store import model_sentences
from recommender.store.model_check import is_whole
from recommender.store.model_records import MOST_PAYLOAD_BYTES, Promotion, PromotionKind, StoredModel
from recommender.store.model_seal import model_seal, model_version
from recommender.store.models import add_model, find_model, fits, remove_model
from recommender.store.place import Place
from recommender.store.promotions import add_promotion, promotion_log
from recommender.store.writing import writing

__all__ = ["ModelWrites"]


class ModelWrites:
    """The writing part of a store; ``Store`` has the connections."""

    _engine: Engine
    _place: Place

    def register_model(self, manifest: bytes, payload: bytes, *, made_at: datetime) -> StoredModel:
        """Keep a model; the same arrays again change nothing, and the manifest that was first stays.

        Only one that is damaged gives way.

        Parameters
        ----------
        manifest : bytes
            JSON.
        payload : bytes
            The arrays.
        made_at : datetime
            The time to record; with a time zone.

        Returns
        -------
        StoredModel
            As it stands in the store.

        Raises
        ------
        RefusedError
            When it is too large.
        """
        if not fits(len(manifest), len(payload)):
            raise model_sentences.too_large(MOST_PAYLOAD_BYTES)
        model = StoredModel(model_version(payload), model_seal(manifest, payload), manifest, payload)
        with writing(self._engine, self._place) as connection:
            there = find_model(connection, model.version)
            if there is not None and is_whole(there):
                return there
            if there is not None:
                remove_model(connection, model.version)
            add_model(connection, model, made_at)
        return model

    def promote_model(
        self,
        to_version: str | None,
        kind: PromotionKind,
        *,
        after: int,
        author: str,
        why: str,
        made_at: datetime,
    ) -> Promotion:
        """Write down that another model answers from now on.

        Parameters
        ----------
        to_version : str or None
            ``None`` is the expert's prior.
        kind : {'promote', 'rollback'}
        after : int
            The number of the newest promotion that the decision was made on; 0 for none.
        author, why : str
            Who decides it, for which reason.
        made_at : datetime
            The time to record; with a time zone.

        Raises
        ------
        NotFoundError
            When there is no such version.
        RefusedError
            When the log has moved on since, or is not as it was written.
        """
        with writing(self._engine, self._place) as connection:
            log = promotion_log(connection)
            if log.broken_at is not None:
                raise model_sentences.log_broken(log.broken_at)
            if log.newest != after:
                raise model_sentences.log_moved_on()
            to = to_version, _seal_of(connection, to_version)
            return add_promotion(connection, to, kind, author=author, why=why, made_at=made_at)


def _seal_of(connection: Connection, version: str | None) -> str | None:
    if version is None:
        return None
    model = find_model(connection, version)
    if model is None:
        raise model_sentences.version_unknown(version)
    return model.seal.hex()
