"""Every rule of every offer is answered, and the answers are those of the explanation."""

import datetime as dt

import pytest

from recommender.advice.ruling import pair_rules
from recommender.errors import NotFoundError
from recommender.settings import Settings
from tests.homes import sample_workspace

NOW = dt.datetime(2026, 11, 21, 3, 0, tzinfo=dt.UTC)


@pytest.fixture(name="workspace", scope="module")
def _workspace(tmp_path_factory):
    settings = Settings(home=tmp_path_factory.mktemp("store"))
    with sample_workspace(settings, sample="serang", clock=lambda: NOW) as workspace:
        yield workspace


def test_answers_are_those_of_the_explanation(workspace):
    """One pair has one set of answers, whoever asks."""
    found = pair_rules(workspace.gathered(), "kkmp-3673011007", language="id", made_at=NOW)
    for one in found[::6]:
        explained = workspace.explain("kkmp-3673011007", one.pair.offer_id)
        assert explained.rules == one.rules
        assert explained.suggestion.status == one.pair.status
        assert explained.suggestion.steps == one.pair.steps


def test_every_offer_is_there_unranked(workspace):
    """By id, mentoring included."""
    found = pair_rules(workspace.gathered(), "kkmp-3673011007", language="en", made_at=NOW)
    ids = [one.pair.offer_id for one in found]
    assert sorted(ids) == ids
    assert workspace.store.count("offers") == len(ids)
    assert {0} == {one.pair.rank for one in found}


def test_an_unknown_cooperative_is_not_found(workspace):
    """As everywhere."""
    with pytest.raises(NotFoundError):
        pair_rules(workspace.gathered(), "x", language="id", made_at=NOW)
