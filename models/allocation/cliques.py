"""Conflicts between two as conflicts among many: fewer rows, and a tighter program."""

from collections.abc import Sequence

__all__ = ["cliques"]


def cliques(edges: Sequence[tuple[int, int]]) -> list[tuple[int, ...]]:
    """Cover every edge by a set of which each two are joined.

    Parameters
    ----------
    edges : sequence of (int, int)

    Returns
    -------
    list of tuple of int
        At most one member of each may be chosen; all of them together forbid exactly the edges.

    Examples
    --------
    >>> cliques([(1, 2), (2, 3), (1, 3), (3, 4)])
    [(1, 2, 3), (3, 4)]
    """
    near: dict[int, set[int]] = {}
    for first, second in edges:
        near.setdefault(first, set()).add(second)
        near.setdefault(second, set()).add(first)
    found: list[tuple[int, ...]] = []
    covered: set[tuple[int, int]] = set()
    for first, second in sorted((min(edge), max(edge)) for edge in edges):
        if (first, second) in covered:
            continue
        members = [first, second]
        for other in sorted(near[first] & near[second]):
            if near[other].issuperset(members):
                members.append(other)
        members.sort()
        found.append(tuple(members))
        covered.update((one, two) for place, one in enumerate(members) for two in members[place + 1 :])
    return found
