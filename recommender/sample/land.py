"""Paddy fields, ponds, gardens and fertiliser around each cooperative (generated).

The city's 7,353 ha of paddy (K11) are dealt out: by district as ``districts.csv`` assumes (at least
the 3,022 ha of protected rice land in Kasemen, K12), within it by area and by how rural a place is.
Sawah Luhur keeps the 900 ha of fields and 515 ha of ponds that are published for it (K18).
"""

from collections.abc import Mapping, Sequence

from recommender.sample.draws import Draws
from recommender.sample.places import Place
from recommender.sample.tables import packaged_table
from recommender.sample.values import Row

__all__ = ["draw_land"]

# Brackish ponds lie on the shore only. Published: Sawah Luhur; the others are assumed, Banten below
# the 275 ha of ponds and swamp together (K28).
POND_HA = {
    "36.73.02.1007": 190.0,
    "36.73.02.1008": 515.0,
    "36.73.02.1010": 60.0,
    "36.73.02.1011": 150.0,
}
FIELDS_HA = {"36.73.02.1008": 900.0}
PADDY_SHARE_MAXIMUM = 0.7


def _rural(place: Place) -> float:
    return 1 / (1 + (place.people_per_km2 / 4_000) ** 2)


def _paddy(group: Sequence[Place], total_ha: float, seed: int) -> dict[str, float]:
    """Deal a district's paddy out, nobody above the share of its dry area that fields can take."""
    found = {place.code: FIELDS_HA[place.code] for place in group if place.code in FIELDS_HA}
    weights = {
        place.code: place.area_ha * _rural(place) * Draws(seed, place.code, "paddy").between(0.6, 1.4)
        for place in group
        if place.code not in found
    }
    ceilings = {
        place.code: PADDY_SHARE_MAXIMUM * (place.area_ha - POND_HA.get(place.code, 0.0)) for place in group
    }
    while weights:
        per_weight = (total_ha - sum(found.values())) / sum(weights.values())
        full = [code for code, weight in weights.items() if weight * per_weight > ceilings[code]]
        for code in full or list(weights):
            found[code] = min(weights.pop(code) * per_weight, ceilings[code])
    return found


def draw_land(places: Sequence[Place], seed: int) -> Mapping[str, Row]:
    """Return the land columns by area code; hectares to one decimal, tonnes a year whole."""
    found: dict[str, Row] = {}
    for district in packaged_table("districts.csv"):
        group = [place for place in places if place.district == district["district"]]
        paddy = _paddy(group, float(district["paddy_ha"]), seed)
        for place in group:
            draws = Draws(seed, place.code, "land use")
            pond_ha = POND_HA.get(place.code, 0.0)
            free_ha = place.area_ha - paddy[place.code] - pond_ha
            garden_ha = float(district["garden_share"]) * _rural(place) * draws.between(0.5, 1.5)
            quota_t = paddy[place.code] * draws.between(0.35, 0.55)
            found[place.code] = {
                "paddy_ha": round(paddy[place.code], 1),
                "pond_ha": pond_ha,
                "garden_ha": round(min(garden_ha * place.area_ha, 0.8 * free_ha), 1),
                "fertiliser_quota_t_per_year": float(min(round(quota_t), 600)),
            }
    return found
