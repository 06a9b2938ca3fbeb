"""The packaged area table and its spellings."""

import csv
from collections import Counter
from importlib.resources import files

import pytest

from features.schema.loader import columns

DISTRICT_COUNTS = {
    "Serang": 12,
    "Kasemen": 10,
    "Walantaka": 14,
    "Curug": 10,
    "Cipocok Jaya": 8,
    "Taktakan": 13,
}


def _read(name: str) -> list[dict[str, str]]:
    text = files("features.catalog").joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


@pytest.fixture(scope="module")
def areas() -> list[dict[str, str]]:
    """Give all rows of areas.csv."""
    return _read("areas.csv")


@pytest.fixture(scope="module")
def aliases() -> list[dict[str, str]]:
    """Give all rows of area_aliases.csv."""
    return _read("area_aliases.csv")


def test_the_columns_are_those_of_the_schema(areas: list[dict[str, str]]) -> None:
    """The header is the canonical column list, nothing more."""
    assert [column.name for column in columns("areas")] == list(areas[0])


def test_every_kelurahan_of_each_district_is_there(areas: list[dict[str, str]]) -> None:
    """12 + 10 + 14 + 10 + 8 + 13 areas, each code once, sorted."""
    codes = [row["code"] for row in areas]
    assert sorted(set(codes)) == codes
    assert Counter(row["district"] for row in areas) == DISTRICT_COUNTS


def test_codes_carry_their_district(areas: list[dict[str, str]]) -> None:
    """The first three parts of the code and the district go together."""
    pairs = {(row["code"][:8], row["district"]) for row in areas}
    expected = {(f"36.73.0{n}", name) for n, name in enumerate(DISTRICT_COUNTS, start=1)}
    assert expected == pairs


def test_only_sukawana_is_a_name_twice(areas: list[dict[str, str]]) -> None:
    """Names are unique but for Sukawana, in Serang and in Curug."""
    counts = Counter(row["name"].casefold() for row in areas)
    assert {"sukawana": 2} == {name: count for name, count in counts.items() if count > 1}


def test_places_lie_in_the_city(areas: list[dict[str, str]]) -> None:
    """Centroids with four decimals inside the city's frame."""
    for row in areas:
        assert -6.22 < float(row["latitude_deg"]) < -6.00, row["name"]
        assert 106.06 < float(row["longitude_deg"]) < 106.27, row["name"]
        decimals = {len(row[name].split(".")[1]) for name in ("latitude_deg", "longitude_deg")}
        assert {4} == decimals, row["name"]


def test_areas_sum_to_the_city(areas: list[dict[str, str]]) -> None:
    """The geodesic areas sum to the published 266.3 km2 within half a percent."""
    assert 266.3 == pytest.approx(sum(float(row["area_km2"]) for row in areas), rel=0.005)


def test_estimates_are_near_the_published_totals(areas: list[dict[str, str]]) -> None:
    """People and households come within two percent of the register's count of 2025."""
    people = sum(int(row["population_count"]) for row in areas)
    households = sum(int(row["household_count"]) for row in areas)
    assert 768_377 == pytest.approx(people, rel=0.02)
    assert 230_100 == pytest.approx(households, rel=0.02)


def test_estimates_say_so(areas: list[dict[str, str]]) -> None:
    """Every row names its sources, the year, the method and that the counts are estimates."""
    for row in areas:
        for word in (
            "K10",
            "WB",
            "E-TPS",
            "PERKIRAAN 2024",
            "TPS Pemilu 2024",
            "bukan angka resmi",
        ):
            assert word in row["source"], row["name"]


def test_the_polling_stations_named_give_the_estimate(areas: list[dict[str, str]]) -> None:
    """The population is the named number of polling stations times about 406."""
    for row in areas:
        stations = int(row["source"].split("resmi: ")[1].split(" TPS")[0])
        assert 406 == pytest.approx(int(row["population_count"]) / stations, abs=0.2), row["name"]


def test_aliases_point_to_areas(areas: list[dict[str, str]], aliases: list[dict[str, str]]) -> None:
    """Each spelling belongs to a known code and is not the name itself."""
    names = {row["code"]: row["name"].casefold() for row in areas}
    assert aliases
    for row in aliases:
        assert row["code"] in names
        assert names[row["code"]] != row["alias"].casefold()
        assert row["seen_in"]


def test_aliases_are_clean_and_mean_one_area(
    areas: list[dict[str, str]], aliases: list[dict[str, str]]
) -> None:
    """No stray spaces; a spelling, whatever its case, stands once and is no other area's name."""
    spellings = [row["alias"].casefold() for row in aliases]
    assert [" ".join(row["alias"].split()) for row in aliases] == [row["alias"] for row in aliases]
    assert len(spellings) == len(set(spellings))
    assert set() == set(spellings) & {row["name"].casefold() for row in areas}
