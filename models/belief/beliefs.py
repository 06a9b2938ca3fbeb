"""Typed access to the beliefs: one curve per criterion, its strength, and how unsure the expert is."""

import csv
import hashlib
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from features.pairs.catalogue import pair_features
from models.errors import BeliefError

__all__ = ["BASE_LOGIT", "RESIDUAL_SD_LOGIT", "Belief", "Beliefs", "packaged_beliefs", "read_beliefs"]

# What a suitable pair starts from before anything is known of it, and how unsure that is, in logits.
# An assumption: about one new pair in five opens and stands (5 of 67 ran a business: K4; 429 of 5,689
# registered cooperatives became LPG outlets: P39; 16 of 67 by a looser count: K6).
BASE_LOGIT = -2.1
RESIDUAL_SD_LOGIT = 0.65
# What an expert writes in the table's column ``direction``.
_DIRECTIONS = {1: "more is better", -1: "less is better"}


@dataclass(frozen=True, slots=True)
class Belief:
    """What is believed of one criterion.

    Attributes
    ----------
    criterion : str
        A pair feature.
    knots, contributions_logit : ndarray of shape (n_knots,)
        The value curve times its strength: feature value in its unit, contribution in logits; linear in
        between, level beyond the ends.
    sd_logit : float
        How unsure the expert is of the whole curve.
    basis, source, note : str
    """

    criterion: str
    knots: npt.NDArray[np.float64]
    contributions_logit: npt.NDArray[np.float64]
    sd_logit: float
    basis: str
    source: str
    note: str

    @property
    def half_range_logit(self) -> float:
        """Half the distance between the best and the worst contribution."""
        return float(np.ptp(self.contributions_logit)) / 2

    def curve(self, values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Return the contribution of each value, in logits; NaN for NaN."""
        result: npt.NDArray[np.float64] = np.interp(values, self.knots, self.contributions_logit)
        return result


@dataclass(frozen=True, slots=True)
class Beliefs:
    """All beliefs together, in catalogue order; ``digest`` identifies them."""

    base_logit: float
    residual_sd_logit: float
    criteria: tuple[Belief, ...]
    sector_logit: Mapping[str, float]
    digest: str


@cache
def packaged_beliefs() -> Beliefs:
    """Return the beliefs that ship with the product.

    Examples
    --------
    >>> packaged_beliefs().criteria[0].criterion
    'capital_coverage_ratio'
    """
    folder = files("models.belief")
    criteria = folder.joinpath("beliefs.csv").read_text(encoding="utf-8")
    sectors = folder.joinpath("sectors.csv").read_text(encoding="utf-8")
    return read_beliefs(
        list(csv.DictReader(criteria.splitlines())), list(csv.DictReader(sectors.splitlines()))
    )


def read_beliefs(criteria: Sequence[Mapping[str, str]], sectors: Sequence[Mapping[str, str]]) -> Beliefs:
    """Read beliefs from rows, so that an expert can edit them in a sheet.

    Parameters
    ----------
    criteria : sequence of mapping
        Columns as in ``beliefs.csv``.
    sectors : sequence of mapping
        Columns as in ``sectors.csv``.

    Raises
    ------
    BeliefError
        When a criterion is no pair feature or comes twice, a curve or a number cannot be read, a curve runs
        against the feature's direction, or a strength is negative; the message names the criterion.
    """
    found: dict[str, Belief] = {}
    for row in criteria:
        belief = _belief(row)
        if belief.criterion in found:
            raise BeliefError(
                f"Kriteria {belief.criterion!r} tertulis dua kali. Hapus salah satunya.",
                f"Criterion {belief.criterion!r} is written twice. Remove one of the rows.",
            )
        found[belief.criterion] = belief
    ordered = tuple(found[name] for name in pair_features() if name in found)
    text = repr((BASE_LOGIT, RESIDUAL_SD_LOGIT, [sorted(row.items()) for row in (*criteria, *sectors)]))
    return Beliefs(
        base_logit=BASE_LOGIT,
        residual_sd_logit=RESIDUAL_SD_LOGIT,
        criteria=ordered,
        sector_logit=MappingProxyType({row["sector"]: _sector_logit(row) for row in sectors}),
        digest=hashlib.sha256(text.encode()).hexdigest(),
    )


def _sector_logit(row: Mapping[str, str]) -> float:
    try:
        return _finite(row["logit"])
    except (KeyError, ValueError) as error:
        raise BeliefError(
            f"Nilai logit sektor {row.get('sector')!r} tidak terbaca. Tulis angka, misalnya -0.2.",
            f"The logit of sector {row.get('sector')!r} cannot be read. Write a number such as -0.2.",
        ) from error


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return number


def _belief(row: Mapping[str, str]) -> Belief:
    name = row.get("criterion", "")
    feature = pair_features().get(name)
    if feature is None:
        raise BeliefError(
            f"Kriteria {name!r} bukan fitur pasangan yang dikenal.",
            f"Criterion {name!r} is not a known pair feature.",
        )
    try:
        pairs = [knot.split(":") for knot in row["curve"].split(";")]
        knots = np.array([_finite(knot) for knot, _ in pairs])
        values = np.array([_finite(value) for _, value in pairs])
        strength, sd = _finite(row["strength_logit"]), _finite(row["sd_logit"])
    except (KeyError, ValueError) as error:
        raise BeliefError(
            f"Kurva atau kekuatan kriteria {name!r} tidak terbaca. Contoh kurva: 0:-1;1:0.5.",
            f"The curve or strength of criterion {name!r} cannot be read. Example of a curve: 0:-1;1:0.5.",
        ) from error
    rising = bool(np.all(np.diff(knots) > 0)) and bool(np.all(np.diff(values) * feature.direction >= 0))
    said = row.get("direction") or _DIRECTIONS[feature.direction]
    if said != _DIRECTIONS[feature.direction] or not rising or strength < 0 or sd < 0:
        raise BeliefError(
            f"Kurva kriteria {name!r} berlawanan dengan arahnya, atau kekuatannya negatif.",
            f"The curve of criterion {name!r} runs against its direction, or its strength is negative.",
        )
    basis, source, note = (row.get(column, "") for column in ("basis", "source", "note"))
    return Belief(name, knots, values * strength, sd, basis, source, note)
