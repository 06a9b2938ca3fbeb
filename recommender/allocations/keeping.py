"""A plan as bytes that stay as they are, and back: what was told, and the problem it answers."""

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import numpy as np
from pydantic import TypeAdapter, ValidationError

from models.allocation.problem import (
    CLOSED,
    AllocationProblem,
    Fairness,
    Quotas,
    Rooms,
    Stability,
)
from models.bundles.problem import RESOURCES
from recommender.allocations.records import Allocation
from recommender.errors import RefusedError

__all__ = ["KeptPlan", "draft_id", "is_draft", "packed", "unpacked"]

_FORMAT = 1
_DRAFT = "draf-"
# A larger plan is kept without its problem: what was told stays, and it is not asked "why not" any more.
_MOST_PAIRS = 1_000_000
_RECORD: TypeAdapter[Allocation] = TypeAdapter(Allocation)


@dataclass(frozen=True, slots=True)
class KeptPlan:
    """A plan with the problem it answers.

    Attributes
    ----------
    allocation : Allocation
    problem : AllocationProblem or None
        ``None`` where it was too large to be kept.
    cause : ndarray of int8 or None, shape (n_cooperatives, n_offers)
        Why pairs are closed, as in ``pair_states.CAUSES``.
    whole : int
        Whole numbers of the problem in one unit of value.
    """

    allocation: Allocation
    problem: AllocationProblem | None
    cause: np.ndarray | None
    whole: int


def packed(plan: KeptPlan) -> bytes:
    """Return a plan as bytes; the same plan gives the same bytes."""
    content: dict[str, Any] = {
        "format": _FORMAT,
        "whole": plan.whole,
        "allocation": _RECORD.dump_python(plan.allocation, mode="json"),
        "problem": None,
        "cause": None,
    }
    if plan.problem is not None and plan.problem.value.size <= _MOST_PAIRS:
        content["problem"] = _problem_content(plan.problem)
        if plan.cause is not None:
            content["cause"] = ["".join(map(str, row)) for row in plan.cause.tolist()]
    return zlib.compress(json.dumps(content, separators=(",", ":"), sort_keys=True).encode(), 9)


def draft_id(content: bytes) -> str:
    """Name a plan that is not kept by its content."""
    return f"{_DRAFT}{sha256(zlib.decompress(content)).hexdigest()[:12]}"


def is_draft(allocation_id: str) -> bool:
    """Tell whether an id is that of a dry run."""
    return allocation_id.startswith(_DRAFT)


def unpacked(content: bytes) -> KeptPlan:
    """Return the plan again.

    Raises
    ------
    RefusedError
        When the bytes are not a plan of this format.
    """
    try:
        read = json.loads(zlib.decompress(content))
        if read["format"] != _FORMAT:
            raise _unreadable()
        cause = read["cause"]
        return KeptPlan(
            allocation=_RECORD.validate_json(json.dumps(read["allocation"])),
            problem=None if read["problem"] is None else _problem(read["problem"]),
            cause=None
            if cause is None
            else np.array([[int(one) for one in row] for row in cause], dtype=np.int8),
            whole=int(read["whole"]),
        )
    except (zlib.error, ValueError, KeyError, TypeError, ValidationError) as error:
        raise _unreadable() from error


def _unreadable() -> RefusedError:
    return RefusedError(
        "Rencana ini tidak dapat dibaca. Jalankan `sanding check`, lalu hitung rencana baru.",
        "This plan cannot be read. Run `sanding check`, then make a new plan.",
    )


def _problem_content(problem: AllocationProblem) -> dict[str, Any]:
    rows, columns = np.nonzero(problem.state != CLOSED)
    stability = problem.stability
    quotas, rooms, fairness = problem.quotas, problem.rooms, problem.fairness
    return {
        "cooperative_ids": problem.cooperative_ids,
        "offer_ids": problem.offer_ids,
        "districts": problem.districts,
        "district_of": problem.district_of.tolist(),
        "rows": rows.tolist(),
        "columns": columns.tolist(),
        "value": problem.value[rows, columns].tolist(),
        "state": problem.state[rows, columns].tolist(),
        "quotas": {name: getattr(quotas, name).tolist() for name in Quotas.__slots__},
        "rooms": {name: getattr(rooms, name).tolist() for name in Rooms.__slots__},
        "fairness": {
            name: value.tolist() if isinstance(value := getattr(fairness, name), np.ndarray) else value
            for name in Fairness.__slots__
        },
        "change_price": None if stability is None else stability.change_price,
        "previous": None if stability is None else np.argwhere(stability.previous).tolist(),
    }


def _problem(read: Mapping[str, Any]) -> AllocationProblem:
    n, m, d = (len(read[name]) for name in ("cooperative_ids", "offer_ids", "districts"))
    rows, columns = read["rows"], read["columns"]
    value, state = np.zeros((n, m), dtype=np.int64), np.full((n, m), CLOSED, dtype=np.int8)
    value[rows, columns], state[rows, columns] = read["value"], read["state"]
    n_resources = len(RESOURCES)
    # an array without elements forgets its shape
    shapes = {"district_left": (d, m), "uses": (m, n_resources), "have": (n, n_resources)}

    def longs(part: Mapping[str, Any], name: str) -> np.ndarray:
        found = np.array(part[name], dtype=np.int64)
        return found.reshape(shapes.get(name, (len(found), 3) if name == "apart" else found.shape))

    fairness = read["fairness"]
    stability = None
    if read["previous"] is not None:
        marks = np.zeros((n, m), dtype=np.bool_)
        for row, column in read["previous"]:
            marks[row, column] = True
        stability = Stability(marks, int(read["change_price"]))
    return AllocationProblem(
        cooperative_ids=tuple(read["cooperative_ids"]),
        offer_ids=tuple(read["offer_ids"]),
        districts=tuple(read["districts"]),
        district_of=np.array(read["district_of"], dtype=np.int64),
        value=value,
        state=state,
        quotas=Quotas(**{name: longs(read["quotas"], name) for name in Quotas.__slots__}),
        rooms=Rooms(**{name: longs(read["rooms"], name) for name in Rooms.__slots__}),
        fairness=Fairness(
            district_minimum=longs(fairness, "district_minimum"),
            one_each=bool(fairness["one_each"]),
            cost_idr=longs(fairness, "cost_idr"),
            city_budget_idr=int(fairness["city_budget_idr"]),
            district_budget_idr=longs(fairness, "district_budget_idr"),
        ),
        stability=stability,
    )
