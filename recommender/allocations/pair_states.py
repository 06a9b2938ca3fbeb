"""Which pairs may be chosen, which must be, and why the others may not."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from features.frame_cells import number_of, text_of
from models.allocation.problem import CLOSED, HELD, LOCKED, OPEN
from models.allocation.spacing import near_points
from models.requirements.eligibility import STATUSES
from recommender.allocations.pair_values import PairValues
from recommender.allocations.settings import AllocationSettings, Hold
from recommender.errors import NotFoundError, RefusedError
from recommender.gathering import Gathered

__all__ = ["CAUSES", "PairStates", "pair_states"]

CAUSES = (
    "",
    "support",
    "runs",
    "invalid",
    "unremedied",
    "status",
    "group_runs",
    "near_holder",
    "forbidden",
    "given_up",
)
"""Why a pair is closed: support, running, invalid, failing a rule without remedy, of a status not asked for,
of the group of one that runs, too near to one that runs, forbidden, given up or turned down lately."""

_BLOCKED = STATUSES.index("blocked")
_STATE_OF = {"locked": LOCKED, "held": HELD, "forbidden": CLOSED}


@dataclass(frozen=True, slots=True)
class PairStates:
    """States of all pairs; matrices of shape (n_cooperatives, n_offers).

    Attributes
    ----------
    state : ndarray of int8
        As in ``models.allocation.problem``.
    cause : ndarray of int8
        Positions in ``CAUSES``; 0 where the pair is not closed.
    hold_by_pair : mapping of (cooperative_id, offer_id) to Hold
        Those that count.
    """

    state: npt.NDArray[np.int8]
    cause: npt.NDArray[np.int8]
    hold_by_pair: Mapping[tuple[str, str], Hold]

    @property
    def holds(self) -> tuple[Hold, ...]:
        """Those that count."""
        return tuple(self.hold_by_pair.values())

    def hold_of(self, cooperative_id: str, offer_id: str) -> Hold | None:
        """Return what somebody decided of a pair beforehand, if anything."""
        return self.hold_by_pair.get((cooperative_id, offer_id))


def pair_states(
    source: Gathered,
    values: PairValues,
    settings: AllocationSettings,
    holds: Sequence[Hold],
    given_up: Collection[tuple[str, str]] = (),
) -> PairStates:
    """Return the states; parameters and errors as in ``problem_maker.plan_inputs``."""
    cause = _causes(source, values, settings)
    row_of = {one: row for row, one in enumerate(values.placed["cooperative_id"])}
    column_of = {one: column for column, one in enumerate(source.context.offer_ids)}
    for cooperative_id, offer_id in given_up:
        row, column = row_of.get(cooperative_id), column_of.get(offer_id)
        if row is not None and column is not None and cause[row, column] == 0:
            cause[row, column] = CAUSES.index("given_up")
    state = np.where(cause == 0, OPEN, CLOSED).astype(np.int8)
    counted: dict[tuple[str, str], Hold] = {}
    for hold in holds:
        row, column = row_of.get(hold.cooperative_id), column_of.get(hold.offer_id)
        if row is None or column is None:
            raise _unknown(hold, is_cooperative=row is None)
        why = CAUSES[cause[row, column]]
        if why == "runs":
            continue
        if hold.kind == "forbidden":
            cause[row, column] = CAUSES.index("forbidden")
        elif why not in ("", "status", "given_up"):
            raise _against_rules(hold, why)
        else:
            cause[row, column] = 0
        state[row, column] = _STATE_OF[hold.kind]
        counted[hold.cooperative_id, hold.offer_id] = hold
    return PairStates(state, cause, counted)


def _causes(source: Gathered, values: PairValues, settings: AllocationSettings) -> npt.NDArray[np.int8]:
    context = source.context
    cause = np.zeros(values.status.shape, dtype=np.int8)
    # a full quota is the plan's own business: such a pair waits, it is not barred
    asked = sorted(STATUSES.index(one) for one in settings.statuses)
    unasked = ~np.isin(values.status_with_place, asked)
    rules_count = np.array(_BLOCKED not in asked)
    groups = [text_of(one) for one in context.offers["exclusive_group"]]
    group_runs = np.zeros_like(values.held)
    for group in sorted({one for one in groups if one}):
        columns = np.array([one == group for one in groups], dtype=np.bool_)
        group_runs |= np.any(values.held[:, columns], axis=1, keepdims=True) & columns[None, :]
    shape = cause.shape
    for name, marks in (
        ("near_holder", _near_holders(source, values)),
        ("group_runs", group_runs),
        ("status", unasked),
        ("unremedied", values.unremedied & rules_count),
        ("invalid", np.broadcast_to(context.book.invalid & rules_count, shape)),
        ("runs", values.held),
        ("support", np.broadcast_to(~context.ranked, shape)),
    ):
        cause[marks] = CAUSES.index(name)
    return cause


def _near_holders(source: Gathered, values: PairValues) -> npt.NDArray[np.bool_]:
    """Mark the pairs that stand nearer to one that runs than the offer's minimum spacing."""
    marks = np.zeros_like(values.held)
    latitude = values.placed["latitude_deg"].to_numpy(dtype=np.float64)
    longitude = values.placed["longitude_deg"].to_numpy(dtype=np.float64)
    known = ~np.isnan(latitude + longitude)
    for column, one in enumerate(source.context.offers["min_spacing_km"]):
        least_km = number_of(one)
        holders = np.flatnonzero(values.held[:, column] & known)
        if least_km is None or not len(holders):
            continue
        rows = np.flatnonzero(known)
        for near in near_points(
            latitude[rows], longitude[rows], latitude[holders], longitude[holders], least_km
        ):
            marks[rows[near], column] = True
    return marks & ~values.held


def _unknown(hold: Hold, *, is_cooperative: bool) -> NotFoundError:
    if is_cooperative:
        return NotFoundError(
            f"Koperasi {hold.cooperative_id} pada daftar kunci tidak dikenal. Periksa ID-nya.",
            f"The cooperative {hold.cooperative_id} among the holds is unknown. Check its id.",
        )
    return NotFoundError(
        f"Model bisnis {hold.offer_id} pada daftar kunci tidak dikenal. Periksa ID-nya.",
        f"The offer {hold.offer_id} among the holds is unknown. Check its id.",
    )


_AGAINST = {
    "support": ("ini pendampingan, bukan model bisnis", "it is support, not a business"),
    "invalid": ("model bisnis ini di luar masa berlakunya", "the offer is outside its period of validity"),
    "unremedied": (
        "syarat wajib tidak terpenuhi dan tidak dapat dipenuhi",
        "a mandatory rule is not met and cannot be",
    ),
    "group_runs": (
        "model bisnis lain dari kelompok yang sama sudah berjalan",
        "another offer of the same group runs already",
    ),
    "near_holder": (
        "terlalu dekat dengan koperasi yang sudah menjalankannya",
        "it is too near to a cooperative that runs it",
    ),
}


def _against_rules(hold: Hold, why: str) -> RefusedError:
    id_, en = _AGAINST[why]
    pair = f"{hold.cooperative_id} – {hold.offer_id}"
    return RefusedError(
        f"{pair} tidak dapat dikunci atau ditahan: {id_}. Hapus dari daftar kunci.",
        f"{pair} cannot be locked or kept back: {en}. Take it out of the holds.",
    )
