"""`sanding allocate`: the plan in every form, its settings, and what is said when there is none."""

import csv
import io
import json

import pandas as pd
import pytest

COLUMNS = ["cooperative_id", "offer_id", "status", "success_probability", "value", "reason"]
TOKO = "toko-dikelola-mitra"
UNYUR = "kkmp-3673011007"


def rows(text):
    """Read a table of pairs."""
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.usefixtures("home")
def test_a_plan_is_read_on_a_terminal(sanding):
    """Its value and proof first, then who gets what, full quotas, who waits."""
    code, said, err = sanding("allocate", "--at", "2026-11-21")
    assert (0, "") == (code, err)
    head = " ".join(said.partition("Siapa mendapat apa")[0].split())
    assert head.startswith("Rencana alokasi draf-")
    assert "192 pasangan untuk 67 dari 67 koperasi, senilai" in head
    assert "(terbukti terbaik)" in head
    for heading in ("Siapa mendapat apa", "Kuota penuh", "Daftar tunggu"):
        assert heading in said
    assert "  1. " in said
    assert "rentang 80 %, nilai dalam poin." in said
    assert said.splitlines()[-1] == "Belum disimpan: ulangi dengan --keep, lalu sahkan."
    assert max(map(len, said.splitlines())) <= 100
    assert "Who gets what" in sanding("allocate", "--lang", "en")[1]


@pytest.mark.usefixtures("home")
def test_the_forms_hold_the_same_pairs(sanding, tmp_path):
    """The contract's columns in order; JSON has everything else as well."""
    code, text, err = sanding("allocate", "--format", "csv", "--at", "2026-11-21")
    assert (0, "") == (code, err)
    assert COLUMNS == text.splitlines()[0].split(",")
    table = rows(text)
    plan = json.loads(sanding("allocate", "--format", "json", "--at", "2026-11-21")[1])
    assert [row["offer_id"] for row in table] == [one["offer_id"] for one in plan["assignments"]]
    assert {"optimal", "draft"} == {plan["status"], plan["state"]}
    assert plan["total_value"] == pytest.approx(sum(float(row["value"]) for row in table))
    assert all(isinstance(one["reason"], str) for one in plan["assignments"])
    (full,) = [one for one in plan["quotas"] if one["left"] == 0]
    assert (TOKO, True) == (full["offer_id"], full["price"] > 0)
    assert [1, 2] == [one["position"] for one in plan["waiting_list"]][:2]
    out = tmp_path / "rencana.parquet"
    assert 0 == sanding("allocate", "--out", out, "--at", "2026-11-21")[0]
    frame = pd.read_parquet(out)
    assert COLUMNS == list(frame)
    assert [float(row["value"]) for row in table] == frame["value"].tolist()


@pytest.mark.slow
@pytest.mark.usefixtures("home")
def test_settings_change_the_plan(sanding):
    """How many, which statuses, which objective, how much money."""

    def found(*options):
        return json.loads(sanding("allocate", "--format", "json", *options)[1])

    assert 67 == len(found("--max-per-cooperative", "1")["assignments"])
    eligible = found("--status", "eligible")
    assert {"eligible"} == {one["status"] for one in eligible["assignments"]}
    assert "jobs" == found("--objective", "jobs")["unit"]
    assert found("--city-budget", "0")["total_value"] < found()["total_value"]
    words = found("--city-budget", "50 juta", "--district-budget", "Rp 9.000.000")["settings"]
    assert (50_000_000, 9_000_000) == (words["city_budget_idr"], words["district_budget_idr"])
    assert found("--one-each", "--min-per-district", "5")["settings"]["min_per_district"] == 5


@pytest.mark.usefixtures("home")
def test_an_exported_plan_can_be_held(sanding, tmp_path):
    """Its pairs are locked, whatever the objective says now; a table of holds may forbid."""
    out = tmp_path / "rencana.csv"
    assert 0 == sanding("allocate", "--out", out)[0]
    plan = json.loads(sanding("allocate", "--objective", "jobs", "--hold", out, "--format", "json")[1])
    before = {(row["cooperative_id"], row["offer_id"]) for row in rows(out.read_text("utf-8"))}
    assert before == {(one["cooperative_id"], one["offer_id"]) for one in plan["assignments"]}
    assert all(one["hold"]["kind"] == "locked" for one in plan["assignments"])
    held = tmp_path / "ketetapan.csv"
    held.write_text(f"ID koperasi;ID model bisnis;Jenis;Alasan\n{UNYUR};perisai;larang;rapat\n", "utf-8")
    plan = json.loads(sanding("allocate", "--hold", held, "--format", "json")[1])
    assert (UNYUR, "perisai") not in {(one["cooperative_id"], one["offer_id"]) for one in plan["assignments"]}


@pytest.mark.usefixtures("home")
def test_no_solution_is_an_answer(sanding):
    """Exit 0; the smallest change on the screen, or beside the table."""
    code, said, _ = sanding("allocate", "--min-per-district", "40")
    assert 0 == code
    assert "Tidak ada rencana yang memenuhi semua batas" in said
    assert "Turunkan jumlah terkecil untuk" in said
    code, text, err = sanding("allocate", "--min-per-district", "40", "--format", "csv")
    assert (0, [",".join(COLUMNS)]) == (code, text.splitlines())
    assert "Turunkan jumlah terkecil untuk" in err


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--objective", "glory"), "glory"),
        (("--max-per-cooperative", "0"), "1 sampai 20"),
        (("--status", "siap"), "siap"),
        (("--previous", "rencana-x"), "rencana-x"),
        (("--change-price", "-1"), "change_price"),
        (("--city-budget", "banyak"), "(Pilihan: --city-budget)"),
        (("--district-budget", " "), "--district-budget belum diisi"),
        (("--district-budget", "tidak tahu"), "--district-budget belum diisi"),
        (("--at", "kemarin"), "kemarin"),
        (("--hold", "tidak-ada.csv"), "tidak-ada.csv"),
    ],
)
def test_what_cannot_be_asked_is_refused(refused, options, said):
    """With what to write instead."""
    assert said in refused("allocate", *options)[0]


@pytest.mark.usefixtures("home")
def test_parquet_needs_a_file(sanding):
    """Nobody reads it on a screen."""
    assert 2 == sanding("allocate", "--format", "parquet")[0]
