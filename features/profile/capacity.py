"""What a cooperative can put in: money, room, power and vehicles."""

from collections.abc import Mapping
from typing import ClassVar

import numpy as np

from features.profile.transformer import Floats, ProfilePart

__all__ = ["Capacity"]


class Capacity(ProfilePart):
    """Money in rupiah, room in square metres and tonnes, power in VA, equipment as counts.

    ``funds_idr`` is the larger of own capital and cash, whichever is known; it is unknown only when both
    are. Negative capital counts as no funds.
    """

    inputs: ClassVar[tuple[str, ...]] = (
        "own_capital_idr",
        "cash_idr",
        "collateral_idr",
        "premises_status",
        "shop_area_m2",
        "store_area_m2",
        "store_capacity_t",
        "power_va",
        "has_internet",
        "road_access",
        "vehicles",
        "cold_storage_kg",
        "turnover_idr_per_month",
    )
    outputs: ClassVar[tuple[str, ...]] = (
        "funds_idr",
        "collateral_idr",
        "premises_level",
        "shop_area_m2",
        "store_area_m2",
        "store_capacity_t",
        "power_va",
        "has_internet",
        "road_level",
        "vehicle_count",
        "cold_storage_kg",
        "turnover_idr_per_month",
    )

    def _compute(self, columns: Mapping[str, Floats]) -> Mapping[str, Floats]:
        funds = np.fmax(columns["own_capital_idr"], columns["cash_idr"])
        renamed = {
            "premises_level": "premises_status",
            "road_level": "road_access",
            "vehicle_count": "vehicles",
        }
        kept = {name: columns[renamed.get(name, name)] for name in self.outputs if name != "funds_idr"}
        return {"funds_idr": np.maximum(funds, 0.0), **kept}
