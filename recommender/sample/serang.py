"""The generated sample: Kota Serang's 67 cooperatives with example values on their real places."""

from datetime import date

from features.schema.loader import columns
from recommender.sample.activity import draw_activity
from recommender.sample.capacity import draw_capacity
from recommender.sample.documents import draw_documents
from recommender.sample.draws import Draws
from recommender.sample.gaps import with_gaps
from recommender.sample.land import draw_land
from recommender.sample.money import draw_money
from recommender.sample.names import cooperative_id, cooperative_name
from recommender.sample.people import draw_member_count, draw_people
from recommender.sample.places import Place, places
from recommender.sample.standing import Standing, standings
from recommender.sample.surroundings import draw_surroundings
from recommender.sample.values import Row

__all__ = ["EXAMPLE", "complete_profiles", "example_assets", "example_cooperatives"]

EXAMPLE = "contoh"
_ASSETS = {
    "Serang": ("ruko pasar", 24.0),
    "Kasemen": ("bekas gudang", 120.0),
    "Walantaka": ("balai warga", 48.0),
    "Curug": ("lahan kosong", 600.0),
    "Cipocok Jaya": ("kios", 12.0),
    "Taktakan": ("bekas kantor kelurahan", 70.0),
}


def _profile(place: Place, standing: Standing, land: Row, seed: int) -> Row:
    def draws(topic: str) -> Draws:
        return Draws(seed, place.code, topic)

    member_count = draw_member_count(standing, draws("members"))
    profile: Row = {
        **draw_documents(standing, draws("documents")),
        **draw_people(place, standing, member_count, draws("people")),
        **draw_money(member_count, standing, draws("money")),
        **draw_capacity(place, standing, draws("capacity")),
        **land,
        **draw_surroundings(place, draws("surroundings")),
    }
    return profile | draw_activity(place, standing, profile, draws("activity"))


def complete_profiles(seed: int) -> dict[str, Row]:
    """Return the profiles by area code before anything is made unknown."""
    standing = standings(places(), seed)
    land = draw_land(places(), seed)
    return {place.code: _profile(place, standing[place.code], land[place.code], seed) for place in places()}


def example_cooperatives(observed_on: date, seed: int) -> list[Row]:
    """Return the 67 rows of ``cooperatives``, sorted by id, every column present.

    Coordinates and the counts of people and households stay blank: the area's own values hold.
    """
    profiles = with_gaps(complete_profiles(seed), standings(places(), seed), seed)
    names = [column.name for column in columns("cooperatives")]
    rows: list[Row] = []
    for place in places():
        row: Row = {
            "cooperative_id": cooperative_id(place.code),
            "name": cooperative_name(place, places()),
            "area_code": place.code,
            "data_source": EXAMPLE,
            "observed_on": observed_on,
            **profiles[place.code],
        }
        rows.append({name: row.get(name) for name in names})
    return rows


def example_assets() -> list[Row]:
    """Return one example of city property a district, each noted as an example."""
    first = {place.district: place.code for place in reversed(places())}
    return [
        {
            "asset_id": f"contoh-aset-{first[district].replace('.', '')}",
            "area_code": first[district],
            "kind": kind,
            "area_m2": area_m2,
            "latitude_deg": None,
            "longitude_deg": None,
            "status": "awaiting_guidance",
            "note": EXAMPLE,
        }
        for district, (kind, area_m2) in sorted(_ASSETS.items(), key=lambda item: first[item[0]])
    ]
