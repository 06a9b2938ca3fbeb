"""One record per run of advice, so that every pair can be reconstructed later."""

import datetime as dt
import hashlib
import json

from features.catalog.loader import catalog_digest
from recommender.gathering import Gathered
from recommender.product import code_version
from recommender.store.records import AdviceRun

__all__ = ["advice_run", "model_version"]


def model_version(source: Gathered) -> str:
    """Name the model: the learned one, or the expert's beliefs and a few digits of what they say.

    Examples
    --------
    ``fit-3f2a90c1d2e4``, ``prior-3f2a90c1``
    """
    return source.model_version


def advice_run(source: Gathered, objective: str, *, author: str, made_at: dt.datetime) -> AdviceRun:
    """Describe a run; its id is a hash of content, never of who asked or when.

    Parameters
    ----------
    source : Gathered
    objective : str
    author : str
        Who asked.
    made_at : datetime
        With a time zone.
    """
    content = {
        "at": source.at.isoformat(),
        "catalog": catalog_digest(),
        "code": code_version(),
        "data": source.head.digest,
        "model": model_version(source),
        "beliefs": source.beliefs.digest,
        "objective": objective,
    }
    text = json.dumps(content, sort_keys=True, separators=(",", ":"))
    return AdviceRun(
        recommendation_id="r" + hashlib.sha256(text.encode()).hexdigest()[:24],
        made_at=made_at,
        at_date=source.at,
        author=author,
        objective=objective,
        model_version=model_version(source),
        data_digest=source.head.digest,
        revision_id=source.head.revision_id,
        catalog_digest=catalog_digest(),
        code_version=code_version(),
        note=None,
    )
