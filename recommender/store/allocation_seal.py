"""What stands for the content of a city-wide plan: hashes, nothing else."""

from hashlib import sha256

__all__ = ["allocation_name", "allocation_seal"]

_DIGITS = 12


def allocation_name(content: bytes) -> str:
    """Name a plan by its content: the same content, the same name, whoever made it and when.

    Examples
    --------
    >>> allocation_name(b"")
    'rencana-e3b0c44298fc'
    """
    return f"rencana-{sha256(content).hexdigest()[:_DIGITS]}"


def allocation_seal(made_at: str, author: str, content: bytes) -> bytes:
    """Digest a plan with its time and author; the lengths keep one part from running into the next.

    Parameters
    ----------
    made_at : str
        As ``instant_text`` writes it.
    author : str
    content : bytes

    Returns
    -------
    bytes
        32 bytes (SHA-256).
    """
    digest = sha256()
    for part in (made_at.encode(), author.encode(), content):
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.digest()
