"""The chained digest: one number that stands for everything ever written."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import sha256

from recommender.store.values import Stored

__all__ = ["FIRST_DIGEST", "next_digest", "next_log_digest", "row_digest"]

FIRST_DIGEST = "0" * 64
"""The digest of a store into which nothing has been written."""

_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=date.isoformat)


def row_digest(table: str, row_key: str, values: Mapping[str, Stored]) -> bytes:
    """Digest the content of one version of a row.

    Only what is known counts, so a column that is added later changes no earlier digest. Neither
    time nor author counts: the same content gives the same digest everywhere.

    Returns
    -------
    bytes
        32 bytes (SHA-256).
    """
    known = {name: value for name, value in values.items() if value is not None}
    return sha256(_ENCODER.encode([table, row_key, known]).encode()).digest()


def next_digest(before: str, rows: Iterable[bytes]) -> str:
    """Chain the rows of one revision to the digest before it.

    Parameters
    ----------
    before : str
        The digest of the revision before, 64 hexadecimal digits.
    rows : iterable of bytes
        ``row_digest`` of each changed row, in the order of table, key and version.

    Examples
    --------
    >>> next_digest(FIRST_DIGEST, [row_digest("partners", "P1", {"name": "Bulog"})])[:12]
    'e7e8a5987dad'
    """
    chained = sha256(bytes.fromhex(before))
    for row in rows:
        chained.update(row)
    return chained.hexdigest()


def next_log_digest(before: str, row: Mapping[str, object]) -> str:
    """Chain one row of a log to those before it; who and why count, unlike in revisions.

    Parameters
    ----------
    before : str
        The digest of the row before, 64 hexadecimal digits; ``FIRST_DIGEST`` for none.
    row : mapping of str to object
        What the log's row holds, its digest left out.
    """
    # what no log was ever given (bytes in the place of a text) has a digest, too: one that does not fit
    text = json.dumps([before, sorted(row.items())], ensure_ascii=False, separators=(",", ":"), default=repr)
    return sha256(text.encode()).hexdigest()
