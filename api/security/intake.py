"""How much may be sent: short addresses, small bodies, nothing compressed."""

from collections.abc import Callable

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["MAX_ADDRESS_BYTES", "MAX_BODY_BYTES", "MAX_UPLOAD_BYTES", "Intake"]

MAX_BODY_BYTES = 1024 * 1024
MAX_UPLOAD_BYTES = 10 * 1024 * 1024
MAX_ADDRESS_BYTES = 8 * 1024

# The one address that takes files, and what a form adds around a file.
_TAKES_FILES = "/impor"
_FORM_BYTES = 64 * 1024

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
        await self._app(scope, _counted(receive, _most_bytes(scope)), send)


def _fault(scope: Scope) -> str | None:
    if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > MAX_ADDRESS_BYTES:
        return "address_too_long"
    headers = Headers(scope=scope)
    length = headers.get("content-length", "0")
    if not length.isascii() or not length.isdigit() or int(length[:20]) > _most_bytes(scope):
        return "file_too_large" if scope["path"] == _TAKES_FILES else "body_too_large"
    if headers.get("content-encoding", "identity").lower() != "identity":
        return "content_encoding"
    return None


def _most_bytes(scope: Scope) -> int:
    takes_files = scope["path"] == _TAKES_FILES and scope["method"] == "POST"
    return MAX_UPLOAD_BYTES + _FORM_BYTES if takes_files else MAX_BODY_BYTES


def _counted(receive: Receive, most: int) -> Receive:
    # a body without a stated length is measured while it arrives
    total = 0

    async def counted() -> Message:
        nonlocal total
        message = await receive()
        total += len(message.get("body", b""))
        if total > most:
            raise HTTPException(413)
        return message

    return counted
