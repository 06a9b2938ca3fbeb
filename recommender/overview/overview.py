"""``Overviews``: pages of the filtered list, all lines of a filter, the map; remembered while they hold."""

import datetime as dt
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.explain.texts import Language
from recommender.advice.rows import RowMaker
from recommender.advice.runs import advice_run
from recommender.errors import RefusedError
from recommender.gathering import Gathered
from recommender.memory import Memory
from recommender.overview.attention import needs_of
from recommender.overview.facets import all_but, facets_of
from recommender.overview.lines import lines_of
from recommender.overview.map_cells import overview_map
from recommender.overview.records import Filters, Line, Need, OverviewMap, OverviewPage
from recommender.overview.roster import Bools, Roster, roster_of
from recommender.overview.standings import Standings, standings_of
from recommender.workspace import Workspace

__all__ = ["MOST_SCORED", "MOST_SHEET_LINES", "Overviews"]

MOST_SCORED = 3000
"""Up to so many cooperatives every status is known; with more, only within one district."""

MOST_SHEET_LINES = 5000
"""A sheet holds at most so many cooperatives; with more, one district after another."""

_ON_ONE_PAGE = 100
_PAGE_ROWS = 50
_KEPT_DAYS = 2
_KEPT_STANDINGS = 16
_OBJECTIVE = "balanced"


@dataclass(frozen=True, slots=True)
class _Day:
    """One state of the store on one day."""

    source: Gathered
    roster: Roster
    needs: tuple[Need, ...]


@dataclass(frozen=True, slots=True)
class _Choice:
    """What a set of filters leaves; ``standings`` are those of the rows in ``scope``, if known."""

    day: _Day
    masks: dict[str, Bools]
    scope: Bools
    standings: Standings | None
    is_unanswered: bool

    @property
    def matched(self) -> Bools:
        return all_but(self.masks, "", len(self.day.roster))


class Overviews:
    """Answers the front page's questions about one workspace.

    Parameters
    ----------
    workspace : Workspace
    """

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._days: Memory[_Day] = Memory(_KEPT_DAYS)
        self._standings: Memory[Standings] = Memory(_KEPT_STANDINGS)

    def page(
        self, filters: Filters, number: int = 1, *, at: dt.date | None = None, language: Language = "id"
    ) -> OverviewPage:
        """Return one page of the list; advice is worked out for the cooperatives on it only.

        Parameters
        ----------
        filters : Filters
        number : int
            From 1; what lies outside is brought to the nearest page.
        at : date, optional
            Today in Jakarta by default.
        language : {'id', 'en'}
            Of the words of suggestions.
        """
        choice = self._choose(filters, at)
        day, matched = choice.day, np.flatnonzero(choice.matched)
        rows = len(matched) if len(matched) <= _ON_ONE_PAGE else _PAGE_ROWS
        page_count = max(-(-len(matched) // rows), 1) if rows else 1
        number = min(max(number, 1), page_count)
        lines = self._lines(day, matched[(number - 1) * rows : number * rows], language)
        standings = choice.standings
        ready = all_but(choice.masks, "ready", len(day.roster))[choice.scope]
        return OverviewPage(
            at=day.source.at,
            total=len(day.roster),
            matched=len(matched),
            page=number,
            page_count=page_count,
            lines=lines,
            facets=facets_of(day.source, day.roster, choice.masks, standings, choice.scope),
            needs=day.needs,
            is_wide=standings is None,
            is_unanswered=choice.is_unanswered,
            ready_count=None if standings is None else int(standings.is_ready[ready].sum()),
            has_examples=any(line.data_source == "contoh" for line in lines),
        )

    def lines(
        self, filters: Filters, *, at: dt.date | None = None, language: Language = "id"
    ) -> tuple[dt.date, list[Line]]:
        """Return the day and the lines of all pages of a filter, in the order of the pages.

        Raises
        ------
        RefusedError
            When there are more than 5,000.
        """
        choice = self._choose(filters, at)
        matched = np.flatnonzero(choice.matched)
        if len(matched) > MOST_SHEET_LINES:
            raise RefusedError(
                f"{len(matched)} koperasi terlalu banyak untuk satu lembar; batasnya {MOST_SHEET_LINES}. "
                "Pilih satu kecamatan, lalu unduh lagi.",
                f"{len(matched)} cooperatives are too many for one sheet; the limit is {MOST_SHEET_LINES}. "
                "Choose one district and download again.",
            )
        return choice.day.source.at, self._lines(choice.day, matched, language)

    def map(self, filters: Filters, *, at: dt.date | None = None) -> OverviewMap | None:
        """Return the map with the filters' matches; ``None`` when there is nothing, or too much, to draw."""
        choice = self._choose(filters, at)
        if choice.standings is None:
            return None
        outlines = self.workspace.store.frame("boundaries")
        day = choice.day
        return overview_map(day.source, day.roster, choice.standings, choice.scope, choice.matched, outlines)

    def _choose(self, filters: Filters, at: dt.date | None) -> _Choice:
        day = self._day(at)
        masks = day.roster.masks(filters)
        scope, standings = self._standing(day, masks.get("district"))
        if standings is None:
            return _Choice(day, masks, scope, None, filters.needs_standings)
        offer_ids = day.source.context.offer_ids
        asked = {"status": filters.status, "offer": filters.offer, "ready": filters.is_ready}
        of_scope = {
            "status": standings.status == filters.status,
            "offer": (standings.top == _column(offer_ids, filters.offer)).any(axis=1),
            "ready": standings.is_ready,
        }
        for name, mask in of_scope.items():
            if asked[name]:
                masks[name] = np.zeros(len(day.roster), dtype=np.bool_)
                masks[name][scope] = mask
        return _Choice(day, masks, scope, standings, is_unanswered=False)

    def _day(self, at: dt.date | None) -> _Day:
        source = self.workspace.gathered(at)

        def make() -> _Day:
            store = self.workspace.store
            roster = roster_of(source, store.frame("facts"))
            to_review = self.workspace.review_counts(source.at)
            return _Day(source, roster, needs_of(source, roster, store.frame("prices"), to_review))

        return self._days.recall((source.head.revision_id, source.at), make)

    def _standing(self, day: _Day, district: Bools | None) -> tuple[Bools, Standings | None]:
        """Return the rows of which every status is known, and their standings."""
        everyone = np.ones(len(day.roster), dtype=np.bool_)
        scope = everyone if district is None or len(day.roster) <= MOST_SCORED else district
        if scope.sum() > MOST_SCORED:
            return scope, None
        rows = day.roster.cooperatives[scope]
        key = (day.source.head.revision_id, day.source.at, tuple(rows["cooperative_id"]))
        return scope, self._standings.recall(key, lambda: standings_of(day.source, rows))

    def _lines(self, day: _Day, positions: npt.NDArray[np.intp], language: Language) -> list[Line]:
        if not len(positions):
            return []
        run = advice_run(day.source, _OBJECTIVE, author="halaman", made_at=self.workspace.now())
        self.workspace.store.record_run(run)
        return list(lines_of(day.roster, positions, RowMaker(day.source, run, _OBJECTIVE, language)))


def _column(offer_ids: list[str] | tuple[str, ...], offer_id: str) -> int:
    # -2 is no column, and not the -1 of "no suggestion" either
    return list(offer_ids).index(offer_id) if offer_id in offer_ids else -2
