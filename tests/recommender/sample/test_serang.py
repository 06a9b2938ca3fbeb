"""The generated sample: fixed, plausible, and marked as an example."""

import hashlib
import json
from collections import Counter, defaultdict
from datetime import date
from statistics import median

import pytest

from features.schema.loader import columns
from recommender.sample.places import places
from recommender.sample.rows import EXAMPLE_SEED, sample_rows
from recommender.sample.serang import complete_profiles
from recommender.sample.tables import packaged_table
from recommender.sample.values import Row, Value

# Pinned so that a change of any generated value is seen; renew it together with the change.
DIGEST = "a14752abcb1b02d97670eab3195d5538e6b55e19bbf4fe353467a5f5bc78fda7"
TRADES = ("farmer", "fisher", "trader", "micro", "worker")
FROM_THE_AREA = ("latitude_deg", "longitude_deg", "population_count", "household_count")
IDENTITY = ("cooperative_id", "name", "area_code", "data_source", "observed_on")


def _text(tables: object) -> str:
    return json.dumps(tables, sort_keys=True, default=str, ensure_ascii=False)


def _number(value: Value) -> float:
    assert isinstance(value, int | float)
    return float(value)


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    """Give the rows of cooperatives as they are loaded."""
    return list(sample_rows("serang")["cooperatives"])


@pytest.fixture(scope="module")
def complete() -> dict[str, Row]:
    """Give the profiles before anything is made unknown."""
    return complete_profiles(EXAMPLE_SEED)


def test_two_runs_give_the_same_bytes() -> None:
    """Nothing but the seed and the date decides."""
    assert _text(sample_rows("serang")) == _text(sample_rows("serang"))


def test_the_bytes_are_pinned() -> None:
    """The canonical JSON of all rows has the digest written down here."""
    assert hashlib.sha256(_text(sample_rows("serang")).encode()).hexdigest() == DIGEST


def test_another_seed_gives_other_values() -> None:
    """The seed is used."""
    assert _text(sample_rows("serang", seed=1)) != _text(sample_rows("serang", seed=2))


def test_the_date_is_the_one_asked_for() -> None:
    """Only the date differs between two dates."""
    other = sample_rows("serang", observed_on=date(2026, 1, 5))["cooperatives"]
    assert {date(2026, 1, 5)} == {row["observed_on"] for row in other}


def test_there_is_one_cooperative_in_each_area(rows: list[Row]) -> None:
    """67 rows, ids and names unique, each at its own kelurahan."""
    assert [place.code for place in places()] == [row["area_code"] for row in rows]
    assert 67 == len({row["cooperative_id"] for row in rows}) == len({row["name"] for row in rows})


def test_every_row_is_marked_as_an_example() -> None:
    """No generated row can pass for an observation."""
    tables = sample_rows("serang")
    assert {("contoh", date(2026, 10, 31))} == {
        (row["data_source"], row["observed_on"]) for row in tables["cooperatives"]
    }
    assert {"contoh"} == {row["note"] for row in tables["assets"]}
    assert {("contoh", date(2026, 10, 31))} == {
        (row["source"], row["observed_on"]) for row in tables["facts"]
    }


def test_what_the_area_knows_stays_blank(rows: list[Row]) -> None:
    """Coordinates and population come from the area, not from invention."""
    assert {None} == {row[name] for row in rows for name in FROM_THE_AREA}


def test_sixteen_have_premises(rows: list[Row]) -> None:
    """10 own and 6 borrow, as the department counted; one building is begun."""
    counts = Counter(row["premises_status"] for row in rows)
    assert (10, 6, 1) == (counts["owned"], counts["borrowed"], counts["under_construction"])


def test_five_run_a_unit_and_only_they_have_sold(rows: list[Row]) -> None:
    """A running unit and a stage of 5 or more go together, in five cooperatives."""
    running = {row["cooperative_id"] for row in rows if row["running_units"]}
    selling = {
        row["cooperative_id"] for row in rows if row["stage"] is not None and _number(row["stage"]) >= 5
    }
    assert 5 == len(running)
    assert running == selling


def test_land_is_prepared_for_nineteen(complete: dict[str, Row]) -> None:
    """600 to 1,000 m2 for 19 cooperatives, a stated zero for the others."""
    land = sorted(_number(row["land_area_m2"]) for row in complete.values())
    assert [0.0] * 48 == land[:48]
    assert 600 <= land[48] <= land[-1] <= 1000


def test_money_is_small_with_a_heavy_tail(complete: dict[str, Row]) -> None:
    """The median own capital is about Rp5 million, all between 0.5 and 150 million."""
    capital = [_number(row["own_capital_idr"]) for row in complete.values()]
    assert 3_500_000 <= median(capital) <= 7_000_000
    assert 500_000 <= min(capital) <= max(capital) <= 150_000_000
    assert max(capital) > 10 * median(capital)


def test_members_are_as_many_as_assumed(complete: dict[str, Row]) -> None:
    """20 to 600 members, 60 in the middle."""
    members = [_number(row["member_count"]) for row in complete.values()]
    assert 48 <= median(members) <= 72
    assert 20 <= min(members) <= max(members) <= 600


def test_trades_never_exceed_the_members(complete: dict[str, Row]) -> None:
    """The members' trades sum to at most the members."""
    for code, row in complete.items():
        trades = sum(_number(row[f"member_{trade}_count"]) for trade in TRADES)
        assert trades <= _number(row["member_count"]), code


def test_boards_are_odd_and_women_sit_on_them(complete: dict[str, Row]) -> None:
    """At least five on the board, an odd number, women among them at most all."""
    for row in complete.values():
        assert _number(row["board_count"]) in {5, 7, 9}
        assert _number(row["women_board_count"]) <= _number(row["board_count"])


def test_no_premises_means_no_room(complete: dict[str, Row]) -> None:
    """Without premises shop and store are 0; with them there is a shop."""
    for row in complete.values():
        room = _number(row["shop_area_m2"])
        assert (room == 0) == (row["premises_status"] in {"none", "under_construction"})
        assert room > 0 or row["store_area_m2"] == row["store_capacity_t"] == 0


def test_the_city_has_its_paddy(complete: dict[str, Row]) -> None:
    """7,353 ha in all, most of it in Kasemen, at least its protected 3,022 ha."""
    paddy: dict[str, float] = defaultdict(float)
    for place in places():
        paddy[place.district] += _number(complete[place.code]["paddy_ha"])
    assert 7_353 == pytest.approx(sum(paddy.values()), rel=0.001)
    assert paddy["Kasemen"] >= 3_022
    assert paddy["Kasemen"] == max(paddy.values())
    assert paddy["Serang"] == min(paddy.values())


def test_land_fits_into_the_area(complete: dict[str, Row]) -> None:
    """Paddy, ponds and gardens together leave room in the kelurahan."""
    for place in places():
        row = complete[place.code]
        used = sum(_number(row[name]) for name in ("paddy_ha", "pond_ha", "garden_ha"))
        assert used < place.area_ha, place.name


def test_ponds_lie_on_the_shore(rows: list[Row], complete: dict[str, Row]) -> None:
    """Only Kasemen has ponds; Sawah Luhur has its published 515 ha and that stays known."""
    ponds = {code for code, row in complete.items() if _number(row["pond_ha"]) > 0}
    assert {"36.73.02"} == {code[:8] for code in ponds}
    sawah_luhur = next(row for row in rows if row["area_code"] == "36.73.02.1008")
    assert (900.0, 515.0) == (sawah_luhur["paddy_ha"], sawah_luhur["pond_ha"])


def test_centre_and_coast_differ(complete: dict[str, Row]) -> None:
    """The dense centre has shops and traders, the coast fields, farmers and fishers."""

    def mean(prefix: str, field: str) -> float:
        found = [_number(row[field]) for code, row in complete.items() if code.startswith(prefix)]
        return sum(found) / len(found)

    serang, kasemen = "36.73.01", "36.73.02"
    assert mean(kasemen, "paddy_ha") > 5 * mean(serang, "paddy_ha")
    assert mean(serang, "minimarkets_500m_count") > 2 * mean(kasemen, "minimarkets_500m_count")
    assert mean(serang, "member_fisher_count") == 0 < mean(kasemen, "member_fisher_count")


def test_the_unknown_share_follows_the_table(rows: list[Row]) -> None:
    """Each field is unknown in the share that gaps.csv gives it, within three cooperatives.

    Power is unknown wherever there is no meter, so it may be unknown more often.
    """
    shares = {row["field"]: float(row["missing_share"]) for row in packaged_table("gaps.csv")}
    for name, share in shares.items():
        unknown = sum(row[name] is None for row in rows)
        assert round(share * 67) - 3 <= unknown, name
        assert unknown <= round(share * 67) + (15 if name == "power_va" else 3), name


def test_about_two_fifths_of_the_profile_is_unknown(rows: list[Row]) -> None:
    """Without identity and origin, 35 to 45 percent of the cells are unknown."""
    cells = [value for row in rows for name, value in row.items() if name not in IDENTITY]
    assert 0.35 <= sum(value is None for value in cells) / len(cells) <= 0.45


def test_gaps_blank_values_and_change_none(rows: list[Row], complete: dict[str, Row]) -> None:
    """Unknown is None, never a zero in its place; what is known is as drawn."""
    for row in rows:
        for name, value in complete[str(row["area_code"])].items():
            assert row[name] is None or row[name] == value


def test_every_column_is_filled_or_from_the_area(rows: list[Row]) -> None:
    """No column of the schema was forgotten."""
    empty = {name for name in rows[0] if all(row[name] is None for row in rows)}
    assert set(FROM_THE_AREA) == empty
    assert [column.name for column in columns("cooperatives")] == list(rows[0])
