"""Single changes that could be made for one cooperative, as supposed values with cost and days."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from models.barriers.groups import barrier_of
from models.barriers.supposition import Supposed, merged_value, value_meeting
from models.requirements.eligibility import EligibilityBlock, RuleBook
from models.requirements.rules import Rule, largest_stated
from models.requirements.truth import FAILED

__all__ = ["Change", "Room", "changes_for"]

_TRAINED = frozenset(
    {"board_skill_level", "training_hours", "trained_credit_staff_count", "has_trained_medicine_keeper"}
)
_KINDS = {
    "permit": "document",
    "skill": "people",
    "place": "place",
    "capital": "capital",
    "members": "members",
    "supply": "supply",
}
# One visit to the licensing desk enters all lines of business at once.
_TOGETHER = frozenset({"kbli_codes"})
_MENTORED = frozenset({"permit", "skill"})


@dataclass(frozen=True, slots=True)
class Room:
    """A city asset that this cooperative could be given, with its size in square metres."""

    asset_id: str
    area_m2: float


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that could be done.

    ``kind`` is ``document``, ``training``, ``people``, ``place``, ``capital``, ``members``, ``supply``,
    ``asset`` or ``mentoring``; ``key`` is the field, the asset or the mentoring offer; ``supposed`` is what
    would then be stated. ``cost_idr`` and ``days`` are those of the rules' remedies, the largest where they
    differ, ``None`` when unknown; ``remedy`` is the sentence of the first of them by offer and rule.
    """

    kind: str
    key: str
    supposed: Mapping[str, Supposed]
    cost_idr: int | None
    days: int | None
    remedy: str


def changes_for(
    book: RuleBook,
    eligibility: EligibilityBlock,
    row: int,
    columns: Sequence[int],
    stated: Mapping[str, object],
    *,
    room: Room | None = None,
    mentoring: str | None = None,
) -> tuple[Change, ...]:
    """Return the changes worth trying for one cooperative.

    Parameters
    ----------
    book : RuleBook
    eligibility : EligibilityBlock
    row : int
    columns : sequence of int
        Open offers: neither blocked nor held.
    stated : mapping
        The cooperative's row as of the day. Only failed rules ask for a change; unknown ones are asked about.
    room : Room, optional
        The asset it could be given.
    mentoring : str, optional
        A mentoring offer with a place left. A mentor is supposed to see all papers and skills through whose
        remedies are known to cost nothing: an assumption.
    """
    failed: dict[str, list[Rule]] = {}
    for column in columns:
        for rule, place in zip(book.rules[column], book.columns[column], strict=True):
            field = rule.condition.field
            if rule.must and eligibility.truth[row, place] == FAILED and barrier_of(field):
                failed.setdefault(field, []).append(rule)
    found = [change for field in sorted(failed) for change in _of_field(field, failed[field], stated)]
    if room is not None and failed.keys() & {"premises_status", "shop_area_m2"}:
        found.append(_lent(room, stated))
    if mentoring is not None:
        found += _mentored(mentoring, found)
    return tuple(found)


def _of_field(field: str, rules: Sequence[Rule], stated: Mapping[str, object]) -> list[Change]:
    now = stated.get(field)
    barrier = str(barrier_of(field))
    kind = "training" if field in _TRAINED else _KINDS[barrier]
    values: dict[object, list[Rule]] = {}
    for rule in rules:
        value = value_meeting(rule.condition, now)
        if value is not None:
            values.setdefault(value, []).append(rule)
    if field in _TOGETHER and values:
        codes = [item for value in values if isinstance(value, tuple) for item in value]
        values = {merged_value(now, codes): [rule for served in values.values() for rule in served]}
    return [_change(kind, field, value, served) for value, served in values.items()]


def _change(kind: str, field: str, value: object, rules: Sequence[Rule]) -> Change:
    first = min(rules, key=lambda rule: (rule.offer_id, rule.rule_id))
    return Change(
        kind=kind,
        key=field,
        supposed={field: value},
        cost_idr=largest_stated(rule.remedy_cost_idr for rule in rules),
        days=largest_stated(rule.remedy_days for rule in rules),
        remedy=first.remedy,
    )


def _lent(room: Room, stated: Mapping[str, object]) -> Change:
    own = stated.get("shop_area_m2")
    own_m2 = float(own) if isinstance(own, int | float) and not np.isnan(own) else 0.0
    values: dict[str, Supposed] = {"shop_area_m2": max(own_m2, room.area_m2)}
    # Who works in a room of the kelurahan keeps that standing until the new one is lent.
    if stated.get("premises_status") in {None, "none", "kelurahan_room"}:
        values["premises_status"] = "borrowed"
    return Change("asset", room.asset_id, values, None, None, "")


def _mentored(offer_id: str, single: Sequence[Change]) -> list[Change]:
    free: dict[str, Change] = {}
    for change in single:
        if change.cost_idr == 0 and barrier_of(change.key) in _MENTORED:
            before = free.get(change.key)
            if before is None or _is_more(change, before):
                free[change.key] = change
    if len(free) < 2:  # noqa: PLR2004 - one paper alone needs no mentor
        return []
    days = [change.days for change in free.values()]
    known = [value for value in days if value is not None]
    return [
        Change(
            kind="mentoring",
            key=offer_id,
            supposed={field: change.supposed[field] for field, change in free.items()},
            cost_idr=0,
            days=sum(known) if len(known) == len(days) else None,
            remedy="",
        )
    ]


def _is_more(change: Change, before: Change) -> bool:
    ours, theirs = change.supposed[change.key], before.supposed[before.key]
    return isinstance(ours, int | float) and isinstance(theirs, int | float) and ours > theirs
