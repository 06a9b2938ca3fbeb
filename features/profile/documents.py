"""Which of the base documents a cooperative has."""

from collections.abc import Mapping
from functools import reduce
from typing import ClassVar

import numpy as np

from features.profile.transformer import Floats, ProfilePart

__all__ = ["BASE_DOCUMENTS", "Documents"]

# What nearly every partner asks for: akta, SK, NIK koperasi, NPWP, NIB, account, Simkopdes.
BASE_DOCUMENTS = (
    "has_deed",
    "has_legal_entity",
    "has_cooperative_number",
    "has_tax_number",
    "has_business_number",
    "has_bank_account",
    "has_bank_statements_3m",
    "has_simkopdes_account",
)


class Documents(ProfilePart):
    """Share of the eight base documents that are there, 0 to 1; NaN while any of them is unknown."""

    inputs: ClassVar[tuple[str, ...]] = BASE_DOCUMENTS
    outputs: ClassVar[tuple[str, ...]] = ("documents_ready_share",)

    def _compute(self, columns: Mapping[str, Floats]) -> Mapping[str, Floats]:
        # One after another: numpy's own sum adds in an order that depends on how many rows there are.
        there = reduce(np.add, [columns[name] for name in BASE_DOCUMENTS])
        return {"documents_ready_share": there / len(BASE_DOCUMENTS)}
