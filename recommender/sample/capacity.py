"""Premises, power, vehicles and specialists of one cooperative (generated)."""

from recommender.sample.draws import Draws
from recommender.sample.places import Place
from recommender.sample.standing import Standing
from recommender.sample.values import Row

__all__ = ["draw_capacity"]

# Shop and store in m² (lowest, highest) by kind of premises; a building site holds nothing yet.
SHOP_M2 = {"owned": (15, 60), "borrowed": (9, 30), "kelurahan_room": (4, 15)}
STORE_M2 = {"owned": (6, 40), "borrowed": (0, 16), "kelurahan_room": (0, 6)}
STORE_MAXIMUM_T = 20.0
DENSE_PEOPLE_PER_KM2 = 5_000


def _road(place: Place, draws: Draws) -> str:
    if place.people_per_km2 > DENSE_PEOPLE_PER_KM2:
        return draws.pick({"motorcycle": 0.1, "pickup": 0.5, "truck": 0.4})
    hills = place.district == "Taktakan"
    return draws.pick({"motorcycle": 0.35 if hills else 0.2, "pickup": 0.5, "truck": 0.25})


def _vehicles(standing: Standing, draws: Draws) -> tuple[str, ...]:
    chances = {"motor": 0.25 + 0.3 * standing.readiness, "tossa": 0.1, "pickup": 0.04}
    return tuple(name for name, chance in chances.items() if draws.chance(chance))


def _specialists(standing: Standing, draws: Draws) -> tuple[str, ...]:
    chances = {
        "pharmacist": 0.02,
        "pharmacy_technician": 0.04,
        "doctor": 0.01,
        "midwife": 0.07,
        "bookkeeper": 0.15 + 0.3 * standing.readiness,
        "driver": 0.2,
    }
    return tuple(name for name, chance in chances.items() if draws.chance(chance))


def draw_capacity(place: Place, standing: Standing, draws: Draws) -> Row:
    """Return the place columns.

    Without premises shop and store are truly 0 and the power is unknown: there is no meter to read.
    """
    status = standing.premises_status
    size = draws.share()
    shop_low, shop_high = SHOP_M2.get(status, (0, 0))
    store_low, store_high = STORE_M2.get(status, (0, 0))
    shop_area_m2 = round(shop_low + (shop_high - shop_low) * size)
    store_area_m2 = round(store_low + (store_high - store_low) * size * draws.between(0.4, 1.0))
    capacity_t = min(round(store_area_m2 * draws.between(0.3, 0.7), 1), STORE_MAXIMUM_T)
    power = int(draws.pick({"900": 0.3, "1300": 0.35, "2200": 0.25, "5500": 0.1}))
    cold = draws.whole(1, 5) * 100.0 if draws.chance(0.25) else 0.0
    shore = place.district == "Kasemen" and status in ("owned", "borrowed")
    return {
        "premises_status": status,
        "shop_area_m2": float(shop_area_m2),
        "store_area_m2": float(store_area_m2),
        "store_capacity_t": capacity_t,
        "land_area_m2": standing.land_area_m2,
        "power_va": power if status in SHOP_M2 else None,
        "has_internet": draws.chance(0.45 + 0.4 * standing.readiness),
        "road_access": _road(place, draws),
        "vehicles": _vehicles(standing, draws),
        "cold_storage_kg": cold if shore else 0.0,
        "specialists": _specialists(standing, draws),
    }
