"""What nobody foresaw becomes a plain 500 with a request id; the log has the rest."""

import logging
from collections.abc import Callable

from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["Unforeseen"]

Refuse = Callable[[Scope, str], Response]
_LOGGER = logging.getLogger("sanding.http")


class Unforeseen:
    """Catches what no handler caught; the answer says nothing of the cause.

    Parameters
    ----------
    app : ASGI application
    refuse : callable
        Makes the answer for ``internal``.
    """

    def __init__(self, app: ASGIApp, refuse: Refuse) -> None:
        self._app = app
        self._refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = False

        async def watched(message: Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self._app(scope, receive, watched)
        except Exception:
            request_id = scope.get("state", {}).get("request_id", "-")
            _LOGGER.exception("request %s failed: %s %s", request_id, scope["method"], scope["path"])
            if started:
                raise
            await self._refuse(scope, "internal")(scope, receive, send)
