"""Pairs turned on their side are the same pairs."""

from models.allocation.national.by_offer import ByOffer
from models.allocation.national.remaining import remaining
from tests.models.allocation.crowds import crowd


def test_a_row_written_anew_is_read_anew():
    """Gains and marks of one cooperative, others as before."""
    part = remaining(crowd(3, n=20, m=6))
    turned = ByOffer(part)
    part.problem.value[4] += 7
    part.usable[4] = ~part.usable[4]
    assert (turned.gain[:, 4] != part.gain(slice(4, 5))[0]).all()
    turned.row_changed(part, 4)
    assert (turned.gain == part.gain(slice(None)).T).all()
    assert (turned.usable == part.usable.T).all()
