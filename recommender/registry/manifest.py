"""What is known of a model beside its arrays: one JSON text, of which every letter counts."""

import datetime as dt
import json
from hashlib import sha256
from typing import Any

from pydantic import AwareDatetime, BaseModel, ConfigDict, ValidationError

from recommender.registry import sentences

__all__ = ["FORMAT", "OF_TODAY", "GateFinding", "Manifest", "TrainingFacts", "read_manifest"]

FORMAT = 1
"""How manifest and arrays are written; a program reads its own format only."""
OF_TODAY = "outcomes_of_today"
"""The figure that counts the outcomes which speak of today."""

_STRICT = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)


class GateFinding(BaseModel):
    """One sentence of the gate; ``passed`` says whether it speaks for the model."""

    model_config = _STRICT

    passed: bool
    message_id: str
    message_en: str


class TrainingFacts(BaseModel):
    """How a model came about.

    Attributes
    ----------
    trained_at : datetime
        With a time zone.
    at : date
        The day the snapshot speaks of.
    author : str
        Who trained it.
    seed : int
    outcome_count : int
        Labelled pairs learned from.
    snapshot_sha256 : str
        Of the pairs it learned from, 64 hexadecimal digits.
    code_version : str
        Of the program that trained it.
    beliefs_digest : str
        Of the experts' beliefs it departs from.
    passed : bool
        Whether the gate let it through on the day of its training.
    findings : tuple of GateFinding
        What the gate found, for it and against it.
    figures : dict of str to float or None
        Out-of-sample figures; ``None`` where nothing could be measured. ``OF_TODAY``: as many of the outcomes
        as speak of today.
    """

    model_config = _STRICT

    trained_at: AwareDatetime
    at: dt.date
    author: str
    seed: int
    outcome_count: int
    snapshot_sha256: str
    code_version: str
    beliefs_digest: str
    passed: bool
    findings: tuple[GateFinding, ...]
    figures: dict[str, float | None]


class Manifest(BaseModel):
    """A model's manifest.

    Attributes
    ----------
    format : int
        ``FORMAT`` of the program that wrote it.
    version : str
    payload_sha256 : str
        Of the arrays, 64 hexadecimal digits.
    layout : dict of str to (str, tuple of int)
        Dtype and shape of each array by name.
    features : tuple of str
        The pair features it asks for, in its own order.
    facts : TrainingFacts
    """

    model_config = _STRICT

    format: int
    version: str
    payload_sha256: str
    layout: dict[str, tuple[str, tuple[int, ...]]]
    features: tuple[str, ...]
    facts: TrainingFacts

    def to_bytes(self) -> bytes:
        """Write it as JSON; the same content gives the same bytes."""
        content = self.model_dump(mode="json")
        return json.dumps(
            content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
        ).encode()

    def describes(self, payload: bytes) -> bool:
        """Tell whether these are the bytes it was written for."""
        return self.payload_sha256 == sha256(payload).hexdigest()


def read_manifest(text: bytes) -> Manifest:
    """Read what ``Manifest.to_bytes`` wrote.

    Raises
    ------
    RefusedError
        When it is of another format (both are named), lacks or adds anything, or is written otherwise.
    """
    try:
        content: Any = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise sentences.manifest_broken() from error
    written = content.get("format") if isinstance(content, dict) else None
    if type(written) is not int:
        raise sentences.manifest_broken()
    if written != FORMAT:
        raise sentences.format_unknown(written, FORMAT)
    try:
        manifest = Manifest.model_validate_json(text)
    except ValidationError as error:
        raise sentences.manifest_broken() from error
    if manifest.to_bytes() != text:
        raise sentences.manifest_broken()
    return manifest
