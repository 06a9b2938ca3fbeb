"""The product's server in a process of its own, for measurements, pictures and tests."""

import datetime as dt
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager

from fastapi import FastAPI

from api.app import create_app
from recommender.settings import Settings

__all__ = ["DATED_APP", "NOW", "dated_app", "dated_clock", "served"]

NOW = dt.datetime(2026, 11, 21, 3, 0, tzinfo=dt.UTC)
"""21 November 2026 in Jakarta: the day the sample was put together."""

DATED_APP = "tools.serving:dated_app"
"""The factory of an app that lives on that day, as a server takes it."""

_PATIENCE_SECONDS = 60.0


def dated_clock() -> dt.datetime:
    """Return the day of the sample, whatever day it is."""
    return NOW


def dated_app() -> FastAPI:
    """Return the app with the settings of the environment, on the day of the sample."""
    return create_app(Settings(), clock=dated_clock)


@contextmanager
def served(factory: str, **environment: str) -> Iterator[int]:
    """Serve an app on a free port of this machine, and stop it afterwards.

    Parameters
    ----------
    factory : str
        ``module:function``, a function without arguments that returns the app.
    **environment : str
        Variables set for the process beside those of this one.

    Yields
    ------
    int
        The port; the server answers when it is given.

    Raises
    ------
    OSError
        When the server does not come up within a minute.
    """
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "uvicorn", factory, "--factory", "--port", str(port)]
    process = subprocess.Popen(
        [*command, "--log-level", "warning"], env={**os.environ, "SANDING_DATABASE_URL": "", **environment}
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
