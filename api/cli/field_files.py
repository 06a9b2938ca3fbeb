"""City assets and worklists as CSV or JSON."""

from dataclasses import asdict
from typing import TYPE_CHECKING, TextIO

from api.cli.records import write_csv, write_json

if TYPE_CHECKING:
    from recommender.premises import CityPremises
    from recommender.worklist.records import Worklists, WorkRow

__all__ = ["PREMISES_COLUMNS", "WORKLIST_COLUMNS", "write_premises", "write_worklists"]

PREMISES_COLUMNS = (
    "cooperative_id",
    "cooperative_name",
    "district",
    "premises_status",
    "need",
    "outcome",
    "asset_id",
    "asset_kind",
    "area_m2",
    "distance_km",
    "is_approximate",
    "reason",
    "reason_text",
    "data_source",
)
WORKLIST_COLUMNS = (
    "list",
    "cooperative_id",
    "cooperative_name",
    "district",
    "barriers",
    "evidence",
    "intervention",
    "opens",
    "clears",
    "cost_idr",
    "days",
    "margin_idr_per_month",
    "questions",
    "data_source",
)


def write_premises(found: "CityPremises", form: str, handle: TextIO) -> None:
    """Write the plan: ``csv`` one row per cooperative, ``json`` also the assets and the assumptions."""
    if form == "json":
        write_json(asdict(found), handle)
    else:
        rows = (asdict(row) for row in found.rows)
        write_csv(PREMISES_COLUMNS, rows, handle)


def write_worklists(found: "Worklists", form: str, handle: TextIO) -> None:
    """Write the lists: ``csv`` one row per cooperative, ``json`` everything."""
    if form == "json":
        write_json(asdict(found), handle)
    else:
        rows = (_work_cells(one.number, row) for one in found.lists for row in one.rows)
        write_csv(WORKLIST_COLUMNS, rows, handle)


def _work_cells(number: int, row: "WorkRow") -> dict[str, object]:
    best = row.intervention
    sentences = [
        " ".join([item.sentence, *_origin(item.source, item.observed_on)])
        for barrier in row.barriers
        for item in barrier.evidence
    ]
    return {
        "list": number,
        "cooperative_id": row.cooperative_id,
        "cooperative_name": row.cooperative_name,
        "district": row.district,
        "barriers": ";".join(f"{one.barrier}={one.strength}" for one in row.barriers),
        "evidence": " ".join(sentences),
        "intervention": best.text if best else None,
        "opens": ";".join(one.offer_id for one in best.opened) if best else None,
        "clears": ";".join(one.offer_id for one in best.cleared) if best else None,
        "cost_idr": best.cost_idr if best else None,
        "days": best.days if best else None,
        "margin_idr_per_month": best.margin_idr_per_month if best else None,
        "questions": "; ".join(one.label for one in row.questions),
        "data_source": row.data_source,
    }


def _origin(source: str | None, day: object) -> list[str]:
    known = [str(one) for one in (source, day) if one is not None]
    return [f"({', '.join(known)})"] if known else []
