"""The workspace accepts places and gives them up at its own clock's time."""

import pytest

from recommender.errors import RefusedError


def test_a_place_of_the_sample_is_accepted_and_given_up(writable):
    """All advice counts it from then on, and no longer after."""
    source = writable.gathered()
    cooperative_id = source.cooperatives["cooperative_id"].iloc[0]
    offer_id = next(
        one
        for one, quota in zip(
            source.context.offers["offer_id"], source.context.offers["city_quota"], strict=True
        )
        if quota > 0
    )
    done = writable.accept_place(cooperative_id, offer_id, author="Ani", note="rapat")
    assert (writable.today(), True) == (done.accepted_on, done.is_new)
    assert done.left == writable.gathered().context.places.left_in_city[offer_id]
    assert (cooperative_id, offer_id) in writable.gathered().context.places.holders
    with pytest.raises(RefusedError, match="bosan"):
        writable.release_place(cooperative_id, offer_id, "declined", "bosan")
    gone = writable.release_place(cooperative_id, offer_id, "declined", "capital", author="Ani")
    assert (True, writable.today()) == (gone.frees_place, gone.released_on)
    assert (cooperative_id, offer_id) not in writable.gathered().context.places.holders
    assert [] == writable.check()


@pytest.mark.slow
def test_a_whole_plan_of_the_sample_is_accepted_pair_by_pair(writable):
    """Nothing that it gives is refused, whoever waits is, and a place given up goes to the next in line."""
    plan = writable.solve_allocation(author="Ani")
    plan_id = plan.allocation_id
    writable.publish_allocation(plan_id, author="Ani")
    given = {(one.cooperative_id, one.offer_id) for one in plan.assignments}
    for cooperative_id, offer_id in sorted(given):
        assert writable.accept_place(cooperative_id, offer_id, allocation_id=plan_id).is_new
    assert given <= writable.gathered().context.places.holders
    full = [one for one in plan.quotas if one.district is None and one.is_full]
    waiting = {one.offer_id: one.cooperative_id for one in reversed(plan.waiting)}
    contested = [one.offer_id for one in full if one.offer_id in waiting]
    assert contested
    for offer_id in contested:
        with pytest.raises(RefusedError, match="tetap pada daftar tunggu"):
            writable.accept_place(waiting[offer_id], offer_id, allocation_id=plan_id)
    gone = next(pair for pair in sorted(given) if pair[1] == contested[0])
    writable.release_place(*gone, "declined", "capital")
    (line,) = writable.next_in_line(plan_id)
    assert gone == (line.freed_by, line.offer_id)
    successor = line.candidates[0]
    for offer_id in successor.gives_up:
        writable.release_place(successor.cooperative_id, offer_id, "declined")
    assert writable.accept_place(successor.cooperative_id, line.offer_id, allocation_id=plan_id).is_new
    assert [] == writable.check()
