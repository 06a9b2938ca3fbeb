"""`sanding allocations …`: plans that were kept, and questions to them."""

import csv
import io
import json
import sqlite3

import pytest

TOKO = "toko-dikelola-mitra"


@pytest.fixture(name="plan")
def _plan(sanding, home):
    """A plan that is kept."""
    assert home.exists()
    return json.loads(sanding("allocate", "--keep", "--format", "json")[1])


def test_without_a_plan_the_list_says_what_to_do(sanding, home):
    """Make one."""
    assert home.exists()
    assert "sanding allocate --keep" in sanding("allocations", "list")[1]


def test_plans_are_listed_shown_published_and_withdrawn(sanding, plan):
    """With who and why."""
    name = plan["allocation_id"]
    assert sanding("allocations", "list")[1].startswith(f"{name}  tersimpan  per ")
    assert f"Rencana alokasi {name}" in sanding("allocations", "show", name)[1]
    shown = json.loads(sanding("allocations", "show", name, "--format", "json")[1])
    assert plan["assignments"] == shown["assignments"]
    code, said, _ = sanding("allocations", "publish", name, "--why", "rapat dinas")
    assert (0, f"{name}: disahkan (rapat dinas).\n") == (code, said)
    assert "published" == json.loads(sanding("allocations", "list", "--format", "json")[1])[0]["state"]
    assert "withdrawn" in sanding("allocations", "withdraw", name, "--lang", "en")[1]
    rows = list(csv.DictReader(io.StringIO(sanding("allocations", "list", "--format", "csv")[1])))
    assert [("withdrawn", "192")] == [(row["state"], row["pair_count"]) for row in rows]


def test_a_second_plan_speaks_of_the_one_before(sanding, plan):
    """The published one, without being told; both side by side."""
    name = plan["allocation_id"]
    sanding("allocations", "publish", name)
    said = sanding("allocate", "--objective", "jobs", "--keep")[1]
    assert f"Terhadap rencana {name}" in said
    other = json.loads(sanding("allocations", "list", "--format", "json")[1])[0]["allocation_id"]
    assert other != name
    code, said, _ = sanding("allocations", "compare", name, other)
    assert 0 == code
    assert said.splitlines()[0].startswith(f"{name}: ")
    assert " tetap, " in said
    rows = list(
        csv.DictReader(io.StringIO(sanding("allocations", "compare", name, other, "--format", "csv")[1]))
    )
    assert {"kept", "new", "dropped"} == {row["kind"] for row in rows}


def test_why_not_tells_limits_holders_and_cost(sanding, plan):
    """And says of a pair of the plan that it is in it; of a closed one that no plan holds it."""
    name = plan["allocation_id"]
    first = next(one for one in plan["waiting_list"] if one["offer_id"] == TOKO)
    said = sanding("allocations", "why-not", name, first["cooperative_id"], TOKO)[1]
    assert said.startswith("Pasangan ini tidak ada dalam rencana.")
    for part in ("Kuota penuh oleh 10 koperasi", "poin kurang.", "terlemah dahulu", "Yang akan berubah"):
        assert part in said
    given = plan["assignments"][0]
    said = sanding("allocations", "why-not", name, given["cooperative_id"], given["offer_id"])[1]
    assert said.startswith("Pasangan ini ada dalam rencana.")
    asked = ("allocations", "why-not", name, first["cooperative_id"], TOKO)
    (row,) = csv.DictReader(io.StringIO(sanding(*asked, "--format", "csv")[1]))
    assert row["reasons"].startswith("Kuota penuh oleh 10 koperasi")
    assert 10 == len(row["holders"].split("; "))
    said = sanding("allocations", "why-not", name, given["cooperative_id"], "pendampingan")[1]
    assert "Tidak ada rencana yang dapat memuatnya." in said


@pytest.mark.slow
def test_dials_contests_and_next_in_line(sanding, plan):
    """Each in a few lines, and as rows."""
    name = plan["allocation_id"]
    said = sanding("allocations", "dials", name, "--lang", "en")[1]
    assert "At least in each district" in said
    assert said.count("(now)") == 3
    assert "  no: " in said
    assert "not possible" in said
    rows = list(csv.DictReader(io.StringIO(sanding("allocations", "dials", name, "--format", "csv")[1])))
    assert {"district_minimum", "one_each", "most"} == {row["name"] for row in rows}
    assert f"({TOKO}): Diminati 10 koperasi, ada 10 tempat." in sanding("allocations", "contests")[1]
    assert "Belum ada tempat yang dilepas" in sanding("allocations", "next", name)[1]


def test_a_place_given_up_goes_to_the_next(sanding, plan, tmp_path):
    """As soon as the event is there."""
    name = plan["allocation_id"]
    who = next(one["cooperative_id"] for one in plan["assignments"] if one["offer_id"] == TOKO)
    events = tmp_path / "kejadian.csv"
    head = "event_id,cooperative_id,offer_id,occurred_on,kind,reason_code"
    events.write_text(f"{head}\ne-1,{who},{TOKO},{plan['at']},declined,members_declined\n", "utf-8")
    assert 0 == sanding("import", "events", events)[0]
    said = sanding("allocations", "next", name)[1]
    first = next(one for one in plan["waiting_list"] if one["offer_id"] == TOKO)
    assert f"berikutnya {first['cooperative_name']}" in said
    assert f"  1. {first['cooperative_name']}" in said
    (line,) = json.loads(sanding("allocations", "next", name, "--format", "json")[1])
    assert (who, first["cooperative_id"]) == (line["freed_by"], line["candidates"][0]["cooperative_id"])
    row = next(csv.DictReader(io.StringIO(sanding("allocations", "next", name, "--format", "csv")[1])))
    assert (who, "1", first["cooperative_id"]) == (row["freed_by"], row["position"], row["cooperative_id"])


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    "asked",
    [
        ("show",),
        ("publish",),
        ("withdraw",),
        ("dials",),
        ("next",),
        ("compare", "rencana-y"),
        ("why-not", "k", "o"),
    ],
)
def test_a_plan_that_is_not_there(refused, asked):
    """The sentence names it."""
    act, *rest = asked
    assert "rencana-x" in refused("allocations", act, "rencana-x", *rest)[0]


def test_a_plan_without_solution_is_not_published(sanding, refused, home):
    """It can be looked at."""
    assert home.exists()
    plan = json.loads(sanding("allocate", "--min-per-district", "40", "--keep", "--format", "json")[1])
    assert "no_solution" == plan["state"]
    assert plan["allocation_id"] in refused("allocations", "publish", plan["allocation_id"])[0]
    assert "tanpa penyelesaian" in sanding("allocations", "list")[1]


def test_a_damaged_plan_is_listed_as_such(sanding, plan, home):
    """And found by the check."""
    with sqlite3.connect(home / "sanding.db") as connection:
        connection.execute("UPDATE allocations SET content = x'00'")
    connection.close()
    assert f"{plan['allocation_id']}  RUSAK" in sanding("allocations", "list")[1]
    assert 1 == sanding("check")[0]


def test_a_place_is_accepted_and_given_up(sanding, plan, refused):
    """Under a published plan; whoever comes again gets the same answer; the next in line is named."""
    name = plan["allocation_id"]
    who = next(one["cooperative_id"] for one in plan["assignments"] if one["offer_id"] == TOKO)
    assert name in refused("allocations", "accept", who, TOKO, "--plan", name)[0]
    sanding("allocations", "publish", name)
    code, said, _ = sanding("allocations", "accept", who, TOKO, "--plan", name)
    assert (0, True) == (code, f"{who} mendapat tempat {TOKO}" in said)
    assert "Masih tersisa 9." in said
    assert "sudah memegang tempat" in sanding("allocations", "accept", who, TOKO)[1]
    code, said, _ = sanding("allocations", "release", who, TOKO, "declined", "--reason", "capital")
    assert (0, True) == (code, "tempatnya kosong" in said)
    assert "berikutnya" in sanding("allocations", "next", name)[1]
    found = json.loads(sanding("allocations", "release", who, TOKO, "refused", "--format", "json")[1])
    assert (TOKO, False) == (found["offer_id"], found["frees_place"])


def test_a_full_offer_is_refused_with_how_many_places_there_are(sanding, refused, tmp_path, home):
    """Nothing is recorded, and the cooperative stays where it was."""
    assert home.exists()
    offers = tmp_path / "kuota.csv"
    offers.write_text(f"offer_id,city_quota\n{TOKO},1\n", "utf-8")
    assert 0 == sanding("import", "offers", offers)[0]
    assert 0 == sanding("allocations", "accept", "kkmp-3673011001", TOKO)[0]
    said = refused("allocations", "accept", "kkmp-3673011002", TOKO)[0]
    assert "1" in said
    assert "kuota" in said.lower() or "tempat" in said.lower()
    assert (
        "bosan"
        in refused("allocations", "release", "kkmp-3673011001", TOKO, "stopped", "--reason", "bosan")[0]
    )
