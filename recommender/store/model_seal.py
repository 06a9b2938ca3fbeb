"""What stands for the content of a model, and for the log of promotions: hashes, nothing else."""

import json
from collections.abc import Mapping
from hashlib import sha256

__all__ = ["model_seal", "model_version", "next_promotion_digest"]

_DIGITS = 12


def model_version(payload: bytes) -> str:
    """Name a model by its arrays: the same arrays, the same name, whoever trained it and when.

    Examples
    --------
    >>> model_version(b"")
    'fit-e3b0c44298fc'
    """
    return f"fit-{sha256(payload).hexdigest()[:_DIGITS]}"


def model_seal(manifest: bytes, payload: bytes) -> bytes:
    """Digest manifest and payload together; the length keeps one from running into the other.

    Returns
    -------
    bytes
        32 bytes (SHA-256).
    """
    digest = sha256(len(manifest).to_bytes(8, "big"))
    digest.update(manifest)
    digest.update(payload)
    return digest.digest()


def next_promotion_digest(before: str, row: Mapping[str, object]) -> str:
    """Chain one promotion to those before it; who and why count, unlike in revisions.

    Parameters
    ----------
    before : str
        The digest of the promotion before, 64 hexadecimal digits; ``FIRST_DIGEST`` for none.
    row : mapping of str to object
        What the log's row holds, its digest left out.
    """
    text = json.dumps([before, sorted(row.items())], ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()
