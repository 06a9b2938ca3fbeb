"""Use case: look up cooperatives, partners, offers and areas with their values."""

from dataclasses import dataclass

import pandas as pd

from features.frame_cells import number_of, whole_of
from recommender.errors import NotFoundError
from recommender.gathering import Gathered

__all__ = ["CooperativeLine", "cooperative_lines", "found_cooperative", "found_offer", "line_fits"]

_LINE_COLUMNS = [
    "cooperative_id",
    "name",
    "area_code",
    "stage",
    "member_count",
    "latitude_deg",
    "longitude_deg",
    "data_source",
]


@dataclass(frozen=True, slots=True)
class CooperativeLine:
    """One cooperative as a list shows it."""

    cooperative_id: str
    name: str
    area_code: str
    area_name: str | None
    district: str | None
    stage: int | None
    member_count: int | None
    latitude_deg: float | None
    longitude_deg: float | None
    data_source: str | None


def cooperative_lines(source: Gathered) -> list[CooperativeLine]:
    """List all cooperatives by id."""
    known = source.areas.drop_duplicates("code")
    area_names = dict(zip(known["code"], known["name"], strict=True))
    districts = dict(zip(known["code"], known["district"], strict=True))
    return [
        CooperativeLine(
            cooperative_id=row["cooperative_id"],
            name=row["name"],
            area_code=row["area_code"],
            area_name=area_names.get(row["area_code"]),
            district=districts.get(row["area_code"]),
            stage=whole_of(row["stage"]),
            member_count=whole_of(row["member_count"]),
            latitude_deg=number_of(row["latitude_deg"]),
            longitude_deg=number_of(row["longitude_deg"]),
            data_source=row["data_source"],
        )
        for row in source.cooperatives[_LINE_COLUMNS].to_dict("records")
    ]


def line_fits(line: CooperativeLine, district: str | None, text: str | None) -> bool:
    """Tell whether a line is of a district and its name, area or id holds a text, whatever the case.

    Parameters
    ----------
    line : CooperativeLine
    district, text : str or None
        ``None`` asks for nothing.
    """
    if district is not None and (line.district or "").casefold() != district.strip().casefold():
        return False
    if text is None:
        return True
    words = (line.name, line.area_name or "", line.cooperative_id)
    return any(text.strip().casefold() in word.casefold() for word in words)


def found_cooperative(source: Gathered, cooperative_id: str) -> pd.DataFrame:
    """Return the row of one cooperative as a frame of shape (1, n_columns).

    Raises
    ------
    NotFoundError
        When there is no such cooperative.
    """
    rows = source.cooperatives[source.cooperatives["cooperative_id"] == cooperative_id]
    if rows.empty:
        raise NotFoundError(
            f"Koperasi {cooperative_id!r} tidak ada. Lihat daftarnya dengan "
            "`sanding export cooperatives koperasi.csv` atau pada halaman depan.",
            f"There is no cooperative {cooperative_id!r}. See the list with "
            "`sanding export cooperatives cooperatives.csv` or on the front page.",
        )
    return rows.reset_index(drop=True)


def found_offer(source: Gathered, offer_id: str) -> str:
    """Return the id of an offer that is there.

    Raises
    ------
    NotFoundError
        When there is no such offer.
    """
    if offer_id not in source.context.offer_ids:
        known = ", ".join(source.context.offer_ids[:40])
        raise NotFoundError(
            f"Model bisnis {offer_id!r} tidak ada. Yang ada: {known}.",
            f"There is no offer {offer_id!r}. Those there are: {known}.",
        )
    return offer_id
