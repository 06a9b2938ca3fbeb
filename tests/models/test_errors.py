"""The tree of what can be wrong with what models are given."""

import pytest

from models.errors import BeliefError, ModelError, ObjectiveError


@pytest.mark.parametrize("kind", [BeliefError, ObjectiveError])
def test_each_carries_both_sentences(kind):
    """A door shows the one in its language."""
    raised = kind("Salah.", "Wrong.")
    assert isinstance(raised, ModelError)
    assert ("Salah.", "Wrong.", "Salah. / Wrong.") == (raised.message_id, raised.message_en, str(raised))
