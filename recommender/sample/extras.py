"""Yes-or-no facts that no column of a cooperative holds (generated)."""

from datetime import date

from recommender.sample.draws import Draws
from recommender.sample.names import cooperative_id
from recommender.sample.places import places
from recommender.sample.tables import packaged_table
from recommender.sample.values import Row

__all__ = ["draw_facts"]


def draw_facts(source: str, observed_on: date, seed: int) -> list[Row]:
    """Return the rows of ``facts`` for the fields of ``example_facts.csv``.

    A cooperative that does not know the answer has no row: unknown is neither yes nor no.
    """
    rows: list[Row] = []
    for place in places():
        for fact in packaged_table("example_facts.csv"):
            draws = Draws(seed, place.code, "fact", fact["field"])
            if not draws.chance(float(fact["known_share"])):
                continue
            rows.append(
                {
                    "cooperative_id": cooperative_id(place.code),
                    "field": fact["field"],
                    "value": "ya" if draws.chance(float(fact["yes_share"])) else "tidak",
                    "source": source,
                    "observed_on": observed_on,
                }
            )
    return rows
