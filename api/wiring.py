"""Settings to workspace to request, and answers kept while nothing has changed."""

import datetime as dt
import hashlib
from collections import OrderedDict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from typing import Annotated, Protocol

from fastapi import Depends, FastAPI, Request, Response
from starlette.concurrency import run_in_threadpool

from recommender.freshness import Freshness, State
from recommender.settings import Settings
from recommender.workspace import Workspace, open_workspace

__all__ = ["Clock", "KeptAnswers", "Wired", "opened", "workspace_of"]

Clock = Callable[[], dt.datetime]
Key = tuple[str, str, bytes, str]

_OK = 200


class Caller(Protocol):
    """Who calls, as far as kept answers tell callers apart."""

    @property
    def key(self) -> str:
        """Callers with one key may see the same rows."""


def opened(settings: Settings, clock: Clock) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    """Return a lifespan that opens the workspace and closes it again."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        with open_workspace(settings, clock=clock) as workspace, Freshness(workspace, settings.url) as found:
            app.state.workspace, app.state.freshness = workspace, found
            yield

    return lifespan


async def workspace_of(request: Request) -> Workspace:
    """Return the workspace of the app that answers."""
    workspace: Workspace = request.app.state.workspace
    return workspace


Wired = Annotated[Workspace, Depends(workspace_of)]
"""The workspace, as endpoints take it."""


@dataclass(frozen=True, slots=True)
class _Kept:
    state: State
    response: Response
    etag: str


class KeptAnswers:
    """Answers in memory, each with an ``ETag``, as long as the store and the day are the same.

    Parameters
    ----------
    language_of : callable
        Names the language a request is answered in.
    most_bytes : int
        Bodies kept together; the longest unused ones go first.
    waits : bool
        Whether asking the store may wait for another machine, so that it must not hold up other requests.
    """

    def __init__(
        self, language_of: Callable[[Request], str], *, most_bytes: int = 32 * 2**20, waits: bool = False
    ) -> None:
        self._language_of = language_of
        self._most_bytes = most_bytes
        self._waits = waits
        self._kept: OrderedDict[Key, _Kept] = OrderedDict()
        self._bytes = 0

    async def through(
        self, request: Request, caller: Caller, handler: Callable[[Request], Awaitable[Response]]
    ) -> Response:
        """Answer from memory, or let the handler answer and keep what it says.

        A body made while the store changes is kept under the older state, and so made anew next time.
        """
        freshness: Freshness = request.app.state.freshness
        state = await run_in_threadpool(freshness.state) if self._waits else freshness.state()
        scope = request.scope
        key = (caller.key, scope["path"], scope["query_string"], self._language_of(request))
        kept = self._kept.get(key)
        if kept is None or kept.state != state:
            response = await handler(request)
            if response.status_code != _OK or "set-cookie" in response.headers:
                return response
            kept = self._keep(key, state, response)
        else:
            self._kept.move_to_end(key)
        if _is_known(request.headers.get("if-none-match"), kept.etag):
            return Response(status_code=304, headers={"ETag": kept.etag})
        return kept.response

    def _keep(self, key: Key, state: State, response: Response) -> _Kept:
        body = bytes(response.body)
        etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
        response.headers["ETag"] = etag
        kept = _Kept(state, response, etag)
        before = self._kept.pop(key, None)
        self._bytes += len(body) - (len(before.response.body) if before else 0)
        self._kept[key] = kept
        while self._bytes > self._most_bytes and self._kept:
            _, oldest = self._kept.popitem(last=False)
            self._bytes -= len(oldest.response.body)
        return kept


def _is_known(header: str | None, etag: str) -> bool:
    if not header:
        return False
    known = {one.strip().removeprefix("W/") for one in header.split(",")}
    return etag in known or "*" in known
