"""City assets for cooperatives without an office, with names and reasons, from the store."""

import pytest

from recommender.errors import RefusedError
from recommender.premises import city_premises

UNYUR = "kkmp-3673011007"


def asked(workspace, **limits):
    """The city's answer today."""
    return city_premises(workspace.store, workspace.gathered(), **limits)


def write(workspace, table, *rows):
    """Record rows as an import would."""
    with workspace.store.revision(author="a", source="uji", made_at=workspace.now()) as revision:
        revision.upsert(table, rows)


def without_office(workspace):
    """Ids of those that state to have none."""
    frame = workspace.gathered().cooperatives
    return sorted(frame[frame["premises_status"] == "none"]["cooperative_id"])


def test_the_samples_assets_wait_for_guidance(read_serang):
    """None is given; each is listed with the nearest cooperative that has no office."""
    found = asked(read_serang)
    assert (6, (), ()) == (found.asset_count, found.of("given"), found.of("could_use"))
    assert {"awaiting_guidance"} == {one.reason for one in found.assets}
    assert {one.nearest_cooperative_id for one in found.assets} <= set(without_office(read_serang))
    assert without_office(read_serang) == [one.cooperative_id for one in found.of("left_out", "no_office")]
    waiting = [one for one in found.rows if "Menunggu petunjuk pusat: contoh-aset-" in one.reason_text]
    assert waiting


def test_without_assets_everybody_is_left_out_with_a_reason(read_kosong):
    """Unknown premises are not none: they could use one."""
    found = asked(read_kosong)
    assert 0 == found.asset_count
    assert {"none_near"} == {one.reason for one in found.rows}
    assert {"could_use"} == {one.need for one in found.rows if one.premises_status is None}


def test_an_available_asset_goes_to_who_has_no_office(writable):
    """With names, size and way; whoever is left out hears who got it."""
    write(
        writable,
        "cooperatives",
        {"cooperative_id": UNYUR, "premises_status": "none"},
        {"cooperative_id": "kkmp-3673011006", "premises_status": "none"},
    )
    frame = writable.gathered().cooperatives.set_index("cooperative_id")
    write(
        writable,
        "assets",
        {
            "asset_id": "aset-1",
            "area_code": frame.loc[UNYUR, "area_code"],
            "kind": "ruko",
            "area_m2": 24.0,
            "status": "available",
        },
    )
    found = asked(writable, most_km=100)
    (given,) = found.of("given")
    assert ("aset-1", "ruko", 24.0) == (given.asset_id, given.asset_kind, given.area_m2)
    assert given.cooperative_id in without_office(writable)
    left = [one for one in found.of("left_out", "no_office") if one.reason == "taken"]
    assert f"aset-1 untuk {given.cooperative_name}" in left[0].reason_text
    assert () == asked(writable, most_km=100, least_m2=25).of("given")
    english = city_premises(writable.store, writable.gathered(), least_m2=25, most_km=100, language="en")
    assert "Assets nearby are smaller than 25 m²." in {
        (one.reason_text or "").split("²")[0] + "²." for one in english.rows
    }


@pytest.mark.parametrize("limits", [{"most_km": 0}, {"most_km": float("nan")}, {"least_m2": -1}])
def test_a_limit_that_makes_no_sense_is_refused(limits, read_serang):
    """With both sentences."""
    with pytest.raises(RefusedError, match="tidak dapat dipakai"):
        asked(read_serang, **limits)
