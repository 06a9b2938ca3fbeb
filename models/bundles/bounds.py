"""The most that a branch of the search can still add, never below what it really can."""

from collections.abc import Sequence

from models.bundles.problem import Item

__all__ = ["Bounds"]


class Bounds:
    """The most that items from some place on can still add.

    For every shared resource, the fractional answer: items in the order of worth per use, the last one in
    part. It is never below what whole items can reach, so a branch below the best set found is rightly cut.

    Parameters
    ----------
    items : sequence of Item
        Most worth first.
    limits : sequence of int or None
    """

    def __init__(self, items: Sequence[Item], limits: Sequence[int | None]) -> None:
        self._items = items
        self._before = [0]
        self._jobs = [0]
        for item in items:
            self._before.append(self._before[-1] + item.value)
            self._jobs.append(self._jobs[-1] + item.jobs_hundredths)
        self._orders = [
            (place, _by_density(items, place)) for place, limit in enumerate(limits) if limit is not None
        ]

    def value(self, start: int, left: Sequence[int | None], slots: int) -> int:
        """Return the most value that items from ``start`` on can add.

        Parameters
        ----------
        start : int
        left : sequence of int or None
            What is left of each resource.
        slots : int
            How many more items may be chosen.
        """
        end = min(start + slots, len(self._items))
        bound = self._before[end] - self._before[start]
        for place, order in self._orders:
            room = left[place]
            if room is not None:
                bound = min(bound, self._fractional(order, place, start, room))
        return bound

    def jobs(self, start: int) -> int:
        """Return the most work that items from ``start`` on can add."""
        return self._jobs[-1] - self._jobs[start]

    def _fractional(self, order: Sequence[int], place: int, start: int, room: int) -> int:
        total = 0
        for at in order:
            if at < start:
                continue
            item, use = self._items[at], self._items[at].uses[place] or 0
            if use > room:
                return total + item.value * room // use + 1
            room -= use
            total += item.value
        return total


def _by_density(items: Sequence[Item], place: int) -> list[int]:
    def density(at: int) -> tuple[float, str]:
        use = items[at].uses[place] or 0
        return (-items[at].value / use if use else float("-inf"), items[at].offer_id)

    return sorted(range(len(items)), key=density)
