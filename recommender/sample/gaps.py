"""What stays unknown in the generated sample.

``gaps.csv`` gives each field the share of cooperatives that do not know it: assumptions about how
young cooperatives answer. Fields of one group come from one visit or survey and are unknown
together. The share is exact, not drawn; those that have come less far are hit more often. What is
published or was counted stays known.
"""

from collections.abc import Mapping

from recommender.sample.draws import Draws
from recommender.sample.standing import Standing
from recommender.sample.tables import packaged_table
from recommender.sample.values import Row

__all__ = ["with_gaps"]

# The department counted these cooperatives, so what it counted is known of them.
COUNTED_PREMISES = frozenset({"owned", "borrowed", "under_construction"})
COUNTED_RUNNING = frozenset({"activity", "stage"})


def _groups() -> dict[str, tuple[float, list[str]]]:
    found: dict[str, tuple[float, list[str]]] = {}
    for row in packaged_table("gaps.csv"):
        share = float(row["missing_share"])
        found.setdefault(row["group"], (share, []))[1].append(row["field"])
    return found


def _is_counted(group: str, standing: Standing) -> bool:
    if group == "premises":
        return standing.premises_status in COUNTED_PREMISES
    return group in COUNTED_RUNNING and standing.is_running


def _published() -> frozenset[tuple[str, str]]:
    rows = packaged_table("public_facts.csv")
    return frozenset((row["area_code"], row["field"]) for row in rows)


def with_gaps(profiles: Mapping[str, Row], standings: Mapping[str, Standing], seed: int) -> dict[str, Row]:
    """Return copies of the profiles, by area code, with ``None`` where the answer is not known."""
    found = {code: dict(profile) for code, profile in profiles.items()}
    published = _published()
    for group, (share, fields) in _groups().items():
        # Reluctance falls with readiness; the most reluctant are the ones without an answer.
        reluctance = {
            code: Draws(seed, code, "gap", group).share() - 0.6 * standings[code].readiness
            for code, profile in found.items()
            if not _is_counted(group, standings[code])
            and not any((code, field) in published for field in fields)
            and any(profile[field] is not None for field in fields)
        }
        known = sum(any(profile[field] is not None for field in fields) for profile in found.values())
        wanted = round(share * len(found)) - (len(found) - known)
        order = sorted(reluctance, key=lambda code: (-reluctance[code], code))
        for code in order[: max(wanted, 0)]:
            found[code].update(dict.fromkeys(fields))
    return found
