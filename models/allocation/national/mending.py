"""Minimums made good by the cheapest exchanges: of districts, of offers, and one for every cooperative."""

from collections.abc import Callable, Iterable

import numpy as np
import numpy.typing as npt

from models.allocation.national.exchange import Exchange
from models.allocation.national.largest import largest
from models.allocation.national.minimums import lacking, left_out

__all__ = ["mended"]

Longs = npt.NDArray[np.int64]

# Exchanges tried for one minimum, and candidates weighed for an offer's.
_TRIES = 400
_CANDIDATES = 2000


def mended(exchange: Exchange) -> bool:
    """Bring every minimum to its limit where exchanges can; return whether all are kept."""
    ledger = exchange.ledger
    for row in left_out(ledger).tolist():
        _for_cooperative(exchange, row)
    for place in np.flatnonzero(ledger.district_short > 0).tolist():
        _for_district(exchange, place)
    for column in np.flatnonzero(ledger.city_short > 0).tolist():
        _for_offer(exchange, column)
    return lacking(ledger) == 0


def _for_cooperative(exchange: Exchange, row: int) -> None:
    surplus = exchange.surplus(row)
    columns = [column for column in np.argsort(-surplus, kind="stable") if surplus[column] > -np.inf]
    ledger = exchange.ledger
    _try(exchange, ((row, int(column)) for column in columns), lambda: not ledger.taken[row].any())


def _for_district(exchange: Exchange, place: int) -> None:
    """Give the district pairs of the largest surplus; what stands in the way goes from other districts."""
    ledger, part = exchange.ledger, exchange.ledger.part
    rows = exchange.rows_in(place)
    rows = rows[ledger.most[rows] > 0]
    surplus = part.gain(rows) - exchange.table[place]
    lines, columns = np.nonzero(part.usable[rows] & ~ledger.taken[rows])
    order = largest(surplus[lines, columns], _TRIES)
    pairs = zip(rows[lines[order]].tolist(), columns[order].tolist(), strict=True)
    _try(exchange, pairs, lambda: bool(ledger.district_short[place] > 0), elsewhere=True)


def _for_offer(exchange: Exchange, column: int) -> None:
    """Give the offer to those to whom it is worth most beyond what they would give up for it."""
    ledger, part = exchange.ledger, exchange.ledger.part
    rows = exchange.who_may(column)
    surplus = exchange.surplus_of(column, rows)
    best = largest(surplus, _CANDIDATES)
    rows, surplus = rows[best], surplus[best]
    others = np.where(ledger.taken[rows], part.gain(rows) - exchange.table[part.place_of[rows]], np.inf)
    weakest = others.min(axis=1, initial=np.inf)
    lost = np.where((ledger.most[rows] > 0) | np.isinf(weakest), 0, weakest)
    order = np.argsort(-(surplus - lost), kind="stable")
    pairs = ((int(row), column) for row in rows[order])
    _try(exchange, pairs, lambda: bool(ledger.city_short[column] > 0))


def _try(
    exchange: Exchange,
    pairs: Iterable[tuple[int, int]],
    wanting: Callable[[], bool],
    *,
    elsewhere: bool = False,
) -> None:
    """Take pairs in the order given while something is wanting and the tries last."""
    for _, pair in zip(range(_TRIES), pairs, strict=False):
        if not wanting():
            return
        exchange.take(*pair, elsewhere=elsewhere)
