"""A stored model back: the seal is looked at first, then the manifest, then the arrays."""

from dataclasses import dataclass

from models.errors import ModelError
from models.learning.learned import LearnedModel
from recommender.errors import RefusedError
from recommender.registry import sentences
from recommender.registry.manifest import Manifest, read_manifest
from recommender.registry.packing import unpack
from recommender.store.model_records import StoredModel
from recommender.store.model_seal import model_seal, model_version

__all__ = ["OpenedModel", "opened", "read_sealed"]


@dataclass(frozen=True, slots=True)
class OpenedModel:
    """A model that is whole: what it says of itself, and the tables that score."""

    manifest: Manifest
    model: LearnedModel

    @property
    def version(self) -> str:
        """Its name."""
        return self.manifest.version


def read_sealed(stored: StoredModel, seal: str | None = None) -> Manifest:
    """Return the manifest of a model whose bytes are those that were sealed; arrays are not looked at.

    Parameters
    ----------
    stored : StoredModel
    seal : str, optional
        64 hexadecimal digits: the seal it had when it was promoted.

    Raises
    ------
    RefusedError
        When seal, version or manifest do not belong to these bytes.
    """
    found = model_seal(stored.manifest, stored.payload)
    if stored.seal != found or stored.version != model_version(stored.payload):
        raise sentences.seal_broken()
    if seal is not None and seal != found.hex():
        raise sentences.exchanged()
    manifest = read_manifest(stored.manifest)
    if manifest.version != stored.version or not manifest.describes(stored.payload):
        raise sentences.seal_broken()
    return manifest


def opened(stored: StoredModel, seal: str | None = None) -> OpenedModel:
    """Return a stored model; parameters as in ``read_sealed``.

    Raises
    ------
    RefusedError
        When any part is not as it was sealed, or does not fit the others.
    """
    manifest = read_sealed(stored, seal)
    arrays = unpack(stored.payload, manifest.layout)
    try:
        model = LearnedModel.from_arrays(arrays)
    except ModelError as error:
        raise RefusedError(error.message_id, error.message_en) from error
    except (ArithmeticError, LookupError, TypeError, ValueError) as error:
        # whatever it was that did not fit: nobody may be served by it
        raise sentences.arrays_broken() from error
    if model.features != manifest.features or model.outcome_count != manifest.facts.outcome_count:
        raise sentences.manifest_broken()
    return OpenedModel(manifest, model)
