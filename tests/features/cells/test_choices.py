"""Yes/no and fixed choices in the words people write."""

import csv
from importlib.resources import files

import pytest

from features.cells.choices import choice_value, choice_words
from features.cells.parse import parse_cell
from features.errors import CellError
from features.schema.loader import column, columns, table_names

DEED = column("cooperatives", "has_deed")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        *((word, True) for word in ["ya", "Ya", "YA ", "ada", "sudah", "True", "1", "1.0"]),
        *((word, False) for word in ["tidak", "Tdk", "Tidak Ada", "belum ada", "Belum", "FALSE"]),
        *((word, False) for word in ["0", "0.0", "nihil"]),
        *((word, None) for word in ["", "-", "belum didata", "tidak tahu"]),
    ],
)
def test_yes_no_and_unknown_are_three_answers(text, answer):
    """The word "belum" is no, "belum didata" is unknown."""
    assert parse_cell(DEED, text) is answer


@pytest.mark.parametrize("text", ["2", "mungkin", "menyusul", "hilang"])
def test_a_third_answer_is_refused_not_taken_for_no(text):
    """It says neither yes nor no."""
    with pytest.raises(CellError, match="bukan ya atau tidak"):
        parse_cell(DEED, text)


@pytest.mark.parametrize("text", ["x", "X"])
def test_a_cross_is_asked_about(text):
    """It ticks a box, or strikes it out."""
    with pytest.raises(CellError, match="dapat berarti ya") as caught:
        parse_cell(DEED, text)
    assert "value_ambiguous" == caught.value.code


@pytest.mark.parametrize(
    ("table", "name", "text", "choice"),
    [
        ("cooperatives", "premises_status", "Kelurahan Room", "kelurahan_room"),
        ("cooperatives", "premises_status", "KELURAHAN_ROOM", "kelurahan_room"),
        ("cooperatives", "premises_status", "tidak ada", "none"),
        ("cooperatives", "premises_status", "Pinjam", "borrowed"),
        ("cooperatives", "premises_status", "milik sendiri", "owned"),
        ("cooperatives", "road_access", "Motor", "motorcycle"),
        ("partners", "kind", "BUMN", "state_enterprise"),
        ("events", "kind", "Dibuka", "opened"),
        ("requirements", "operator", ">=", ">="),
        ("requirements", "operator", "'=", "="),
        ("requirements", "severity", "wajib", "must"),
        ("financing", "status", "menunggu juknis", "awaiting_guidance"),
    ],
)
def test_choices_match_whatever_their_case_and_in_indonesian(table, name, text, choice):
    """The words of the sheet, not of the program."""
    assert parse_cell(column(table, name), text) == choice


def test_an_unknown_choice_names_the_nearest_and_all():
    """A slip of the pen is found at once."""
    with pytest.raises(CellError) as caught:
        parse_cell(column("cooperatives", "premises_status"), "milk sendiri")
    assert "Maksud Anda owned?" in caught.value.message_id
    assert "under_construction" in caught.value.message_en


def test_every_word_stands_for_a_choice_or_level_of_its_column():
    """The packaged words fit the columns; every choice but the operators has one."""
    known = {
        (one.name, choice)
        for table in table_names()
        for one in columns(table)
        for choice in (*one.choices, *(map(str, range(7)) if one.kind == "level" else ()))
    }
    text = files("features.cells").joinpath("choice_words.csv").read_text(encoding="utf-8")
    packaged = {(row["column"], row["value"]) for row in csv.DictReader(text.splitlines())}
    assert set() == packaged - known
    fixed = {(name, value) for name, value in known if not value.isdecimal() and name != "operator"}
    assert {("kind", "bank")} >= fixed - packaged


def test_no_word_stands_for_two_choices_of_a_column():
    """Each word leads back to the choice it was written for."""
    for table in table_names():
        for one in columns(table):
            for choice in one.choices:
                for word in choice_words(one.name, choice):
                    assert choice_value(one.name, word) == choice
