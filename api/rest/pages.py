"""Lists in parts: a page of rows and the cursor to the next one."""

import base64
import binascii
import hashlib
import hmac
import json
from collections.abc import Sequence
from typing import Annotated, TypeVar

from fastapi import Depends, Query, Request

from api.problems import FieldFault, ProblemError
from api.rest.validation import faults_problem

__all__ = ["Cursor", "Pager"]

Item = TypeVar("Item")
_LONGEST = 400


class Pager:
    """Cuts lists into pages and signs the cursors between them.

    A cursor belongs to its list and filters; a changed or foreign one is refused. It holds the last id
    shown, so rows that come or go in between are neither repeated nor skipped.

    Parameters
    ----------
    secret : str or None
        The installation's secret key. Without one the signature still finds mistyped cursors, and a forged
        one could do no more than start the list elsewhere.
    """

    def __init__(self, secret: str | None, request: Request, cursor: str | None) -> None:
        self._secret = (secret or "sanding").encode()
        names = sorted(
            pair for pair in request.query_params.multi_items() if pair[0] not in {"cursor", "limit"}
        )
        self._list = json.dumps([request.scope["path"], names])
        self._after = None if cursor is None else self._read(cursor)

    def page(self, items: Sequence[Item], ids: Sequence[str], limit: int) -> tuple[list[Item], str | None]:
        """Return one page of a list sorted by id, and the cursor to the next page or ``None``."""
        after = self._after
        left = [place for place, one in enumerate(ids) if after is None or one > after]
        shown = left[:limit]
        more = len(left) > limit
        return [items[place] for place in shown], self._write(ids[shown[-1]]) if more else None

    def _write(self, last_id: str) -> str:
        payload = last_id.encode()
        return base64.urlsafe_b64encode(self._signature(payload) + payload).decode().rstrip("=")

    def _read(self, cursor: str) -> str:
        try:
            raw = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
            signature, payload = raw[:16], raw[16:]
            if hmac.compare_digest(signature, self._signature(payload)):
                return payload.decode()
        except (binascii.Error, ValueError):
            pass
        fault = FieldFault(
            "query.cursor",
            "cursor_unknown",
            "Pakai next_cursor persis seperti yang diterima, dengan saringan yang sama.",
            "Use next_cursor exactly as received, with the same filters.",
        )
        raise ProblemError(faults_problem([fault]))

    def _signature(self, payload: bytes) -> bytes:
        return hmac.digest(self._secret, self._list.encode() + b"\0" + payload, hashlib.sha256)[:16]


async def _pager(
    request: Request,
    cursor: Annotated[
        str | None,
        Query(
            description="`next_cursor` of the page before; the other parameters must be the same.",
            max_length=_LONGEST,
        ),
    ] = None,
) -> Pager:
    secret = request.app.state.settings.secret_key
    return Pager(secret.get_secret_value() if secret else None, request, cursor)


Cursor = Annotated[Pager, Depends(_pager)]
"""Takes ``cursor`` from the address."""
