"""Use case: tell cheaply whether anything that answers depend on has changed."""

import datetime as dt
from types import TracebackType
from typing import Self

from recommender.store.pulse import Pulse
from recommender.workspace import Workspace

__all__ = ["Freshness", "State"]

State = tuple[int, int, int, dt.date]
"""Newest revision, promotion and entry about plans, and the day; the same state, the same answers."""


class Freshness:
    """Says which state a workspace is in, as of this very moment.

    The store is asked only when its pulse says that somebody wrote.

    Parameters
    ----------
    workspace : Workspace
    url : str
        Of its store.
    """

    def __init__(self, workspace: Workspace, url: str) -> None:
        self._workspace = workspace
        self._pulse = Pulse(url)
        self._seen: tuple[int, tuple[int, int, int]] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc_value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._pulse.close()

    def state(self) -> State:
        """Return the state.

        Raises
        ------
        StoreError
            When the store cannot be read.
        """
        # the pulse first: what is written after it shows in the next one
        beat = self._pulse.beat()
        seen = self._seen
        if beat is None or seen is None or seen[0] != beat:
            store = self._workspace.store
            newest = store.head().revision_id, store.newest_promotion(), store.newest_allocation_entry()
            self._seen = None if beat is None else (beat, newest)
        else:
            newest = seen[1]
        return *newest, self._workspace.today()
