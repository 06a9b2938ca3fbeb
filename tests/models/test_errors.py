"""The tree of what can be wrong with what models are given."""

import pytest

from models.errors import BeliefError, LoanError, ModelError, ObjectiveError


@pytest.mark.parametrize("kind", [BeliefError, ObjectiveError])
def test_each_carries_both_sentences(kind):
    """A door shows the one in its language."""
    raised = kind("Salah.", "Wrong.")
    assert isinstance(raised, ModelError)
    assert ("Salah.", "Wrong.", "Salah. / Wrong.") == (raised.message_id, raised.message_en, str(raised))


def test_an_error_about_a_loan_names_the_term():
    """A door shows it beside that term."""
    raised = LoanError("tenor_months", "Salah.", "Wrong.")
    assert isinstance(raised, ModelError)
    assert ("tenor_months", "Salah.", "Wrong.") == (raised.field, raised.message_id, raised.message_en)
