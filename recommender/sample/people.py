"""Members, board and supervisors of one cooperative (generated)."""

from recommender.sample.draws import Draws
from recommender.sample.places import Place
from recommender.sample.standing import Standing
from recommender.sample.tables import packaged_table
from recommender.sample.values import Row

__all__ = ["draw_member_count", "draw_people"]

MEMBER_MEDIAN = 60
MEMBER_MINIMUM, MEMBER_MAXIMUM = 20, 600
TRADES = ("farmer", "fisher", "trader", "micro", "worker")
# Fishing harbour and open shore; elsewhere in the city nobody lives from fishing.
SHORE_AREAS = frozenset({"36.73.02.1007", "36.73.02.1008", "36.73.02.1010", "36.73.02.1011"})


def _trade_counts(place: Place, member_count: int, draws: Draws) -> Row:
    shares = next(row for row in packaged_table("districts.csv") if row["district"] == place.district)
    found: Row = {}
    left = member_count
    for trade in TRADES:
        share = float(shares[f"{trade}_share"])
        if trade == "fisher":
            share = 2 * share if place.code in SHORE_AREAS else 0.0
        count = min(left, round(member_count * share * draws.between(0.5, 1.5)))
        left -= count
        found[f"member_{trade}_count"] = count
    return found


def draw_member_count(standing: Standing, draws: Draws) -> int:
    """Return the members: log-normal, median 60, 20 to 600; the more, the further it has come."""
    drawn = draws.lognormal(MEMBER_MEDIAN * (0.65 + 0.7 * standing.readiness), 0.7)
    return min(max(round(drawn), MEMBER_MINIMUM), MEMBER_MAXIMUM)


def draw_people(place: Place, standing: Standing, member_count: int, draws: Draws) -> Row:
    """Return the people columns, the members' trades as the district has them.

    The trades never sum to more than the members; some members have none of them.
    """
    board_count = int(draws.pick({"5": 0.75, "7": 0.2, "9": 0.05}))
    skill = int(draws.pick({"0": 0.32, "1": 0.38, "2": 0.22, "3": 0.06, "4": 0.02}))
    if standing.is_running:
        skill = max(skill, 2)
    hours = 2 * round(draws.between(0, 16) + 12 * standing.readiness * draws.share())
    return {
        "member_count": member_count,
        **_trade_counts(place, member_count, draws),
        "board_count": board_count,
        "supervisor_count": 3 if draws.chance(0.9) else 5,
        "women_board_count": min(board_count, draws.poisson(1.6), 5),
        "board_skill_level": skill,
        "training_hours": min(hours, 80),
    }
