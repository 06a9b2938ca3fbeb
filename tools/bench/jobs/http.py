"""Suggestions over HTTP against a bare FastAPI app that returns the same bytes."""

import http.client
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from fastapi import FastAPI, Response

from recommender.settings import Settings
from recommender.workspace import init_workspace
from tools.bench.report import Result
from tools.bench.timing import best_seconds

__all__ = ["bare_app", "suggestions_again"]

_ADDRESS = "/api/v1/cooperatives/kkmp-3673011007/suggestions"
_REQUESTS = 400
_BODY_FILE = "SANDING_BENCH_BODY"
_PATIENCE_SECONDS = 60.0


def bare_app() -> FastAPI:
    """Return an app with one route that returns the bytes of a file, whoever asks."""
    body = Path(os.environ[_BODY_FILE]).read_bytes()
    app = FastAPI()

    @app.get("/api/v1/cooperatives/{cooperative_id}/suggestions")
    async def suggestions(cooperative_id: str) -> Response:
        return Response(body, media_type="application/json", headers={"X-Asked": cooperative_id})

    return app


def suggestions_again() -> Result:
    """Measure one cooperative's suggestions, asked again while nothing has changed.

    Both servers are uvicorn in a process of its own, asked over one kept connection. The store is asked
    each time whether it has changed.
    """
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(home=Path(folder))
        init_workspace(settings, sample="serang").close()
        body = Path(folder) / "body.json"
        with _served("api.app:served_app", SANDING_HOME=folder) as port:
            body.write_bytes(_ask(port, 1))
            ours = best_seconds(lambda: _ask(port, _REQUESTS)) / _REQUESTS
        with _served("tools.bench.jobs.http:bare_app", **{_BODY_FILE: str(body)}) as port:
            floor = best_seconds(lambda: _ask(port, _REQUESTS)) / _REQUESTS
        size = body.stat().st_size
    return Result(
        name=f"http: suggestions again, {size} bytes",
        ours_seconds=ours,
        floor_seconds=floor,
        note="a bare FastAPI route returning the same bytes",
    )


def _ask(port: int, requests: int) -> bytes:
    body = b""
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=_PATIENCE_SECONDS)) as connection:
        for _ in range(requests):
            connection.request("GET", _ADDRESS)
            body = connection.getresponse().read()
    return body


@contextmanager
def _served(factory: str, **environment: str) -> Iterator[int]:
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "uvicorn", factory, "--factory", "--port", str(port)]
    process = subprocess.Popen(
        [*command, "--log-level", "warning"], env={**os.environ, **environment, "SANDING_DATABASE_URL": ""}
    )
    try:
        _wait_for(port)
        yield port
    finally:
        process.terminate()
        process.wait()


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)
        else:
            return
