"""Answers over HTTP against a bare FastAPI app that returns the same bytes."""

import http.client
import os
import tempfile
from contextlib import closing
from pathlib import Path

from fastapi import FastAPI, Response

from recommender.settings import Settings
from recommender.workspace import init_workspace
from tools.bench.report import Result
from tools.bench.timing import best_seconds
from tools.serving import served

__all__ = ["bare_app", "page_again", "page_first", "suggestions_again"]

_COOPERATIVE = "kkmp-3673011007"
_SUGGESTIONS = f"/api/v1/cooperatives/{_COOPERATIVE}/suggestions"
_PAGE = f"/koperasi/{_COOPERATIVE}"
_REQUESTS = 400
_BODY_FILE = "SANDING_BENCH_BODY"
_PATIENCE_SECONDS = 60.0


def bare_app() -> FastAPI:
    """Return an app whose only route returns the bytes of a file, whatever is asked."""
    body = Path(os.environ[_BODY_FILE]).read_bytes()
    kind = "text/html" if body.lstrip().startswith(b"<") else "application/json"
    app = FastAPI()

    @app.get("/{address:path}")
    async def answer(address: str) -> Response:
        return Response(body, media_type=kind, headers={"X-Asked": address})

    return app


def suggestions_again() -> Result:
    """Measure one cooperative's suggestions, asked again while nothing has changed.

    Both servers are uvicorn in a process of its own, asked over one kept connection. The store is asked
    each time whether it has changed.
    """
    return _compared("suggestions again", _SUGGESTIONS)


def page_again() -> Result:
    """Measure one cooperative's page, asked again while nothing has changed."""
    return _compared("page again", _PAGE)


def page_first() -> Result:
    """Measure one cooperative's page made anew: each request has an address not asked before."""
    return _compared("page made anew", _PAGE, requests=20, anew=True)


def _compared(name: str, address: str, *, requests: int = _REQUESTS, anew: bool = False) -> Result:
    addresses = _Addresses(address, anew=anew)
    with tempfile.TemporaryDirectory() as folder:
        init_workspace(Settings(home=Path(folder)), sample="serang").close()
        body = Path(folder) / "body"
        with served("api.app:served_app", SANDING_HOME=folder) as port:
            body.write_bytes(_ask(port, addresses, 1))
            ours = best_seconds(lambda: _ask(port, addresses, requests)) / requests
        with served("tools.bench.jobs.http:bare_app", **{_BODY_FILE: str(body)}) as port:
            floor = best_seconds(lambda: _ask(port, addresses, requests)) / requests
        size = body.stat().st_size
    return Result(
        name=f"http: {name}, {size} bytes",
        ours_seconds=ours,
        floor_seconds=floor,
        note="a bare FastAPI route returning the same bytes",
    )


class _Addresses:
    """One address again and again, or with a number that makes each a new one."""

    def __init__(self, address: str, *, anew: bool) -> None:
        self._address, self._anew, self._count = address, anew, 0

    def next(self) -> str:
        self._count += 1
        return f"{self._address}?n={self._count}" if self._anew else self._address


def _ask(port: int, addresses: _Addresses, requests: int) -> bytes:
    body = b""
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=_PATIENCE_SECONDS)) as connection:
        for _ in range(requests):
            address = addresses.next()
            connection.request("GET", address)
            answer = connection.getresponse()
            body = answer.read()
            if answer.status != http.client.OK:
                sentence = f"{address} was answered with {answer.status}"
                raise http.client.HTTPException(sentence)
    return body
