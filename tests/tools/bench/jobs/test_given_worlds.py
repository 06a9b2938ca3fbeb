"""Worlds that somebody else made, judged in small: the sample's tables, written down and taken in again."""

import datetime as dt
import shutil

import numpy as np
import pytest

from recommender.errors import ImportRefusedError
from recommender.exchange import export_file
from recommender.settings import Settings
from tests.homes import sample_workspace
from tools.bench.jobs.given_worlds import FOLDER, judge_given, known_truth, taken_in, world_folders
from tools.happenings import let_much_happen

NOW = dt.datetime(2026, 11, 28, 5, 0, tzinfo=dt.UTC)
TABLES = ("areas", "partners", "offers", "cooperatives", "events")


@pytest.fixture(name="given", scope="module")
def _given(tmp_path_factory):
    """A folder with one world, which is the sample with many stories, and one folder that is none."""
    given = tmp_path_factory.mktemp("given")
    folder = given / "sensible-city"
    folder.mkdir()
    (given / "no world").mkdir()
    settings = Settings(home=tmp_path_factory.mktemp("home"))
    with sample_workspace(settings, sample="serang", clock=lambda: NOW, after=let_much_happen) as workspace:
        for table in TABLES:
            export_file(workspace.store, table, folder / f"{table}.csv", today=NOW.date())
        told = workspace.suggestion_frame(
            [one for advice in workspace.suggest_all(blocked=True) for one in advice.suggestions]
        )
    random = np.random.default_rng(0)
    truth = told[["cooperative_id", "offer_id"]].assign(p=random.uniform(0.05, 0.6, len(told)))
    truth["y"] = (random.random(len(truth)) < truth["p"]).astype(int)
    truth.to_csv(folder / "truth.csv", index=False)
    return given


def test_a_world_is_a_folder_with_all_of_its_files(given):
    """Others are passed over."""
    assert ["sensible-city"] == [one.name for one in world_folders(given)]


def test_its_tables_are_taken_into_a_store_of_its_own(given, tmp_path):
    """As an import takes them, on the same day whenever it runs."""
    with taken_in(given / "sensible-city", tmp_path) as workspace:
        assert 67 == workspace.store.count("cooperatives")
        assert 800 <= workspace.store.count("events")
        assert NOW == workspace.now()


def test_a_table_that_cannot_be_taken_is_refused_by_name(given, tmp_path):
    """As on the command line."""
    folder = tmp_path / "world"
    folder.mkdir()
    for table in TABLES:
        text = (given / "sensible-city" / f"{table}.csv").read_bytes()
        (folder / f"{table}.csv").write_bytes(text.replace(b"introduced", b"dreamed"))
    with pytest.raises(ImportRefusedError, match="events"):
        taken_in(folder, tmp_path / "home")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("cooperative_id,offer_id,q,y\na,b,0.5,1\n", "add the columns p"),
        ("cooperative_id,offer_id,p,y\na,b,0.5,1\na,b,0.6,0\n", "in one line only"),
        ("cooperative_id,offer_id,p,y\na,b,1.5,1\n", "p as a chance, 0 to 1"),
        ("cooperative_id,offer_id,p,y\na,b,,1\n", "p as a chance, 0 to 1"),
        ("cooperative_id,offer_id,p,y\na,b,0.5,2\n", "y as 0 or 1"),
    ],
)
def test_a_truth_that_is_none_is_refused_with_what_to_do(text, said, tmp_path):
    """The message names the file."""
    path = tmp_path / "truth.csv"
    path.write_text(text)
    with pytest.raises(ValueError, match=f"truth.csv: .*{said}"):
        known_truth(path)


@pytest.mark.parametrize("what", [b"\xff\xfe\x00\x8a,\x01\n", b"", b'a,b\n"c\n', b"a\nb,c\n"])
def test_a_truth_that_is_no_table_is_refused_with_what_to_do(what, tmp_path):
    """Random bytes, nothing, a quote that does not end, a line longer than the first."""
    path = tmp_path / "truth.csv"
    path.write_bytes(what)
    with pytest.raises(ValueError, match=r"truth\.csv: .*(write it as CSV|add the columns)"):
        known_truth(path)


def test_true_chances_of_pairs_that_are_not_there_are_refused(given, tmp_path, monkeypatch):
    """Nothing is judged by blanks."""
    folder = tmp_path / "sensible-strange"
    shutil.copytree(given / "sensible-city", folder)
    with (folder / "truth.csv").open("a") as file:
        file.write("nobody,token-pln,0.5,1\n")
    monkeypatch.setenv(FOLDER, str(tmp_path))
    with pytest.raises(ValueError, match=r"1 pairs the tables do not; the first: \['nobody', 'token-pln'\]"):
        judge_given((20,), (0,))


@pytest.mark.slow
def test_the_belief_and_what_was_learned_are_judged_and_curves_are_drawn(given, monkeypatch, capsys):
    """A line for each; promises speak of a world by the beginning of its name."""
    monkeypatch.setenv(FOLDER, str(given))
    result = judge_given((20,), (0,))
    printed = capsys.readouterr().out
    assert "| sensible-city | the belief | " in printed
    assert " outcomes | " in printed or "the gate refused" in printed
    assert "| sensible-city | 20 | " in printed
    assert " of   2  share at most 0.01 below the belief where it holds" in printed
    assert min(result.ours_seconds, result.floor_seconds) > 0


@pytest.mark.parametrize("value", [None, "", "/nowhere"])
def test_without_worlds_it_says_what_is_needed(monkeypatch, value):
    """In one line."""
    monkeypatch.delenv(FOLDER, raising=False)
    if value is not None:
        monkeypatch.setenv(FOLDER, value)
    note = judge_given().note
    assert FOLDER in note
    assert "truth.csv" in note
    assert "\n" not in note
