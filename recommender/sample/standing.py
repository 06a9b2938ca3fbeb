"""The counts the department published, dealt out over the places.

Published are counts, not names: 16 with a place of their own or a borrowed one (10 and 6, K6), 5
active (K4), land prepared for 19, one building begun, at Unyur (K8). Who has what is drawn, except
that those which K6 names come first.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from recommender.sample.draws import Draws
from recommender.sample.places import Place
from recommender.sample.tables import packaged_table

__all__ = ["Standing", "standings"]

OWNED_COUNT = 10
BORROWED_COUNT = 6
RUNNING_COUNT = 5
LAND_COUNT = 19
# How many have climbed to each step of the ladder, from the top; the rest stand on step 1.
LADDER = (6, 6, 5, 5, 5, 4, 4, 4, *([3] * 9), *([2] * 18))
LOWEST_COUNT = 6


@dataclass(frozen=True, slots=True)
class Standing:
    """How far one cooperative has come.

    ``readiness`` is its rank in (0, 1), 1 the furthest; ``ladder`` is the step it could claim with
    complete documents; ``land_area_m2`` is 0 where no land is prepared.
    """

    readiness: float
    ladder: int
    is_running: bool
    premises_status: str
    land_area_m2: float


def _published(field: str) -> dict[str, str]:
    rows = packaged_table("public_facts.csv")
    return {row["area_code"]: row["value"] for row in rows if row["field"] == field}


def _premises(ranked: Sequence[Place], seed: int) -> dict[str, str]:
    building = _published("premises_status")
    housed = [place for place in ranked if place.code not in building][: OWNED_COUNT + BORROWED_COUNT]
    housed.sort(key=lambda place: (Draws(seed, place.code, "owned").share(), place.code))
    found = {place.code: "owned" for place in housed[:OWNED_COUNT]}
    found |= {place.code: "borrowed" for place in housed[OWNED_COUNT:]}
    for place in ranked:
        room = Draws(seed, place.code, "room").chance(0.3)
        found.setdefault(place.code, "kelurahan_room" if room else "none")
    return found | building


def _land(places: Sequence[Place], seed: int) -> dict[str, float]:
    stated = {code: float(value) for code, value in _published("land_area_m2").items()}
    # Open land is found where fewer people live.
    order = sorted(
        (place for place in places if place.code not in stated),
        key=lambda place: (
            Draws(seed, place.code, "land").share() + place.people_per_km2 / 10_000,
            place.code,
        ),
    )
    sizes = {
        place.code: 10.0 * Draws(seed, place.code, "land size").whole(60, 100)
        for place in order[: LAND_COUNT - len(stated)]
    }
    return dict.fromkeys((place.code for place in places), 0.0) | sizes | stated


def standings(places: Sequence[Place], seed: int) -> Mapping[str, Standing]:
    """Return the standing of each place by its code."""
    named = _published("is_reported_running")
    ranked = sorted(
        places,
        key=lambda place: (
            -(place.code in named),
            Draws(seed, place.code, "rank").share(),
            place.code,
        ),
    )
    premises, land = _premises(ranked, seed), _land(places, seed)
    count = len(ranked)
    steps = [*LADDER, *([1] * (count - len(LADDER) - LOWEST_COUNT)), *([0] * LOWEST_COUNT)]
    return {
        place.code: Standing(
            readiness=(count - rank - 0.5) / count,
            ladder=steps[rank],
            is_running=rank < RUNNING_COUNT,
            premises_status=premises[place.code],
            land_area_m2=land[place.code],
        )
        for rank, place in enumerate(ranked)
    }
