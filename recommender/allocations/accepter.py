"""The part of the workspace that accepts places and gives them up."""

import datetime as dt
from collections.abc import Callable

from recommender.allocations.accepting import Acceptance, accept_place
from recommender.allocations.releasing import Leaving, Release, release_place
from recommender.store.store import Store

__all__ = ["Accepter"]


class Accepter:
    """Places of offers; the workspace has the store and the clock."""

    store: Store
    _clock: Callable[[], dt.datetime]

    def accept_place(
        self,
        cooperative_id: str,
        offer_id: str,
        *,
        allocation_id: str | None = None,
        author: str = "-",
        note: str | None = None,
    ) -> Acceptance:
        """Take a place for a cooperative, if one is left; see ``recommender.allocations.accepting``."""
        return accept_place(
            self.store,
            cooperative_id,
            offer_id,
            allocation_id=allocation_id,
            author=author,
            made_at=self._clock(),
            note=note,
        )

    def release_place(
        self,
        cooperative_id: str,
        offer_id: str,
        kind: str,
        reason_code: str | None = None,
        *,
        allocation_id: str | None = None,
        author: str = "-",
        note: str | None = None,
    ) -> Release:
        """Give a place up, or turn one down; see ``recommender.allocations.releasing``."""
        return release_place(
            self.store,
            cooperative_id,
            offer_id,
            Leaving(kind, reason_code, note),
            allocation_id=allocation_id,
            author=author,
            made_at=self._clock(),
        )
