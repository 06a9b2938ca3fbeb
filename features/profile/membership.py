"""Who the members are and who leads them."""

from collections.abc import Mapping
from typing import ClassVar

from features.profile.transformer import Floats, ProfilePart

__all__ = ["Membership"]


class Membership(ProfilePart):
    """Members in people, by livelihood; the board's size, skill level (0 to 4) and training in hours."""

    inputs: ClassVar[tuple[str, ...]] = (
        "member_count",
        "member_farmer_count",
        "member_fisher_count",
        "member_trader_count",
        "member_micro_count",
        "member_worker_count",
        "board_count",
        "board_skill_level",
        "training_hours",
        "stage",
        "running_units",
    )
    outputs: ClassVar[tuple[str, ...]] = (*inputs[:-1], "running_unit_count")

    def _compute(self, columns: Mapping[str, Floats]) -> Mapping[str, Floats]:
        kept = {name: columns[name] for name in self.inputs[:-1]}
        return {**kept, "running_unit_count": columns["running_units"]}
