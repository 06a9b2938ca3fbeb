"""Cooperatives, offers, and every pair feature of the catalogue; which cells are blank."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from features.pairs.catalogue import pair_features, sectors

__all__ = ["Drawn", "drawn"]

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
Names = npt.NDArray[np.str_]

_DISTRICTS = 12
_KM_SPAN = 40.0
_WISHED_SHARE = 0.12


@dataclass(frozen=True, slots=True)
class Drawn:
    """Pairs of all cooperatives with all offers.

    Attributes
    ----------
    features : dict of str to ndarray of shape (n_cooperatives, n_offers)
        Every pair feature as it truly is; NaN where it means nothing for the offer.
    blank : dict of str to ndarray of bool
        Where nobody wrote it down.
    sectors : ndarray of str, shape (n_offers,)
    districts : ndarray of str, shape (n_cooperatives,)
    """

    features: dict[str, Floats]
    blank: dict[str, Bools]
    sectors: Names
    districts: Names

    def told(self, feature: str) -> Floats:
        """Return a feature as a learner sees it: NaN where blank."""
        result: Floats = np.where(self.blank[feature], np.nan, self.features[feature])
        return result


@dataclass(frozen=True, slots=True)
class _Side:
    """One number per cooperative (a column) or per offer (a row)."""

    random: np.random.Generator
    shape: tuple[int, int]

    def spread(self, middle: float, sigma: float) -> Floats:
        """Draw positive numbers around a median, skewed as counts and sums of money are."""
        result: Floats = middle * np.exp(self.random.normal(0.0, sigma, self.shape))
        return result

    def share(self, a: float, b: float) -> Floats:
        return self.random.beta(a, b, self.shape)

    def level(self, chances: list[float]) -> Floats:
        return self.random.choice(len(chances), p=chances, size=self.shape).astype(np.float64)


def drawn(n_cooperatives: int, n_offers: int, missing_share: float, random: np.random.Generator) -> Drawn:
    """Draw a world's pairs.

    Parameters
    ----------
    n_cooperatives, n_offers : int
    missing_share : float
        Of the cooperatives' cells, 0 ... 1; a blank field blanks every feature computed from it.
    random : Generator
    """
    coop, offer = _Side(random, (n_cooperatives, 1)), _Side(random, (1, n_offers))
    known = sorted(set(sectors()) - {"mentoring"})
    sector = np.array([known[number % len(known)] for number in range(n_offers)])
    district = random.integers(_DISTRICTS, size=n_cooperatives)
    values = _values(coop, offer, sector, district, random)
    shape = (n_cooperatives, n_offers)
    whole = {name: np.broadcast_to(values[name], shape).astype(np.float64) for name in pair_features()}
    # Missing cells cluster in cooperatives that write little down.
    care = random.beta(4.0, 4.0, n_cooperatives) * 2.0 * missing_share
    fields = sorted({field for feature in pair_features().values() for field in feature.inputs})
    empty = {field: random.random(n_cooperatives) < care for field in fields if not field.startswith("(")}
    blank = {}
    for name, feature in pair_features().items():
        missing = np.zeros(n_cooperatives, dtype=bool)
        for field in feature.inputs:
            missing |= empty.get(field, np.zeros(n_cooperatives, dtype=bool)) & (
                random.random(n_cooperatives) < 1.0 / len(feature.inputs) ** 0.5
            )
        blank[name] = np.broadcast_to(missing[:, None], shape)
    return Drawn(whole, blank, sector, np.array([f"99.01.{number + 1:02d}" for number in district]))


def _values(
    coop: _Side, offer: _Side, sector: Names, district: npt.NDArray[np.int64], random: np.random.Generator
) -> dict[str, Floats]:
    capital, members = coop.spread(8e6, 1.0), coop.spread(90.0, 0.8)
    skill, need_skill = coop.level([0.25, 0.3, 0.25, 0.15, 0.05]), offer.level([0.2, 0.3, 0.3, 0.2])
    stage, documents = coop.level([0.3, 0.25, 0.2, 0.12, 0.07, 0.04, 0.02]), coop.share(3.0, 1.5)
    margin = offer.spread(2e6, 0.7) * coop.spread(1.0, 0.5) - offer.spread(1e6, 0.4)
    density = coop.share(2.0, 2.0) * 2.0 - 1.0
    affinity = np.array([[sectors()[name].density_affinity for name in sector]])
    needed = np.array([[sectors()[name].needs_road_level for name in sector]])
    rules = np.clip(documents * 0.6 + coop.share(2.0, 2.0) * 0.3 + offer.share(4.0, 2.0) * 0.3, 0.0, 1.0)
    coverage = capital / offer.spread(8e6, 0.8)
    kitchen = np.where(sector == "kitchen_supply", coop.spread(3.0, 0.7), np.nan)
    commodity = np.where(
        np.isin(sector, ["offtake", "farm_inputs", "warehouse"]), coop.share(1.2, 2.0), np.nan
    )
    return {
        "capital_coverage_ratio": np.clip(coverage, 0.0, 2.0),
        "financed_gap_share": np.where(coverage < 1.0, coop.share(1.0, 3.0), 1.0),
        "shop_coverage_ratio": np.clip(coop.spread(25.0, 0.8) / offer.spread(20.0, 0.7), 0.0, 2.0),
        "store_coverage_ratio": np.clip(coop.spread(30.0, 1.0) / offer.spread(30.0, 0.9), 0.0, 2.0),
        "premises_level": coop.level([0.3, 0.3, 0.15, 0.1, 0.15]) / 4.0,
        "infrastructure_share": np.clip(coop.share(3.0, 1.2) + 0.2 - 0.15 * needed, 0.0, 1.0),
        "skill_gap_levels": np.maximum(need_skill - skill, 0.0),
        "board_skill_level": skill,
        "training_hours": np.clip(coop.spread(10.0, 1.0), 0.0, 80.0),
        "member_count": np.round(members),
        "matching_member_count": np.round(members * coop.share(1.0, 3.0) * offer.share(2.0, 2.0)),
        "commodity_match_share": commodity,
        "interest_score": (random.random((coop.shape[0], offer.shape[1])) < _WISHED_SHARE)
        * coop.share(4.0, 2.0),
        "running_unit_count": coop.level([0.6, 0.25, 0.1, 0.05]),
        "stage_level": stage,
        "documents_ready_share": documents,
        "demand_coverage_ratio": np.clip(coop.spread(0.7, 0.7) * offer.spread(1.0, 0.4), 0.0, 2.0),
        "margin_idr_per_month": np.clip(margin, -2e6, 1e8),
        "competitor_count": np.round(coop.spread(3.0, 0.8) * offer.share(3.0, 2.0)),
        "depot_distance_km": _distances(district, offer.shape[1], random),
        "kitchen_distance_km": kitchen,
        "density_match_score": density * affinity,
        "rules_met_share": rules,
        "days_to_open": np.clip(offer.spread(45.0, 0.7) * (2.0 - rules), 0.0, 1000.0),
    }


def _distances(district: npt.NDArray[np.int64], n_offers: int, random: np.random.Generator) -> Floats:
    """Return straight-line distances in km from cooperatives, who live in districts, to depots."""
    centres = random.uniform(0.0, _KM_SPAN, (_DISTRICTS, 2))
    homes = centres[district] + random.normal(0.0, 3.0, (len(district), 2))
    depots = random.uniform(0.0, _KM_SPAN, (n_offers, 2))
    result: Floats = np.linalg.norm(homes[:, None, :] - depots[None, :, :], axis=2)
    return result
