"""The headers of every answer, errors and files included, and its request id."""

import os

from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["CONTENT_SECURITY_POLICY", "SecurityHeaders"]

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'"
)

_FIXED = (
    (b"content-security-policy", CONTENT_SECURITY_POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    # not no-referrer: browsers would then send "Origin: null" with our own forms
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
)
_KEEP_FRESH = (b"cache-control", b"private, no-cache")
_KEEP_NOTHING = (b"cache-control", b"no-store")
_VARY = (b"vary", b"Accept-Language")
_FIRST_ERROR = 400


class SecurityHeaders:
    """Adds the headers and a request id; answers ``HEAD`` as ``GET`` without its body.

    Parameters
    ----------
    app : ASGI application
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request_id = os.urandom(8).hex()
        scope.setdefault("state", {})["request_id"] = request_id
        bare = scope["method"] == "HEAD"
        inner = {**scope, "method": "GET"} if bare else scope

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = _completed(message, request_id.encode())
            elif bare and message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        await self._app(inner, receive, send_with_headers)


def _completed(message: Message, request_id: bytes) -> list[tuple[bytes, bytes]]:
    headers = [*message.get("headers", ()), *_FIXED, (b"x-request-id", request_id)]
    names = {name for name, _ in headers}
    if message["status"] >= _FIRST_ERROR:
        headers.append(_KEEP_NOTHING)
    elif b"cache-control" not in names:
        headers.append(_KEEP_FRESH)
    if b"vary" not in names:
        headers.append(_VARY)
    return headers
