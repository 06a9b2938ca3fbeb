"""Sentences for refusals."""

import re
from pathlib import Path

import pytest

from recommender.ingest.sheets import sheet_faults
from recommender.ingest.sheets.sheet_faults import refusal_sentences

FOLDER = Path(sheet_faults.__file__).parent
DETAILS = {
    "sheet": "Data",
    "rows": 100_000,
    "cells": 5,
    "column": "XFD",
    "megabytes": 10,
    "size": "14,2",
    "row": 3,
}


def test_every_code_has_its_sentences():
    """Whatever the folder refuses a file with."""
    raised = {
        code
        for path in FOLDER.glob("*.py")
        for code in re.findall(r'RefusalError\(\s*"(\w+)"', path.read_text("utf-8"))
    }
    assert len(raised) > 10
    fallback = refusal_sentences("file_damaged", DETAILS)
    assert ["file_damaged"] == [
        code for code in sorted(raised) if refusal_sentences(code, DETAILS) == fallback
    ]


@pytest.mark.parametrize("code", ["too_many_rows", "sheet_too_wide", "file_too_large"])
def test_details_stand_in_both_sentences(code):
    """Numbers as each language writes them."""
    text_id, text_en = refusal_sentences(code, DETAILS)
    assert "{" not in text_id + text_en
    assert text_id.endswith(".")
    assert text_en.endswith(".")


def test_a_sheet_name_cannot_flood_the_message():
    """It is the file's word, not ours."""
    assert len(refusal_sentences("too_many_rows", {"sheet": "x" * 5000 + "\n", "rows": 5})[0]) < 200
