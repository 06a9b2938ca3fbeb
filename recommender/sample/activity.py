"""Running units, turnover, stage, barriers and preferences of one cooperative (generated)."""

from recommender.sample.documents import REQUIRED_DOCUMENTS
from recommender.sample.draws import Draws
from recommender.sample.places import Place
from recommender.sample.standing import Standing
from recommender.sample.tables import packaged_table
from recommender.sample.values import Row, Value

__all__ = ["draw_activity"]

# What a small shop can begin with; ids of the offer catalogue.
FIRST_UNITS = {
    "konsinyasi": 3.0,
    "sembako-idfood": 3.0,
    "beras-sphp": 3.0,
    "lpg-sub-pangkalan": 3.0,
    "pulsa-ppob": 2.0,
    "token-pln": 2.0,
    "brilink": 1.0,
}
PREFERENCE_MAXIMUM = 5


def _is_below(value: Value, limit: int) -> bool:
    return isinstance(value, int) and value < limit


def _barriers(profile: Row, draws: Draws) -> tuple[str, ...]:
    chances = {
        "capital": 0.85 if _is_below(profile["own_capital_idr"], 10_000_000) else 0.3,
        "place": 0.8 if profile["premises_status"] == "none" else 0.15,
        "skill": 0.65 if _is_below(profile["board_skill_level"], 2) else 0.15,
        "permit": 0.1 if profile["has_business_number"] else 0.7,
        "supply": 0.25,
        "members": 0.6 if _is_below(profile["member_count"], 40) else 0.1,
        "other": 0.05,
    }
    return tuple(code for code, chance in chances.items() if draws.chance(chance))


def _preferences(place: Place, running: tuple[str, ...], draws: Draws) -> tuple[str, ...]:
    weights: dict[str, float] = {}
    for row in packaged_table("preferences.csv"):
        if row["place"] in ("*", place.district) and row["offer_id"] not in running:
            weights[row["offer_id"]] = weights.get(row["offer_id"], 0.0) + float(row["weight"])
    return draws.several(weights, draws.whole(1, PREFERENCE_MAXIMUM))


def draw_activity(place: Place, standing: Standing, profile: Row, draws: Draws) -> Row:
    """Return the activity columns; ``profile`` holds the columns drawn before.

    Step 1 and above need every document. Who runs no unit truly has none (stated empty) and turns
    over 0.
    """
    running = draws.several(FIRST_UNITS, draws.whole(1, 3)) if standing.is_running else ()
    turnover = round(draws.lognormal(18_000_000, 0.8) / 250_000) * 250_000
    complete = all(profile[field] for field in REQUIRED_DOCUMENTS)
    return {
        "running_units": running,
        "turnover_idr_per_month": min(turnover, 150_000_000) if running else 0,
        "stage": standing.ladder if complete else 0,
        "barriers": _barriers(profile, draws),
        "preferred_offers": _preferences(place, running, draws),
    }
