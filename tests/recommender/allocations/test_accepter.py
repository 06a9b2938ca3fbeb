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
