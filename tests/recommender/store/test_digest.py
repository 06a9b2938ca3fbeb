"""The digest stands for content and order, not for time."""

from datetime import date

from recommender.store.digest import FIRST_DIGEST, next_digest, next_log_digest, row_digest

ROW = {"number": 1, "why": "lebih baik", "to_version": None}


def test_unknown_values_do_not_count():
    """A column that is added later leaves earlier digests as they are."""
    without = row_digest("facts", "k", {"value": "1"})
    assert without == row_digest("facts", "k", {"later": None, "value": "1"})


def test_each_part_of_the_content_counts():
    """Table, key, column, value and the kind of the value."""
    digests = {
        row_digest("facts", "k", {"value": "1"}),
        row_digest("prices", "k", {"value": "1"}),
        row_digest("facts", "l", {"value": "1"}),
        row_digest("facts", "k", {"source": "1"}),
        row_digest("facts", "k", {"value": 1}),
        row_digest("facts", "k", {"value": True}),
        row_digest("facts", "k", {"value": 1.0}),
        row_digest("facts", "k", {"value": date(2026, 1, 1)}),
    }
    assert 8 == len(digests)


def test_the_order_of_revisions_counts():
    """The same rows in another order of revisions are another history."""
    one, two = row_digest("facts", "k", {}), row_digest("facts", "l", {})
    forward = next_digest(next_digest(FIRST_DIGEST, [one]), [two])
    assert forward != next_digest(next_digest(FIRST_DIGEST, [two]), [one])


def test_each_part_of_a_row_of_a_log_counts():
    """What stood before, and every value; the order of names does not."""
    digests = {
        next_log_digest(FIRST_DIGEST, ROW),
        next_log_digest("1" * 64, ROW),
        *(next_log_digest(FIRST_DIGEST, {**ROW, name: "x"}) for name in ROW),
    }
    assert 5 == len(digests)
    assert next_log_digest(FIRST_DIGEST, dict(reversed(ROW.items()))) in digests


def test_a_row_of_a_log_that_nobody_could_have_written_has_a_digest_too():
    """It is found to differ instead of stopping the check."""
    assert next_log_digest(FIRST_DIGEST, ROW) != next_log_digest(FIRST_DIGEST, {**ROW, "why": b"x"})
