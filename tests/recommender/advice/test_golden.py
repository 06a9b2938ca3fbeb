"""Golden cases: twelve kinds of cooperatives, each with its expected standing to every offer."""

import json

import pytest

from tests.recommender.advice.golden import FOLDER, standing_of, written

CASES = sorted(FOLDER.glob("*.json"))


def test_there_are_cases_of_twelve_kinds():
    """Each says in a sentence what kind it is."""
    assert 12 <= len(CASES)
    assert len(CASES) == len({json.loads(path.read_text(encoding="utf-8"))["jenis"] for path in CASES})


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_cooperative_of_this_kind_stands_to_the_offers_as_expected(path, kosong):
    """Status, and which mandatory rules fail or cannot be answered."""
    text = path.read_text(encoding="utf-8")
    case = json.loads(text)
    assert case["hasil"] == standing_of(kosong, case)
    assert text == written(case)
