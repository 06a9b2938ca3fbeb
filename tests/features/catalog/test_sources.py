"""The register of sources: complete, and honest about what is only assumed."""

from typing import get_args

import pytest

from features.catalog.loader import SourceKind, catalog_rows, sources

CITING = ["offers", "offer_sources", "requirements", "financing"]


@pytest.mark.parametrize("table", CITING)
def test_every_cited_source_is_known(table):
    """A source id leads to a title."""
    cited = {source_id for row in catalog_rows(table) for source_id in row["source"].split(";")}
    assert set() == cited - sources().keys()


@pytest.mark.parametrize("table", CITING)
def test_a_fact_has_a_source_outside_the_project(table):
    """What is called a fact was stated by somebody; an assumption is not a source of one."""
    for row in catalog_rows(table):
        if row["basis"] == "fact":
            named = [sources()[source_id] for source_id in row["source"].split(";")]
            assert not any(source.is_assumption for source in named), dict(row)


@pytest.mark.parametrize("table", ["offers", "offer_sources", "requirements"])
def test_an_assumption_names_its_kind(table):
    """A row marked as assumed says on what ground, or which facts of elsewhere it borrows."""
    for row in catalog_rows(table):
        assert row["basis"] != "assumption" or row["source"], dict(row)


def test_areas_name_their_sources():
    """The codes and the outlines of the areas are listed with their licence."""
    assert {"MIT"} == {sources()[source_id].licence for source_id in ("K10", "WB")}
    assert sources()["E-TPS"].is_assumption


def test_kinds_are_those_documented():
    """Each source is of one of the kinds, and says who published it."""
    assert {source.kind for source in sources().values()} <= set(get_args(SourceKind))
    assert all(source.title and source.publisher for source in sources().values())


def test_every_assumption_explains_itself():
    """The project's own estimates carry a note and no date of publication."""
    own = [source for source in sources().values() if source.is_assumption]
    assert all(source.note and source.published_on is None for source in own)
    assert all(source.source_id.startswith(("A-", "E-")) for source in own)


def test_remedies_are_said_to_be_estimates():
    """Cost and days of a remedy are assumed even where the rule is a fact."""
    assert "remedy_cost_idr" in sources()["A-remedi"].note
