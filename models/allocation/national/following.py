"""Moves that follow a change: a cooperative chooses again, a place freed finds its best taker."""

from collections import deque

import numpy as np

from models.allocation.national.exchange import Exchange
from models.allocation.national.fitting import fitting
from models.allocation.national.largest import largest

__all__ = ["choose_again", "fill_places", "follow", "give_up"]

Pair = tuple[int, int]

# A change is followed over so many moves; what little it would gain after them is left to the next plan.
_MOST_MOVES = 24
_CANDIDATES = 64


def follow(exchange: Exchange, rows: list[int], columns: list[int]) -> None:
    """Let cooperatives choose and freed places be taken, and then those whom that touched, and so on.

    Parameters
    ----------
    exchange : Exchange
    rows : list of int
        Cooperatives that may choose.
    columns : list of int
        Offers of which a place is free.
    """
    choosing, free = deque(dict.fromkeys(rows)), deque(columns)
    for _ in range(_MOST_MOVES + len(rows) + len(columns)):
        if choosing:
            row = choosing.popleft()
            given = choose_again(exchange, row)
        elif free:
            column = free.popleft()
            given = fill_places(exchange, column, 1)
        else:
            return
        choosing.extend(other for other, _ in given if other not in choosing)
        free.extend(column for _, column in given if exchange.ledger.city_left[column] > 0)


def choose_again(exchange: Exchange, row: int) -> list[Pair]:
    """Let one cooperative take what it gains most by, others giving way where they lose less.

    Returns
    -------
    list of (int, int)
        Pairs given back for it.
    """
    ledger = exchange.ledger
    surplus = exchange.surplus(row)
    gain = ledger.part.gain(np.array([row]))[0]
    all_given: list[Pair] = []
    fits = fitting(ledger, row)
    some_fit = fits.any()
    for column in np.argsort(-surplus, kind="stable").tolist():
        is_better = surplus[column] > exchange.least
        if ledger.most[row] <= 0 or surplus[column] == -np.inf or not (is_better or some_fit):
            break
        if not fits[column] and not is_better:
            continue
        asked = ledger.district_short[ledger.part.place_of[row]] > 0 or ledger.city_short[column] > 0
        if gain[column] <= 0 and not asked:
            continue
        moves = len(ledger.journal)
        if fits[column]:
            ledger.take(row, column)
        else:
            all_given += _if_better(exchange, row, column, surplus[column])
        if len(ledger.journal) > moves:
            fits = fitting(ledger, row)
            some_fit = fits.any()
    return all_given


def fill_places(exchange: Exchange, column: int, places: int) -> list[Pair]:
    """Give free places of an offer to those who gain most by them; return the pairs they gave back."""
    ledger, part = exchange.ledger, exchange.ledger.part
    everyone = exchange.all_surplus(column)
    roomy = ledger.most > 0
    count = _CANDIDATES + 2 * places
    # those who would have to give something up for it crowd the top, and are not enough
    either = [largest(np.where(some, everyone, -np.inf), count) for some in (roomy, ~roomy)]
    rows = np.concatenate([some[everyone[some] > -np.inf] for some in either])
    surplus = everyone[rows]
    own = part.gain(rows) - exchange.table[part.place_of[rows]]
    weakest = np.where(ledger.taken[rows], own, np.inf).min(axis=1, initial=np.inf)
    worth = np.where((ledger.most[rows] > 0) | np.isinf(weakest), surplus, surplus - weakest)
    all_given: list[Pair] = []
    for one in np.argsort(-worth, kind="stable").tolist():
        if places <= 0 or ledger.city_left[column] <= 0:
            break
        row = int(rows[one])
        gain = surplus[one] + exchange.table[part.place_of[row], column]
        if gain > 0 and ledger.fits(row, column):
            ledger.take(row, column)
            places -= 1
        elif worth[one] > exchange.least:
            given = _if_better(exchange, row, column, float(surplus[one]))
            places -= bool(given)
            all_given += given
    return all_given


def give_up(exchange: Exchange, column: int, places: int) -> list[Pair]:
    """Take places of an offer back from those who lose least; minimums are made good later."""
    ledger = exchange.ledger
    rows = np.flatnonzero(ledger.takers[column])
    order = np.argsort(exchange.surplus_of(column, rows), kind="stable")
    given = [(int(row), column) for row in rows[order[:places]]]
    for pair in given:
        ledger.give_back(*pair)
    return given


def _if_better(exchange: Exchange, row: int, column: int, surplus: float) -> list[Pair]:
    """Take a pair if those that stand in its way are worth less than it; return them."""
    ledger = exchange.ledger
    start = len(ledger.journal)
    given = exchange.take(row, column)
    if not given:
        return []
    lost = sum(float(exchange.surplus(other)[offer]) for other, offer in given)
    if surplus <= lost + exchange.least:
        ledger.rewind(start)
        return []
    return given
