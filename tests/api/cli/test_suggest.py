"""``sanding suggest``: rows as promised, the same every time, readable on a terminal."""

import csv
import io
import json
import math

import pyarrow.parquet as pq
import pytest

from recommender.advice.tables import SUGGESTION_COLUMNS

ONE = "kkmp-3673011007"
COOPERATIVE_COUNT = 67
BUSINESS_OFFER_COUNT = 29


def rows_of(text):
    """A CSV as dictionaries."""
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.usefixtures("home")
def test_all_pairs_come_with_every_column(sanding):
    """``--blocked`` gives every pair but mentoring, under the contract's columns, in order."""
    code, out, err = sanding("suggest", "--all", "--top", "999", "--blocked", "--format", "csv")
    assert (0, "") == (code, err)
    assert ",".join(SUGGESTION_COLUMNS) == out.splitlines()[0]
    rows = rows_of(out)
    assert COOPERATIVE_COUNT * BUSINESS_OFFER_COUNT == len(rows)
    assert len(rows) == len({(row["cooperative_id"], row["offer_id"]) for row in rows})
    assert sorted({row["cooperative_id"] for row in rows}) == list(
        dict.fromkeys(row["cooperative_id"] for row in rows)
    )
    assert {"eligible", "needs_steps", "unknown", "blocked"} >= {row["status"] for row in rows}


@pytest.mark.slow
@pytest.mark.usefixtures("home")
def test_two_runs_give_the_same_bytes(sanding):
    """Same store, same day: same bytes in every form."""
    for form in ("csv", "json", "table"):
        command = ("suggest", "--all", "--at", "2026-03-01", "--format", form)
        assert sanding(*command)[1] == sanding(*command)[1]


@pytest.mark.usefixtures("home")
def test_numbers_keep_all_their_digits(sanding):
    """A float read from CSV or JSON is the one that was computed."""
    command = ("suggest", ONE, "--at", "2026-03-01", "--format")
    table = rows_of(sanding(*command, "csv")[1])
    objects = json.loads(sanding(*command, "json")[1])
    for name in ("success_probability", "lower", "upper", "score", "after_steps"):
        assert [found[name] for found in objects] == [float(row[name]) for row in table]
    assert all(0 < found["lower"] <= found["success_probability"] <= found["upper"] < 1 for found in objects)


@pytest.mark.usefixtures("home")
def test_json_holds_lists_where_csv_holds_sentences(sanding):
    """The contract's columns and everything else, nested."""
    found = json.loads(sanding("suggest", ONE, "--format", "json", "--top", "1")[1])[0]
    assert list(SUGGESTION_COLUMNS) == list(found)[: len(SUGGESTION_COLUMNS)]
    assert found["reasons"] == [f"(+) {text}" for text in found["pros"]] + [
        f"(-) {text}" for text in found["cons"]
    ]
    assert all({"kind", "label", "cost_idr", "days", "sentence"} <= step.keys() for step in found["steps"])


@pytest.mark.usefixtures("home")
def test_parquet_holds_the_same_rows_as_csv(sanding, tmp_path):
    """One schema whatever is unknown."""
    path = tmp_path / "saran.parquet"
    assert (0, "", "") == sanding("suggest", "--all", "--at", "2026-03-01", "--out", path)
    table = pq.read_table(path)
    rows = rows_of(sanding("suggest", "--all", "--at", "2026-03-01", "--format", "csv")[1])
    assert list(SUGGESTION_COLUMNS) == table.column_names
    assert [row["offer_id"] for row in rows] == table["offer_id"].to_pylist()
    assert [float(row["score"]) for row in rows] == table["score"].to_pylist()
    assert "double" == str(table.schema.field("expected_margin_idr").type)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ((ONE,), 10),
        ((ONE, "--top", "3"), 3),
        ((ONE, "--blocked"), BUSINESS_OFFER_COUNT),
        (("--all",), 5 * COOPERATIVE_COUNT),
        (("--offer", "konsinyasi", "--blocked"), COOPERATIVE_COUNT),
    ],
)
@pytest.mark.usefixtures("home")
def test_how_many_come_when_nobody_says(arguments, expected, sanding):
    """10 for one, 5 for each of all, everything for an offer and with ``--blocked``."""
    assert expected == len(rows_of(sanding("suggest", *arguments, "--format", "csv")[1]))


@pytest.mark.usefixtures("home")
def test_the_mirror_ranks_cooperatives(sanding):
    """Rank 1 has the highest score."""
    rows = rows_of(sanding("suggest", "--offer", "konsinyasi", "--format", "csv")[1])
    scores = [float(row["score"]) for row in rows]
    assert sorted(scores, reverse=True) == scores
    assert [str(rank) for rank in range(1, len(rows) + 1)] == [row["rank"] for row in rows]
    assert {"konsinyasi"} == {row["offer_id"] for row in rows}


@pytest.mark.usefixtures("home")
def test_a_terminal_shows_what_an_advisor_needs(sanding):
    """Who, when, that the data are examples, why, what to do, what to ask, who decides."""
    code, out, err = sanding("suggest", ONE, "--at", "2026-03-01", "--top", "5")
    assert (0, "") == (code, err)
    lines = out.splitlines()
    assert lines[0].endswith(f"({ONE})")
    assert "Saran per 1 Maret 2026 · urut menurut seimbang" in lines[1]
    assert lines[2].startswith("DATA CONTOH")
    for wanted in ("Margin/bulan", "    +  ", "    −  ", "    1. ", "Pendampingan", "Yang paling perlu"):
        assert wanted in out
    assert "Dasar peluang: pengetahuan ahli, belum ada hasil." in lines
    assert "Perkiraan sistem, bukan keputusan: anggota yang memutuskan." == lines[-1]
    assert [] == [line for line in lines if len(line) > 120 or line != line.rstrip()]


@pytest.mark.usefixtures("home")
def test_a_pipe_gets_no_colours(sanding):
    """Escape codes belong on terminals only."""
    assert "\x1b" not in sanding("suggest", ONE)[1] + sanding("suggest", "--all")[1]


@pytest.mark.usefixtures("home")
def test_english_is_english_where_words_are_ours(sanding):
    """Labels written by the department stay as they are."""
    out = sanding("suggest", ONE, "--lang", "en")[1]
    assert "An estimate of the system, not a decision: the members decide." in out
    assert "Suggestions as of" in out


@pytest.mark.parametrize("objective", ["balanced", "success", "margin", "jobs"])
@pytest.mark.usefixtures("home")
@pytest.mark.slow
def test_every_objective_can_be_shown(objective, sanding):
    """Scores are points, a percentage, rupiah or jobs."""
    for asked in ((ONE,), ("--all",), ("--offer", "konsinyasi")):
        assert 0 == sanding("suggest", *asked, "--objective", objective)[0]


@pytest.mark.usefixtures("home")
def test_a_file_gets_what_the_screen_would(sanding, tmp_path):
    """``--out`` changes the place and nothing else; its ending names the form."""
    path = tmp_path / "saran.csv"
    assert (0, "", "") == sanding("suggest", ONE, "--at", "2026-03-01", "--out", path)
    printed = sanding("suggest", ONE, "--at", "2026-03-01", "--format", "csv")[1]
    assert printed == path.read_text(encoding="utf-8")


def test_an_empty_store_has_nothing_to_suggest(sanding, tmp_path, monkeypatch):
    """After a plain ``init``: no rows, a sentence for people, no error."""
    monkeypatch.setenv("SANDING_HOME", str(tmp_path / "data"))
    assert 0 == sanding("init")[0]
    assert (0, ",".join(SUGGESTION_COLUMNS) + "\n", "") == sanding("suggest", "--all", "--format", "csv")
    assert (0, "[]\n", "") == sanding("suggest", "--all", "--format", "json")
    assert sanding("suggest", "--all")[1].startswith("Belum ada koperasi")


@pytest.mark.slow
@pytest.mark.usefixtures("home")
def test_the_probability_is_the_logit_of_explain(sanding):
    """Both commands speak of the same number, to the last digit."""
    row = rows_of(sanding("suggest", ONE, "--top", "1", "--format", "csv")[1])[0]
    found = json.loads(sanding("explain", ONE, row["offer_id"], "--format", "json")[1])
    probability = float(row["success_probability"])
    assert probability == found["suggestion"]["success_probability"]
    assert math.isclose(math.log(probability / (1 - probability)), found["logit"], abs_tol=1e-9)
    assert row["score"] == repr(found["suggestion"]["score"])


@pytest.fixture(name="one_blocked")
def _one_blocked(sanding, home, tmp_path):
    """A store in which one offer has lapsed and one pair runs."""
    sheets = {
        "offers": "offer_id,valid_to\nbrilink,2020-01-01\n",
        "events": "event_id,cooperative_id,offer_id,occurred_on,kind\n"
        f"e1,{ONE},token-pln,2026-01-02,introduced\ne2,{ONE},token-pln,2026-02-02,opened\n",
    }
    for table, text in sheets.items():
        (tmp_path / f"{table}.csv").write_text(text, encoding="utf-8")
        assert 0 == sanding("import", table, tmp_path / f"{table}.csv")[0]
    return home


@pytest.mark.usefixtures("one_blocked")
def test_blocked_and_running_pairs_stand_apart(sanding):
    """Neither is suggested; ``--blocked`` shows both, with the reason."""
    usual = rows_of(sanding("suggest", ONE, "--top", "99", "--format", "csv")[1])
    every = rows_of(sanding("suggest", ONE, "--blocked", "--format", "csv")[1])
    assert {"brilink", "token-pln"} == {row["offer_id"] for row in every} - {row["offer_id"] for row in usual}
    blocked = [row for row in every if row["status"] == "blocked"]
    assert ["brilink"] == [row["offer_id"] for row in blocked]
    assert "(-) Terhalang: " in blocked[0]["reasons"]
    shown = sanding("suggest", ONE, "--at", "2026-03-01")[1]
    assert "Sudah berjalan" in shown.splitlines()
    assert "Berjalan" in next(line for line in shown.splitlines() if "Agen token" in line)
    assert "Terhalang" in sanding("explain", ONE, "brilink")[1]
