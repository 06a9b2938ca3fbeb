"""What is asked of a plan, checked."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal, get_args

from models.errors import ModelError
from models.ranking.objectives import checked_objective
from recommender.errors import RefusedError

__all__ = ["DEFAULT_STATUSES", "AllocationSettings", "Hold", "HoldKind", "checked_settings"]

HoldKind = Literal["locked", "forbidden", "held"]

DEFAULT_STATUSES = ("eligible", "needs_steps", "unknown")
_MOST_OFFERS = 20
_MOST_AMOUNT = 10**15
_AMOUNTS = {
    "min_per_district": ("Jumlah terkecil tiap kecamatan", "The minimum for each district"),
    "change_price": ("Harga tiap perubahan", "The price of each change"),
    "city_budget_idr": ("Anggaran kota", "The city's budget"),
    "district_budget_idr": ("Anggaran tiap kecamatan", "The budget of each district"),
}


@dataclass(frozen=True, slots=True)
class Hold:
    """A pair about which somebody decided beforehand.

    Attributes
    ----------
    cooperative_id, offer_id : str
    kind : {'locked', 'forbidden', 'held'}
        It must be in the plan, must not be, or its place is kept back without being given.
    reason : str or None
    recorded_by : str or None
    expires_on : date or None
        The last day on which it counts; ``None`` is until lifted.
    """

    cooperative_id: str
    offer_id: str
    kind: HoldKind = "locked"
    reason: str | None = None
    recorded_by: str | None = None
    expires_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class AllocationSettings:
    """What is asked of a plan.

    Attributes
    ----------
    objective : str
        What a pair is worth: ``balanced``, ``success``, ``margin`` or ``jobs``.
    max_per_cooperative : int
        At most so many new offers for each cooperative, those kept back included.
    min_per_district : int
        At least so many pairs in each district.
    one_each : bool
        At least one for every cooperative that can have one.
    statuses : tuple of str
        Pairs of these statuses may be chosen. One that is blocked only because no place is left waits for
        one; ``blocked`` here lets in those that fail a rule as well, for a what-if.
    change_price : float
        What giving up a pair of the plan before costs, in the objective's own unit.
    previous_id : str or None
        The plan before; by default the one that is published.
    city_budget_idr, district_budget_idr : int or None
        At most so much of the offers' capital need, in the city and in each district.
    holds : tuple of Hold
        Beside those of the store; a later one of the same pair replaces an earlier one.
    """

    objective: str = "balanced"
    max_per_cooperative: int = 3
    min_per_district: int = 0
    one_each: bool = False
    statuses: tuple[str, ...] = DEFAULT_STATUSES
    change_price: float = 0.0
    previous_id: str | None = None
    city_budget_idr: int | None = None
    district_budget_idr: int | None = None
    holds: tuple[Hold, ...] = ()


def checked_settings(settings: AllocationSettings) -> AllocationSettings:
    """Return the settings if a plan can be asked for with them.

    Raises
    ------
    RefusedError
        Names the setting and what to write.
    """
    try:
        checked_objective(settings.objective)
    except ModelError as error:
        raise RefusedError(error.message_id, error.message_en) from error
    if not 1 <= settings.max_per_cooperative <= _MOST_OFFERS:
        raise RefusedError(
            f"Jumlah terbanyak per koperasi {settings.max_per_cooperative} tidak dapat dipakai. "
            f"Tulis 1 sampai {_MOST_OFFERS}.",
            f"At most {settings.max_per_cooperative} per cooperative cannot be used. "
            f"Write 1 to {_MOST_OFFERS}.",
        )
    for name, (label_id, label_en) in _AMOUNTS.items():
        number = getattr(settings, name) or 0
        if not 0 <= number < _MOST_AMOUNT:
            raise RefusedError(
                f"{label_id} ({name} = {number}) tidak dapat dipakai. Tulis 0 atau lebih.",
                f"{label_en} ({name} = {number}) cannot be used. Write 0 or more.",
            )
    unknown = [one for one in settings.statuses if one not in (*DEFAULT_STATUSES, "blocked")]
    if unknown or not settings.statuses:
        named = ", ".join(unknown) or "-"
        known = ", ".join((*DEFAULT_STATUSES, "blocked"))
        raise RefusedError(
            f"Status {named} tidak dikenal. Pilih dari: {known}.",
            f"Unknown status {named}. Choose from: {known}.",
        )
    for hold in settings.holds:
        if hold.kind not in get_args(HoldKind):
            raise RefusedError(
                f"Jenis {hold.kind} tidak dikenal. Pilih locked, forbidden atau held.",
                f"Unknown kind {hold.kind}. Choose locked, forbidden or held.",
            )
    return settings
