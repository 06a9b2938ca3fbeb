"""Results as a table and as JSON."""

import json

from tools.bench.report import Result, to_json, to_markdown

RESULTS = [Result("one", 0.4, 0.1, "a pass"), Result("two", 0.0, 0.0, "nothing")]


def test_the_table_has_a_line_per_job():
    """Two lines of head, then the jobs in their order."""
    lines = to_markdown(RESULTS).splitlines()
    assert ["| one | 0.4 | 0.1 | 4 | a pass |"] == lines[2:3]
    assert len(RESULTS) + 2 == len(lines)


def test_a_floor_of_zero_still_gives_a_ratio():
    """A clock too coarse to see the floor is no error."""
    assert 0.0 == RESULTS[1].ratio


def test_json_holds_the_ratio_and_the_machine():
    """What a later run is compared with."""
    read = json.loads(to_json(RESULTS, "2 cores"))
    assert "2 cores" == read["machine"]
    assert [4.0, 0.0] == [row["ratio"] for row in read["results"]]
