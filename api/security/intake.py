"""How much may be sent: short addresses, small bodies, nothing compressed."""

from collections.abc import Callable

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["MAX_ADDRESS_BYTES", "MAX_BODY_BYTES", "Intake"]

MAX_BODY_BYTES = 1024 * 1024
MAX_ADDRESS_BYTES = 8 * 1024

Refuse = Callable[[Scope, str], Response]


class Intake:
    """Refuses what is too large before anything reads it.

    Parameters
    ----------
    app : ASGI application
    refuse : callable
        Makes the answer for ``address_too_long``, ``body_too_large`` and ``content_encoding``.
    """

    def __init__(self, app: ASGIApp, refuse: Refuse) -> None:
        self._app = app
        self._refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        fault = _fault(scope)
        if fault is not None:
            await self._refuse(scope, fault)(scope, receive, send)
            return
        await self._app(scope, _counted(receive), send)


def _fault(scope: Scope) -> str | None:
    if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > MAX_ADDRESS_BYTES:
        return "address_too_long"
    headers = Headers(scope=scope)
    length = headers.get("content-length", "0")
    if not length.isascii() or not length.isdigit() or int(length[:20]) > MAX_BODY_BYTES:
        return "body_too_large"
    if headers.get("content-encoding", "identity").lower() != "identity":
        return "content_encoding"
    return None


def _counted(receive: Receive) -> Receive:
    # a body without a stated length is measured while it arrives
    total = 0

    async def counted() -> Message:
        nonlocal total
        message = await receive()
        total += len(message.get("body", b""))
        if total > MAX_BODY_BYTES:
            raise HTTPException(413)
        return message

    return counted
