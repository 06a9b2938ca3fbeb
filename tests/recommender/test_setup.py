"""Making the store and loading the catalogue and a sample."""

import pytest

from recommender.errors import NotFoundError
from recommender.settings import Settings
from recommender.workspace import init_workspace, open_workspace


def test_a_plain_start_brings_the_areas_and_nothing_else(tmp_path):
    """67 areas; no partner, no cooperative."""
    with init_workspace(Settings(home=tmp_path)) as workspace:
        assert 67 == workspace.store.count("areas")
        assert 0 == workspace.store.count("offers")
        assert [] == workspace.cooperatives()
        assert [] == list(workspace.suggest_all())


@pytest.mark.parametrize("sample", ["serang", "serang-kosong"])
def test_a_sample_brings_67_cooperatives_and_30_offers(tmp_path, sample):
    """And a sound store."""
    with init_workspace(Settings(home=tmp_path), sample=sample) as workspace:
        assert 67 == workspace.store.count("cooperatives")
        assert 30 == workspace.store.count("offers")
        assert [] == workspace.check()


def test_starting_twice_changes_nothing_and_keeps_what_was_edited(tmp_path):
    """A second start is no reset."""
    settings = Settings(home=tmp_path)
    with init_workspace(settings, sample="serang") as workspace:
        with workspace.store.revision(author="uji", source="uji", made_at=workspace.now()) as revision:
            revision.upsert("cooperatives", [{"cooperative_id": "kkmp-3673011007", "member_count": 999}])
        head = workspace.store.head()
    with init_workspace(settings, sample="serang") as workspace:
        assert head == workspace.store.head()
    with open_workspace(settings) as workspace:
        line = next(one for one in workspace.cooperatives() if one.cooperative_id == "kkmp-3673011007")
        assert 999 == line.member_count


def test_an_unknown_sample_is_refused_and_nothing_is_made(tmp_path):
    """The names there are stand in the sentence."""
    home = tmp_path / "baru"
    with pytest.raises(NotFoundError, match="serang-kosong"):
        init_workspace(Settings(home=home), sample="jakarta")
    assert not home.exists()
