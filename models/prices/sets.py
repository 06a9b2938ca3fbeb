"""The search through every set of suppliers for the one that saves most."""

from collections.abc import Sequence
from math import lcm

from models.prices.channels import Channel

__all__ = ["best_set"]

Gains = list[int]
# A channel, what it saves on each item, what using it costs; in fractions of a rupiah that are all whole.
Choice = tuple[Channel, Gains, int]


def best_set(ways: Sequence[Sequence[Channel]], order_cost_idr: int) -> tuple[Channel, ...]:
    """Return the channels that save most together, at most one of each supplier; exact.

    Parameters
    ----------
    ways : sequence of sequences of Channel
        The channels of each supplier, suppliers by id.
    order_cost_idr : int
        Cost of using a channel beside its freight.

    Returns
    -------
    tuple of Channel
        By supplier id. Of equally good sets the smallest, then the first by ids; empty where none saves.
    """
    shares = [share for found in ways for channel in found for share in channel.shares.values()]
    scale = lcm(*(share.saving_idr_per_month.denominator for share in shares))
    places = sorted({place for found in ways for channel in found for place in channel.shares})
    choices = [[_choice(channel, places, scale, order_cost_idr) for channel in found] for found in ways]
    return _Search(choices, len(places)).best


def _choice(channel: Channel, places: Sequence[int], scale: int, order_cost_idr: int) -> Choice:
    gains = [
        int(channel.shares[place].saving_idr_per_month * scale) if place in channel.shares else 0
        for place in places
    ]
    return channel, gains, (channel.freight_idr_per_month + order_cost_idr) * scale


class _Search:
    """Tries sets supplier by supplier, larger ones first, and leaves branches that cannot win."""

    def __init__(self, choices: list[list[Choice]], item_count: int) -> None:
        self._choices = choices
        self.best: tuple[Channel, ...] = ()
        self._nothing = [0] * item_count
        self._ahead = [self._nothing]
        for found in reversed(choices):
            self._ahead.insert(0, list(map(max, self._ahead[0], *(gains for _, gains, _ in found))))
        # a good set found quickly cuts most branches; it counts as large, so that equal ones are still seen
        self._value = self._quick_value()
        self._size = len(choices) + 1 if self._value else 0
        self._visit(0, self._nothing, 0, ())

    def _quick_value(self) -> int:
        left, so_far, value = list(self._choices), self._nothing, 0
        while left:
            extra, found, gains = max(
                (
                    (_extra(gains, so_far) - cost, -place, gains)
                    for place, found in enumerate(left)
                    for _, gains, cost in found
                ),
                key=lambda one: one[:2],
            )
            if extra <= 0:
                break
            value, so_far = value + extra, list(map(max, so_far, gains))
            left.pop(-found)
        return value

    def _visit(self, at: int, so_far: Gains, cost: int, chosen: tuple[Channel, ...]) -> None:
        hope = self._hope(at, so_far) - cost
        if hope < self._value or (hope == self._value and len(chosen) >= self._size):
            return
        if at == len(self._choices):
            self._value, self._size, self.best = hope, len(chosen), chosen
            return
        for channel, gains, price in self._choices[at]:
            self._visit(at + 1, list(map(max, so_far, gains)), cost + price, (*chosen, channel))
        self._visit(at + 1, so_far, cost, chosen)

    def _hope(self, at: int, so_far: Gains) -> int:
        """Return what a branch saves at most, before the cost of what is chosen already.

        Either every further supplier for nothing, or each of them beside what is chosen, as if it were the
        only one to come: together they can only add less than that.
        """
        free = sum(map(max, so_far, self._ahead[at]))
        apart = sum(so_far)
        for found in self._choices[at:]:
            apart += max(0, *(_extra(gains, so_far) - cost for _, gains, cost in found))
        return min(free, apart)


def _extra(gains: Gains, so_far: Gains) -> int:
    return sum(gain - held for gain, held in zip(gains, so_far, strict=True) if gain > held)
