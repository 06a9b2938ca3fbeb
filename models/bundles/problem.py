"""What a bundle is chosen from: items with their worth and what they take, and the limits."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

__all__ = ["RESOURCES", "SCALES", "BundleProblem", "Item", "Worth"]

RESOURCES = ("shop_area_m2", "store_area_m2", "capital_idr", "people_count")
"""What offers of one cooperative share, in the order of all tuples of uses and limits."""

SCALES: Mapping[str, int] = MappingProxyType(
    {"shop_area_m2": 100, "store_area_m2": 100, "capital_idr": 1, "people_count": 100}
)
"""Whole numbers of the solver for one unit of a resource."""

Uses = tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One offer that could be part of the bundle.

    Attributes
    ----------
    offer_id : str
    value : int
        What it is worth by itself, in rupiah a month; an item of no or negative worth is never chosen.
    uses : tuple of int or None, one per resource
        Hundredths of a square metre, rupiah, hundredths of a person; ``None`` is unknown, and then the item
        is left out wherever that resource is limited.
    jobs_hundredths : int
        Work it gives, in hundredths of a person; unknown counts as none.
    group : str or None
        At most one item of a group is chosen.
    """

    offer_id: str
    value: int
    uses: Uses
    jobs_hundredths: int = 0
    group: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Worth:
    """What a set is worth: first whether it gives the work aimed at, then the rupiah; larger is better."""

    reaches_target: bool
    value: int


@dataclass(frozen=True, slots=True)
class BundleProblem:
    """Items and limits.

    Attributes
    ----------
    items : tuple of Item
        In any order; the answer does not depend on it.
    limits : tuple of int or None, one per resource
        In the units of ``Item.uses``; ``None`` is unknown and does not limit.
    most : int or None
        At most so many items; ``None`` is no such limit.
    jobs_target_hundredths : int
        A set that gives so much work comes before any that does not; where none can, rupiah decide.
    """

    items: tuple[Item, ...]
    limits: tuple[int | None, ...]
    most: int | None
    jobs_target_hundredths: int

    def usable(self) -> tuple[Item, ...]:
        """Return the items that could be chosen by themselves, most worth first, ties by id."""
        fitting = [item for item in self.items if item.value > 0 and self.fits((item,))]
        return tuple(sorted(fitting, key=lambda item: (-item.value, item.offer_id)))

    def fits(self, chosen: Iterable[Item]) -> bool:
        """Tell whether items may be chosen together."""
        items = tuple(chosen)
        groups = [item.group for item in items if item.group is not None]
        if len(groups) != len(set(groups)) or (self.most is not None and len(items) > self.most):
            return False
        for place, limit in enumerate(self.limits):
            if limit is None:
                continue
            total = 0
            for item in items:
                use = item.uses[place]
                if use is None:
                    return False
                total += use
            if total > limit:
                return False
        return True

    def worth(self, chosen: Iterable[Item]) -> Worth:
        """Return what a set is worth."""
        items = tuple(chosen)
        jobs = sum(item.jobs_hundredths for item in items)
        return Worth(jobs >= self.jobs_target_hundredths, sum(item.value for item in items))

    def with_limit(self, place: int, limit: int | None) -> "BundleProblem":
        """Return the same problem with another limit of one resource."""
        return replace(self, limits=(*self.limits[:place], limit, *self.limits[place + 1 :]))
