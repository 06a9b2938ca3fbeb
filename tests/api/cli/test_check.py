"""``sanding check``: all is well, or what is not."""

import json
import sqlite3

import pytest


@pytest.mark.slow
@pytest.mark.usefixtures("home")
def test_a_sound_store_is_well(sanding):
    """Exit 0, one sentence; for programs, an empty list."""
    assert (0, "Semua baik.\n", "") == sanding("check")
    assert (0, "All is well.\n", "") == sanding("check", "--lang", "en")
    assert (0, "[]\n", "") == sanding("check", "--format", "json")


def test_a_value_changed_behind_our_back_is_found(sanding, home):
    """Exit 1, and the finding is the answer."""
    with sqlite3.connect(home / "sanding.db") as connection:
        connection.execute("UPDATE offers SET title = 'Lain' WHERE offer_id = 'brilink'")
    connection.close()
    code, out, _ = sanding("check")
    assert 1 == code
    assert "Semua baik." not in out
    code, out, _ = sanding("check", "--format", "json")
    assert 1 == code
    assert {"code", "message_id", "message_en"} == json.loads(out)[0].keys()
