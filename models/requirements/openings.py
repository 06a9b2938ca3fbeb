"""Which steps open how many offers at the least price, when offers share steps."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

__all__ = ["MOST_UNIONS", "Opening", "least_openings"]

MOST_UNIONS = 20_000
"""So many sets of shared steps are looked at; beyond them the answer is good but not proved."""

Price = tuple[int, int]
"""Amount and how many steps have none stated; fewer unstated ones come first: unknown is not free."""


@dataclass(frozen=True, slots=True)
class Opening:
    """The least that opens so many offers.

    Attributes
    ----------
    offer_ids : tuple of str
        What opens, by id.
    steps : frozenset of str
        What has to be done for it.
    amount : int
        Sum of the stated prices of these steps.
    unstated : int
        How many of them state none.
    is_proved : bool
        Whether no other choice of as many offers is cheaper.
    """

    offer_ids: tuple[str, ...]
    steps: frozenset[str]
    amount: int
    unstated: int
    is_proved: bool


def least_openings(
    needs: Mapping[str, frozenset[str]], prices: Mapping[str, int | None]
) -> tuple[Opening, ...]:
    """Return for every number of offers the cheapest steps that open so many.

    Parameters
    ----------
    needs : mapping of offer id to frozenset of steps
        What each offer that is not open yet lacks; none of them empty.
    prices : mapping of step to int or None
        Rupiah, or days; ``None`` is not stated.

    Returns
    -------
    tuple of Opening
        For one offer, for two, and so on; ties by the offers' ids.

    Notes
    -----
    A step that one offer alone needs belongs to the price of that offer. For each union of the shared steps
    of some offers, the offers that need nothing else shared are taken cheapest first: the best union and its
    first offers are the best choice of so many.
    """
    counts = Counter(step for steps in needs.values() for step in steps)
    shared = {offer: frozenset(step for step in steps if counts[step] > 1) for offer, steps in needs.items()}
    own = {offer: _price(needs[offer] - shared[offer], prices) for offer in needs}
    unions, is_proved = _unions(shared.values())
    best: list[tuple[Price, tuple[str, ...]] | None] = [None] * len(needs)
    for union in unions:
        basis = _price(union, prices)
        able = sorted((own[offer], offer) for offer in needs if shared[offer] <= union)
        for count in range(1, len(able) + 1):
            chosen = tuple(sorted(offer for _own, offer in able[:count]))
            price = _sum([basis, *(price for price, _offer in able[:count])])
            before = best[count - 1]
            if before is None or (price, chosen) < before:
                best[count - 1] = (price, chosen)
    return tuple(_opening(found[1], needs, prices, is_proved) for found in best if found is not None)


def _opening(
    chosen: Sequence[str],
    needs: Mapping[str, frozenset[str]],
    prices: Mapping[str, int | None],
    is_proved: bool,  # noqa: FBT001 - a plain value of the record
) -> Opening:
    steps = frozenset().union(*(needs[offer] for offer in chosen))
    unstated, amount = _price(steps, prices)
    return Opening(tuple(chosen), steps, amount, unstated, is_proved)


def _price(steps: Iterable[str], prices: Mapping[str, int | None]) -> Price:
    stated = [prices[step] for step in steps]
    return sum(one is None for one in stated), sum(one or 0 for one in stated)


def _sum(prices: Sequence[Price]) -> Price:
    return sum(one[0] for one in prices), sum(one[1] for one in prices)


def _unions(sets: Iterable[frozenset[str]]) -> tuple[list[frozenset[str]], bool]:
    found: dict[frozenset[str], None] = {frozenset(): None}
    distinct = sorted(set(sets), key=lambda steps: (len(steps), sorted(steps)))
    for one in distinct:
        for before in list(found):
            found.setdefault(before | one)
            if len(found) > MOST_UNIONS:
                return [*found, frozenset().union(*distinct)], False
    return list(found), True
