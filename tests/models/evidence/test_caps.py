"""No account carries more of an offer's record than all others together."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from models.evidence.caps import CappedAccount, capped_weights

ROWS = st.lists(
    st.tuples(st.sampled_from("op"), st.sampled_from(["ani", "budi", None]), st.floats(0.1, 1.0)), max_size=40
)


def test_half_of_the_record_is_the_most_one_account_counts_for():
    """Eight of ten are counted as five, and it is said."""
    weight, capped = capped_weights(["o"] * 10, ["budi"] * 8 + [None] * 2, np.ones(10))
    assert (CappedAccount("budi", "o", 8, 5.0),) == capped
    np.testing.assert_allclose(weight, [5 / 8] * 8 + [1.0] * 2)


def test_three_outcomes_always_count():
    """A young record has few hands."""
    weight, capped = capped_weights(["o"] * 3, ["budi"] * 3, np.ones(3))
    assert () == capped
    assert 3.0 == weight.sum()


def test_the_department_itself_is_no_account():
    """What it imports is never scaled."""
    weight, capped = capped_weights(["o"] * 50, [None] * 50, np.ones(50))
    assert () == capped
    assert 50.0 == weight.sum()


def test_offers_are_looked_at_one_by_one():
    """Much work on one offer takes nothing from another."""
    weight, _ = capped_weights(["o"] * 8 + ["p"] * 2, ["budi"] * 10, np.ones(10))
    np.testing.assert_allclose(weight, [4 / 8] * 8 + [1.0] * 2)


@given(ROWS)
def test_no_weight_is_raised_and_every_account_keeps_to_its_cap(rows):
    """Whatever the record."""
    offers, accounts, given_weight = ([row[part] for row in rows] for part in range(3))
    before = np.array(given_weight, dtype=float)
    weight, _ = capped_weights(offers, accounts, before)
    assert (weight <= before + 1e-12).all()
    assert (weight > 0).all()
    for offer in set(offers):
        of_offer = np.array([one == offer for one in offers])
        for account in set(accounts) - {None}:
            of_both = of_offer & np.array([one == account for one in accounts])
            assert weight[of_both].sum() <= max(3.0, 0.5 * before[of_offer].sum()) + 1e-9


@given(ROWS, st.randoms())
def test_the_order_of_outcomes_does_not_matter(rows, random):
    """Each outcome keeps its weight."""
    order = list(range(len(rows)))
    random.shuffle(order)
    parts = [[row[part] for row in rows] for part in range(3)]
    straight, _ = capped_weights(parts[0], parts[1], np.array(parts[2], dtype=float))
    mixed = [[part[place] for place in order] for part in parts]
    shuffled, _ = capped_weights(mixed[0], mixed[1], np.array(mixed[2], dtype=float))
    np.testing.assert_allclose(shuffled, straight[order])
