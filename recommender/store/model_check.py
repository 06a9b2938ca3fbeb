"""Are learned models and the log of their promotions still what was written?"""

import json
from collections.abc import Iterator

from sqlalchemy import Connection

from recommender.store.model_records import StoredModel
from recommender.store.model_seal import model_seal, model_version
from recommender.store.models import find_model, model_versions
from recommender.store.promotions import promotion_log
from recommender.store.records import Finding

__all__ = ["is_whole", "model_findings"]


def model_findings(connection: Connection) -> Iterator[Finding]:
    """Yield what is wrong with models, by age, then with the log.

    Looks at the seal over manifest and arrays, at the version that follows from the arrays, at the
    manifest (JSON that names the version), at the chain of promotions, and whether the newest promotion
    of each version leads to the model that stands there now.
    """
    seals: dict[str, str | None] = {}
    for version in model_versions(connection):
        model = find_model(connection, version)
        if model is None or not is_whole(model):
            yield _damaged(version)
            seals[version] = None
        else:
            seals[version] = model.seal.hex()
    log = promotion_log(connection)
    if log.broken_at is not None:
        yield _broken(log.broken_at)
    newest = {one.to_version: one for one in log.promotions}
    for target, promotion in newest.items():
        if target is not None and target not in seals:
            yield _lost(target)
        elif target is not None and seals[target] not in {None, promotion.seal}:
            yield _exchanged(target, promotion.number)


def is_whole(model: StoredModel) -> bool:
    """Tell whether a model's bytes are those that were registered under its version."""
    if model.seal != model_seal(model.manifest, model.payload):
        return False
    if model.version != model_version(model.payload):
        return False
    try:
        manifest = json.loads(model.manifest)
    except (ValueError, RecursionError):
        return False
    return isinstance(manifest, dict) and manifest.get("version") == model.version


def _damaged(version: str) -> Finding:
    return Finding(
        "damaged_model",
        f"Model {version} rusak dan tidak dipakai. Latih ulang dengan `sanding train`, atau pulihkan "
        "cadangan terakhir.",
        f"Model {version} is damaged and is not used. Train again with `sanding train`, or bring back the "
        "last backup copy.",
    )


def _broken(number: int) -> Finding:
    return Finding(
        "broken_promotions",
        f"Catatan promosi nomor {number} tidak lagi seperti saat ditulis; yang sebelumnya tetap berlaku. "
        "Pulihkan cadangan terakhir.",
        f"Promotion {number} in the log is not as it was written; those before it hold. Bring back the "
        "last backup copy.",
    )


def _exchanged(version: str, number: int) -> Finding:
    return Finding(
        "exchanged_model",
        f"Model {version} bukan lagi yang dipromosikan (catatan nomor {number}) dan tidak dipakai. "
        "Pulihkan cadangan terakhir.",
        f"Model {version} is not the one that was promoted (log number {number}) and is not used. Bring "
        "back the last backup copy.",
    )


def _lost(version: str) -> Finding:
    return Finding(
        "lost_model",
        f"Model {version} pernah dipromosikan, tetapi tidak ada lagi. Pulihkan cadangan terakhir.",
        f"Model {version} was promoted once, but is no longer there. Bring back the last backup copy.",
    )
