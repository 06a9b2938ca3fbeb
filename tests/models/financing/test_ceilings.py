"""Ceilings: refused above, allowed at, silent where unknown."""

import pytest

from models.errors import LoanError
from models.financing.ceilings import beyond_working_capital_idr, check_ceiling


def test_a_loan_above_the_ceiling_is_refused():
    """The ceiling stands in both sentences, as each language writes it."""
    with pytest.raises(LoanError) as caught:
        check_ceiling(3_000_000_001, 3_000_000_000)
    assert "principal_idr" == caught.value.field
    assert "Rp3.000.000.000." in caught.value.message_id
    assert "Rp3,000,000,000." in caught.value.message_en


@pytest.mark.parametrize(("principal", "ceiling"), [(3, 3), (1, 3), (10**12, None)])
def test_a_loan_within_the_ceiling_or_without_a_known_one_passes(principal, ceiling):
    """The ceiling itself may be borrowed; unknown is not zero."""
    check_ceiling(principal, ceiling)


def test_a_ceiling_of_nothing_lends_nothing():
    """Zero is stated, not unknown."""
    with pytest.raises(LoanError):
        check_ceiling(1, 0)


@pytest.mark.parametrize(("ceiling", "beyond"), [(None, 0), (0, 10), (9, 1), (10, 0), (11, 0)])
def test_what_may_not_be_working_capital(ceiling, beyond):
    """The part above the limit, never less than nothing."""
    assert beyond == beyond_working_capital_idr(10, ceiling)
