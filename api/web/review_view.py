"""What of the department's desk a page shows: narrowed, cut into pages, odds as one in so many."""

from dataclasses import dataclass
from functools import partial

from starlette.requests import Request

from api.web.address_words import whole_number, word_of
from recommender.training.review_records import HeldCase, ReviewDesk, ReviewEvent

__all__ = ["KINDS", "ReviewFilters", "ReviewView", "filters_of", "one_in", "view_of"]

KINDS = ("ditahan", "menunggu")
"""What can be asked for: runs that are held, or single events that wait."""

_PAGE_ROWS = 50
_PAST_ROWS = 10
_LONGEST = 200
_MOST_ODDS = 1_000_000


@dataclass(frozen=True, slots=True)
class ReviewFilters:
    """What the address asks for; empty words ask for everything."""

    offer: str = ""
    kind: str = ""
    page: int = 1

    def query(self, page: int | None = None) -> dict[str, object]:
        """Return the filters as words of an address."""
        return {"model": self.offer, "jenis": self.kind, "halaman": page if page and page > 1 else None}


@dataclass(frozen=True, slots=True)
class ReviewView:
    """One page of the desk; the counts are those of the filter, ``all_count`` of the whole desk."""

    held: tuple[HeldCase, ...]
    waiting: tuple[ReviewEvent, ...]
    past: tuple[ReviewEvent, ...]
    held_count: int
    waiting_count: int
    all_count: int
    page: int
    page_count: int


def filters_of(request: Request, desk: ReviewDesk) -> ReviewFilters:
    """Read the filters from the address; words that name no choice are passed over."""
    word = partial(word_of, request, longest=_LONGEST)
    offer, kind, page = word("model"), word("jenis"), whole_number(word("halaman"))
    return ReviewFilters(
        offer=offer if offer in desk.offers else "",
        kind=kind if kind in KINDS else "",
        page=1 if page is None else page,
    )


def view_of(desk: ReviewDesk, filters: ReviewFilters) -> ReviewView:
    """Cut one page out of the desk: held runs first, then single events."""
    held = [one for one in desk.held if filters.offer in {"", one.run.offer_id}]
    waiting = [one for one in desk.waiting if filters.offer in {"", one.offer_id}]
    if filters.kind == "menunggu":
        held = []
    if filters.kind == "ditahan":
        waiting = []
    total = len(held) + len(waiting)
    page_count = max(-(-total // _PAGE_ROWS), 1)
    page = min(max(filters.page, 1), page_count)
    start, end = (page - 1) * _PAGE_ROWS, page * _PAGE_ROWS
    return ReviewView(
        held=tuple(held[start:end]),
        waiting=tuple(waiting[max(start - len(held), 0) : max(end - len(held), 0)]),
        past=desk.past[:_PAST_ROWS],
        held_count=len(held),
        waiting_count=len(waiting),
        all_count=len(desk.held) + len(desk.waiting),
        page=page,
        page_count=page_count,
    )


def one_in(share: float) -> int:
    """Return how many honest records show as much once, to two digits; a million where it is rarer.

    Examples
    --------
    >>> one_in(0.0034), one_in(1.6e-8), one_in(0.0)
    (290, 1000000, 1000000)
    """
    if share * _MOST_ODDS <= 1.0:
        return _MOST_ODDS
    odds = round(1.0 / share)
    step = int(10 ** max(len(str(odds)) - 2, 0))
    return round(odds / step) * step
