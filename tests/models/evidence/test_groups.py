"""The sets of outcomes that are looked at together."""

import numpy as np

from models.evidence.groups import groups_of


def test_accounts_cooperatives_and_windows():
    """At most three members, the most surprising first; windows begin with a success."""
    days = np.array([0, 10, 59, 60, 61, 200])
    label = np.array([0.0, 1.0, 0.0, 0.0, 1.0, 0.0])
    found = list(
        groups_of(["a", "b", "b", "", "c", "d"], ["k1", "k2", "k3", "k4", "k5", "k6"], days, label, label)
    )
    of_kind = {
        kind: [one for one in found if one.kind == kind] for kind in ("accounts", "cooperatives", "days")
    }
    assert [[1, 2], [1, 2, 4], [0, 1, 2, 4]] == [list(one.positions) for one in of_kind["accounts"]]
    assert [4, 6, 4] == [one.choices for one in of_kind["accounts"]]
    assert [6, 15, 20] == [one.choices for one in of_kind["cooperatives"]]
    assert [[1, 2, 3, 4], [4]] == [list(one.positions) for one in of_kind["days"]]


def test_a_window_over_everything_is_none():
    """It would have nothing to be compared with."""
    days, label = np.array([0, 1, 2]), np.ones(3)
    found = [
        one for one in groups_of(["", "", ""], ["k", "k", "k"], days, label, label) if one.kind == "days"
    ]
    assert [2, 1] == [len(one.positions) for one in found]
    assert "accounts" not in {one.kind for one in groups_of(["", "", ""], ["k"] * 3, days, label, label)}
