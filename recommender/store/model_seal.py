"""What stands for the content of a model: hashes, nothing else."""

from hashlib import sha256

__all__ = ["model_seal", "model_version"]

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
