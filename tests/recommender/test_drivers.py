"""The short account of a chance is the long one's."""

import pytest

from recommender.drivers import drivers_of
from recommender.errors import NotFoundError

UNYUR = "kkmp-3673011007"


def test_drivers_are_the_contributions_of_the_explanation(read_serang):
    """Term by term, with the same labels."""
    found = drivers_of(read_serang.gathered(), UNYUR, ["token-pln", "toko-dikelola-mitra"])
    for offer_id, drivers in found.items():
        explained = read_serang.explain(UNYUR, offer_id)
        expected = {one.term: (one.label_id, one.label_en) for one in explained.contributions}
        assert expected == {one.term: (one.label_id, one.label_en) for one in drivers}
        assert sum(one.contribution_logit for one in drivers) == pytest.approx(explained.logit)
        assert drivers[0].term == "base"


def test_no_such_cooperative(read_serang):
    """Refused as everywhere."""
    with pytest.raises(NotFoundError):
        drivers_of(read_serang.gathered(), "nobody", ["token-pln"])
