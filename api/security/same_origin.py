"""Forms are taken from this site's own pages only (no forgery from another site)."""

from collections.abc import Callable

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

__all__ = ["SameOrigin", "is_own"]

Refuse = Callable[[Scope, str], Response]

_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_OWN_SITES = frozenset({"same-origin", "none"})
_DEFAULT_PORTS = {"http": ":80", "https": ":443"}
_FOR_PROGRAMS = "/api/"


def is_own(headers: Headers) -> bool | None:
    """Tell whether a request was sent by a page of this site; ``None`` when the headers do not say.

    ``Sec-Fetch-Site`` decides where it is sent; without it, ``Origin`` must be the ``Host``.

    Examples
    --------
    >>> is_own(Headers({"sec-fetch-site": "same-origin"})), is_own(Headers({"sec-fetch-site": "same-site"}))
    (True, False)
    >>> is_own(Headers({"origin": "http://localhost:8000", "host": "localhost:8000"}))
    True
    """
    site, origin = headers.getlist("sec-fetch-site"), headers.getlist("origin")
    if site:
        return len(site) == 1 and site[0].strip().lower() in _OWN_SITES
    if not origin:
        return None
    scheme, _, place = origin[0].strip().lower().partition("://")
    host = headers.get("host", "").lower()
    port = _DEFAULT_PORTS.get(scheme)
    if len(origin) > 1 or port is None or not host:
        return False
    return place.removesuffix(port) == host.removesuffix(port)


class SameOrigin:
    """Refuses what would change something unless a page of this site sent it.

    A program's request says nothing of sites, and no browser leaves both headers out; so below ``/api/``
    a request without them is let through.

    Parameters
    ----------
    app : ASGI application
    refuse : callable
        Makes the answer for ``cross_site``.
    """

    def __init__(self, app: ASGIApp, refuse: Refuse) -> None:
        self._app = app
        self._refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["method"] in _SAFE or self._is_taken(scope):
            await self._app(scope, receive, send)
            return
        await self._refuse(scope, "cross_site")(scope, receive, send)

    @staticmethod
    def _is_taken(scope: Scope) -> bool:
        own = is_own(Headers(scope=scope))
        return own if own is not None else scope["path"].startswith(_FOR_PROGRAMS)
