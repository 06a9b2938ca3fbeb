"""Generated facts beside the columns of a cooperative."""

from collections import Counter
from datetime import date

from recommender.sample.extras import draw_facts
from recommender.sample.tables import packaged_table

DAY = date(2026, 10, 31)


def test_facts_are_known_about_as_often_as_the_table_says() -> None:
    """The share of cooperatives with an answer, within twelve of 67."""
    counts = Counter(row["field"] for row in draw_facts("contoh", DAY, 3673))
    for fact in packaged_table("example_facts.csv"):
        assert abs(counts[fact["field"]] - 67 * float(fact["known_share"])) <= 12, fact["field"]


def test_an_answer_is_yes_or_no() -> None:
    """Both answers occur, nothing else; who does not know has no row."""
    assert {"ya", "tidak"} == {row["value"] for row in draw_facts("contoh", DAY, 3673)}
