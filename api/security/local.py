"""Until accounts exist: the server answers this computer only, under its own names."""

import ipaddress
import re
from collections.abc import Callable
from functools import lru_cache

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

__all__ = ["LocalOnly", "is_known_host", "is_loopback"]

Refuse = Callable[[Scope, str], Response]

# A page of a foreign name that resolves to this computer must not read along (DNS rebinding).
_HOST = re.compile(r"(localhost|127\.0\.0\.1|\[::1\]|testserver)(:\d{1,5})?", re.IGNORECASE)
# What Starlette's test client calls itself; no socket has this address.
_TEST_CLIENT = "testclient"


@lru_cache(maxsize=256)
def is_loopback(host: str | None) -> bool:
    """Tell whether a caller's address is this computer's; an unknown address is not.

    Examples
    --------
    >>> is_loopback("127.0.0.1"), is_loopback("::1"), is_loopback("10.0.0.5"), is_loopback(None)
    (True, True, False, False)
    """
    if host is None:
        return False
    if host == _TEST_CLIENT:
        return True
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    return bool((mapped or address).is_loopback)


def is_known_host(header: str) -> bool:
    """Tell whether a ``Host`` header is one of this computer's own names, any port.

    Examples
    --------
    >>> is_known_host("localhost:8000"), is_known_host("[::1]"), is_known_host("koperasi.example")
    (True, True, False)
    """
    return _HOST.fullmatch(header) is not None


class LocalOnly:
    """Refuses callers from elsewhere and foreign ``Host`` headers; closes websockets.

    Parameters
    ----------
    app : ASGI application
    refuse : callable
        Makes the answer for ``client_not_local`` and ``host_unknown``.
    """

    def __init__(self, app: ASGIApp, refuse: Refuse) -> None:
        self._app = app
        self._refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
            return
        fault = _fault(scope) if scope["type"] == "http" else None
        answer = self._app if fault is None else self._refuse(scope, fault)
        await answer(scope, receive, send)


def _fault(scope: Scope) -> str | None:
    client = scope.get("client")
    if not is_loopback(client[0] if client else None):
        return "client_not_local"
    hosts = Headers(scope=scope).getlist("host")
    return None if len(hosts) == 1 and is_known_host(hosts[0]) else "host_unknown"
