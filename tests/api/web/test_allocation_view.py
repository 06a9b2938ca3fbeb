"""A plan arranged for its page: nobody is lost, and filters keep what they name."""

from hypothesis import given
from hypothesis import strategies as st

from api.web.allocation_view import MOST_ROWS, PlanFilters, plan_view
from tests.plans import DISTRICTS, make_pair, make_plan, make_quota, make_wait

FILTERS = st.builds(
    PlanFilters,
    st.sampled_from(["", "Curug", "Serang", "Nowhere"]),
    st.sampled_from(["", "o1", "o2", "o3", "none"]),
    st.sampled_from(["", "kept", "new", "dropped"]),
)


def view(plan=None, **filters):
    """The sample plan through filters."""
    return plan_view(plan or make_plan(), PlanFilters(**filters), DISTRICTS)


def ids(found):
    """Who is shown."""
    return [row.cooperative_id for row in found.rows]


def test_every_cooperative_that_the_plan_speaks_of_has_one_row():
    """By district and name, those of unknown district last; with what it gets, waits for, gave up."""
    found = view()
    assert ["k1", "k2", "k3", "k4"] == ids(found)
    one, two, three, four = found.rows
    assert ["o1", "o2"] == [pair.offer_id for pair in one.given]
    assert ["o2"] == [line.offer_id for line in two.waits]
    assert (["o2"], "k3") == ([pair.offer_id for pair in three.dropped], three.unserved.cooperative_id)
    assert ["o3"] == [pair.offer_id for pair in four.held]


def test_sums_count_the_whole_plan_whatever_is_shown():
    """Served, expected successes and changes do not depend on filters."""
    sums = {
        (found.served_count, found.expected_count, found.full_count, tuple(found.change_counts.items()))
        for found in (view(), view(district="Serang"), view(offer_id="none"))
    }
    assert {(2, 1.5, 1, (("new", 1), ("kept", 1), ("dropped", 1)))} == sums


def test_a_filter_by_offer_keeps_who_gets_it_waits_for_it_or_has_it_kept_back():
    """And those who gave it up."""
    assert ["k1", "k2", "k3"] == ids(view(offer_id="o1"))
    assert ["k1", "k2", "k3"] == ids(view(offer_id="o2"))
    assert ["k4"] == ids(view(offer_id="o3"))


def test_a_filter_by_change_looks_at_the_same_pair_as_the_one_by_offer():
    """Kept o2 is another pair than new o1."""
    assert ["k1"] == ids(view(offer_id="o2", change="kept"))
    assert [] == ids(view(offer_id="o1", change="kept"))
    assert ["k3"] == ids(view(change="dropped"))


@given(FILTERS)
def test_each_filter_only_takes_away(filters):
    """What passes two filters passes either of them."""
    alone = [
        PlanFilters(district=filters.district),
        PlanFilters(offer_id=filters.offer_id),
        PlanFilters(change=filters.change),
    ]
    both = {row.cooperative_id for row in plan_view(make_plan(), filters, DISTRICTS).rows}
    for one in alone:
        assert both <= {row.cooperative_id for row in plan_view(make_plan(), one, DISTRICTS).rows}


def test_districts_add_up_to_the_plan():
    """Each row of the plan counts in one district."""
    found = view()
    assert [("Curug", 2, 0, 3), ("Serang", 0, 1, 0), (None, 0, 0, 0)] == [
        (one.district, one.served_count, one.unserved_count, one.pair_count) for one in found.districts
    ]


def test_quotas_are_grouped_by_offer_full_ones_first():
    """The city's line before those of districts; so is an offer without a quota."""
    plan = make_plan(
        quotas=(
            make_quota("o9", left=3, given=0, taken=0, wanted=0, price=0.0),
            make_quota("o1", district="Curug"),
            make_quota("o1", left=1),
        )
    )
    found = view(plan)
    assert ["o1", "o2", "o9"] == [one.offer_id for one in found.quotas]
    assert [None, "Curug"] == [line.district for line in found.quotas[0].lines]
    assert [True, False, False] == [one.is_full for one in found.quotas]
    assert [False, True, True] == [one.is_idle for one in found.quotas]


def test_waiting_lists_come_longest_first_each_in_order():
    """Positions as the plan gave them."""
    plan = make_plan(
        waiting=(make_wait("k1", "o2", 1), make_wait("k3", "o1", 2), make_wait("k2", "o1", 1)),
    )
    assert [("o1", [1, 2]), ("o2", [1])] == [
        (one.offer_id, [line.position for line in one.waiting]) for one in view(plan).waiting
    ]


def test_a_page_holds_so_many_rows_and_counts_the_rest():
    """The workbook has them all."""
    pairs = tuple(make_pair(f"x{number:04}", "o1") for number in range(MOST_ROWS + 3))
    found = view(make_plan(assignments=pairs, waiting=(), unserved=(), changes=(), held=()))
    assert (MOST_ROWS, MOST_ROWS + 3, MOST_ROWS + 3) == (
        len(found.rows),
        found.fitting_count,
        found.served_count,
    )
