"""Which events count at once, and which wait."""

import pandas as pd
import pytest

from models.evidence.standing import waiting

INTERESTED = ["kop-001", "Koperasi Unyur", "pertamina", "PT Pertamina"]


@pytest.mark.parametrize(
    ("author", "waits"),
    [
        ("kop-001", True),
        (" KOP-001 ", True),
        ("koperasi  unyur", True),
        ("pt pertamina", True),
        ("Budi, Dinas Koperasi", False),
        ("kop-0010", False),
        ("", False),
        (None, False),
        (float("nan"), False),
    ],
)
def test_what_a_cooperative_or_a_partner_recorded_waits(author, waits):
    """By id or name, however it is spaced or spelled in capitals; blank is the department's import."""
    assert [waits] == waiting(pd.DataFrame({"recorded_by": [author]}), INTERESTED).tolist()


def test_no_event_is_no_mark():
    """An empty log stays empty."""
    assert [] == waiting(pd.DataFrame({"recorded_by": []}), INTERESTED).tolist()
