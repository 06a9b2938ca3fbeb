"""One measurement's result, and all of them as a table and as JSON."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

__all__ = ["Result", "to_json", "to_markdown"]


@dataclass(frozen=True, slots=True)
class Result:
    """What one job took, and the least it could have taken here.

    Parameters
    ----------
    name : str
        The job, with its size: ``suggest, 67 x 30``.
    ours_seconds, floor_seconds : float
        Best of several runs, in seconds; both on this machine, in this process.
    note : str
        What the floor is.
    """

    name: str
    ours_seconds: float
    floor_seconds: float
    note: str

    @property
    def ratio(self) -> float:
        """``ours_seconds / floor_seconds``; 1 is as fast as the floor.

        Examples
        --------
        >>> Result("copy", 0.5, 0.25, "one pass").ratio
        2.0
        """
        return self.ours_seconds / max(self.floor_seconds, 1e-9)


def to_markdown(results: Sequence[Result]) -> str:
    """Return the results as a Markdown table, one line per job.

    Examples
    --------
    >>> print(to_markdown([Result("copy", 0.5, 0.25, "one pass")]))
    | job | ours (s) | floor (s) | ratio | floor is |
    |---|---:|---:|---:|---|
    | copy | 0.5 | 0.25 | 2 | one pass |
    """
    lines = ["| job | ours (s) | floor (s) | ratio | floor is |", "|---|---:|---:|---:|---|"]
    lines += [
        f"| {one.name} | {one.ours_seconds:.3g} | {one.floor_seconds:.3g} | {one.ratio:.3g} | {one.note} |"
        for one in results
    ]
    return "\n".join(lines)


def to_json(results: Sequence[Result], machine: str) -> str:
    """Return the results as JSON with the machine they were measured on.

    Examples
    --------
    >>> print(to_json([], "2 cores"))
    {
      "machine": "2 cores",
      "results": []
    }
    """
    rows = [asdict(one) | {"ratio": round(one.ratio, 4)} for one in results]
    return json.dumps({"machine": machine, "results": rows}, indent=2, ensure_ascii=False)
