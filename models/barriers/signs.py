"""How strongly the facts, and the cooperative itself, point at each obstacle."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.barriers.groups import BARRIERS, barrier_of
from models.requirements.eligibility import STATUSES, EligibilityBlock, RuleBook
from models.requirements.truth import FAILED, MET

__all__ = ["LIKELY_SHARE", "STRENGTHS", "FieldSign", "Sign", "open_pairs", "signs_of"]

Bools = npt.NDArray[np.bool_]

STRENGTHS = ("stated", "likely", "possible", "unknown")
"""From the strongest: said by the cooperative; fails half of its offers; fails some; only gaps."""
LIKELY_SHARE = 0.5
"""Share of the open offers from which on an obstacle is called likely. An assumption."""

_BLOCKED = STATUSES.index("blocked")


@dataclass(frozen=True, slots=True)
class FieldSign:
    """A field and in how many open offers its mandatory rules fail, or cannot be answered."""

    field: str
    offer_count: int


@dataclass(frozen=True, slots=True)
class Sign:
    """One obstacle of one cooperative.

    Attributes
    ----------
    barrier : str
        One of ``BARRIERS``, or ``other`` as the cooperative states it.
    strength : str
        One of ``STRENGTHS``.
    is_stated : bool
    failing_count, open_count : int
        Offers in which a rule of this obstacle fails, of how many; for ``supply`` also offers without a
        place left, of all that are valid.
    failed, unknown : tuple of FieldSign
        Most offers first. Unknown fields are listed and never counted as failing.
    """

    barrier: str
    strength: str
    is_stated: bool
    failing_count: int
    open_count: int
    failed: tuple[FieldSign, ...]
    unknown: tuple[FieldSign, ...]

    @property
    def share(self) -> float:
        """Share of offers that fail by it; 0 where there is none to speak of."""
        return self.failing_count / self.open_count if self.open_count else 0.0


def open_pairs(eligibility: EligibilityBlock, ranked: Bools) -> Bools:
    """Mark business offers that are neither blocked nor held; shape (n_cooperatives, n_offers)."""
    found: Bools = ranked[None, :] & (eligibility.status != _BLOCKED) & ~eligibility.held
    return found


def signs_of(
    book: RuleBook, eligibility: EligibilityBlock, ranked: Bools, row: int, stated: Sequence[str] | None
) -> tuple[Sign, ...]:
    """Return the obstacles of one cooperative, the strongest first.

    Parameters
    ----------
    book : RuleBook
    eligibility : EligibilityBlock
    ranked : ndarray of bool, shape (n_offers,)
        Business offers.
    row : int
    stated : sequence of str or None
        The cooperative's own ``barriers``; ``None`` is unknown, which is no statement that there are none.

    Returns
    -------
    tuple of Sign
        Only obstacles with some sign, if it be gaps alone.
    """
    columns = np.flatnonzero(open_pairs(eligibility, ranked)[row])
    failed: dict[str, set[int]] = {}
    fields: dict[str, dict[str, Counter[str]]] = {"failed": {}, "unknown": {}}
    for column in columns:
        for barrier, field, answer in _answers(book, eligibility, row, int(column)):
            fields[answer].setdefault(barrier, Counter())[field] += 1
            if answer == "failed":
                failed.setdefault(barrier, set()).add(int(column))
    said = set(stated or ())
    valid = ranked & ~book.invalid & ~eligibility.held[row]
    full = int((eligibility.full[row] & valid).sum())
    found = []
    for barrier in (*BARRIERS, "other"):
        more, among = (full, int(valid.sum())) if barrier == "supply" else (0, len(columns))
        sign = Sign(
            barrier=barrier,
            strength="",
            is_stated=barrier in said,
            failing_count=len(failed.get(barrier, ())) + more,
            open_count=among,
            failed=_signs(fields["failed"].get(barrier)),
            unknown=_signs(fields["unknown"].get(barrier)),
        )
        found.append(_weighed(sign))
    return tuple(sorted((one for one in found if one.strength), key=_place))


def _answers(
    book: RuleBook, eligibility: EligibilityBlock, row: int, column: int
) -> Iterable[tuple[str, str, str]]:
    """Yield obstacle, field and answer of each mandatory rule that is not met, each once."""
    seen = set()
    for rule, place in zip(book.rules[column], book.columns[column], strict=True):
        field, truth = rule.condition.field, int(eligibility.truth[row, place])
        barrier = barrier_of(field)
        if rule.must and barrier is not None and truth != MET:
            seen.add((barrier, field, "failed" if truth == FAILED else "unknown"))
    return sorted(seen)


def _signs(counted: Counter[str] | None) -> tuple[FieldSign, ...]:
    found = [FieldSign(field, count) for field, count in (counted or {}).items()]
    return tuple(sorted(found, key=lambda one: (-one.offer_count, one.field)))


def _weighed(sign: Sign) -> Sign:
    if sign.is_stated:
        strength = "stated"
    elif sign.failing_count:
        strength = "likely" if sign.share >= LIKELY_SHARE else "possible"
    else:
        strength = "unknown" if sign.unknown else ""
    return Sign(
        sign.barrier,
        strength,
        sign.is_stated,
        sign.failing_count,
        sign.open_count,
        sign.failed,
        sign.unknown,
    )


def _place(sign: Sign) -> tuple[int, float, int]:
    order = (*BARRIERS, "other")
    return STRENGTHS.index(sign.strength), -sign.share, order.index(sign.barrier)
