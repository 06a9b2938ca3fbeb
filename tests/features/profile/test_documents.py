"""The base documents."""

import numpy as np
import pytest

from features.profile.documents import BASE_DOCUMENTS, Documents
from features.profile.place import placed
from features.schema.loader import column
from tests.builders import make_areas, make_cooperatives


def share(**given):
    """The share of base documents of one cooperative."""
    frame = placed(make_cooperatives(**given), make_areas())
    return Documents().fit_transform(frame)["documents_ready_share"].iloc[0]


@pytest.mark.parametrize("there", range(9))
def test_the_share_counts_what_is_there(there):
    """Eight documents, each an eighth."""
    stated = {name: place < there for place, name in enumerate(BASE_DOCUMENTS)}
    assert there / 8 == share(**stated)


@pytest.mark.parametrize("name", BASE_DOCUMENTS)
def test_one_unknown_document_makes_the_share_unknown(name):
    """Not asked is not missing."""
    assert np.isnan(share(**{**dict.fromkeys(BASE_DOCUMENTS, True), name: None}))


@pytest.mark.parametrize("name", BASE_DOCUMENTS)
def test_each_document_is_a_yes_no_column(name):
    """The names are those of the table."""
    assert column("cooperatives", name).kind == "yes_no"
