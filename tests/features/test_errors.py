"""The tree of what can be wrong with data."""

import pytest

from features.errors import CatalogError, CellError, FeatureError, FrameError


@pytest.mark.parametrize("kind", [CatalogError, CellError, FrameError])
def test_each_carries_both_sentences(kind):
    """A door shows the one in its language."""
    raised = kind("Salah.", "Wrong.")
    assert isinstance(raised, FeatureError)
    assert ("Salah.", "Wrong.", "Salah. / Wrong.") == (raised.message_id, raised.message_en, str(raised))
