"""Beliefs as data: read, checked, ordered."""

import csv
from importlib.resources import files

import pytest

from features.catalog.loader import sources
from features.pairs.catalogue import pair_features, sectors
from models.belief.beliefs import packaged_beliefs, read_beliefs
from models.errors import BeliefError


def rows(name):
    """The packaged rows, as an expert would edit them."""
    text = files("models.belief").joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def edited(feature="member_count", **changes):
    """The packaged criteria with one row changed."""
    return [{**row, **changes} if row["criterion"] == feature else row for row in rows("beliefs.csv")]


def test_every_feature_has_a_belief_and_every_sector_a_start():
    """Nothing that is computed is left without an opinion, and none is about nothing."""
    found = packaged_beliefs()
    assert list(pair_features()) == [belief.criterion for belief in found.criteria]
    assert set(sectors()) == set(found.sector_logit)


@pytest.mark.parametrize("belief", packaged_beliefs().criteria, ids=lambda belief: belief.criterion)
def test_a_packaged_belief_is_sourced_and_says_why(belief):
    """An assumption is marked as one."""
    assert belief.basis in {"fact", "assumption"}
    assert set(belief.source.split(";")) <= set(sources())
    assert belief.note
    assert belief.half_range_logit > 0


def test_the_order_is_the_catalogues():
    """Contributions are added in one order, whatever the order of the sheet."""
    one = read_beliefs(rows("beliefs.csv"), rows("sectors.csv"))
    other = read_beliefs(rows("beliefs.csv")[::-1], rows("sectors.csv"))
    assert [b.criterion for b in one.criteria] == [b.criterion for b in other.criteria]


def test_an_edited_curve_is_what_is_believed():
    """Knots in the feature's unit, contributions times the strength."""
    changed = edited(curve="0:-1;50:0;100:2", strength_logit="0.5", sd_logit="0.1")
    belief = next(
        b for b in read_beliefs(changed, rows("sectors.csv")).criteria if b.criterion == "member_count"
    )
    assert [0.0, 50.0, 100.0] == belief.knots.tolist()
    assert [-0.5, 0.0, 1.0] == belief.contributions_logit.tolist()
    assert (0.1, 0.75) == (belief.sd_logit, belief.half_range_logit)


def test_the_digest_tells_edited_beliefs_apart():
    """Equal tables have equal digests; any change gives another."""
    same = read_beliefs(rows("beliefs.csv"), rows("sectors.csv"))
    other = read_beliefs(edited(sd_logit="0.31"), rows("sectors.csv"))
    assert packaged_beliefs().digest == same.digest != other.digest


def test_leaving_out_a_criterion_is_allowed():
    """An expert may have no opinion."""
    fewer = [row for row in rows("beliefs.csv") if row["criterion"] != "member_count"]
    found = read_beliefs(fewer, rows("sectors.csv"))
    assert "member_count" not in {belief.criterion for belief in found.criteria}


@pytest.mark.parametrize(
    "changes",
    [
        {"criterion": "luck"},
        {"curve": "0:1;100:-1"},
        {"curve": "100:-1;0:1"},
        {"curve": "0:-1;0:1"},
        {"curve": ""},
        {"curve": "0;1"},
        {"curve": "0:low;1:high"},
        {"curve": "0:-1;100:nan"},
        {"curve": "0:-1;inf:1"},
        {"strength_logit": "-1"},
        {"strength_logit": "strong"},
        {"strength_logit": "nan"},
        {"sd_logit": "-0.1"},
        {"sd_logit": "inf"},
        {"sd_logit": ""},
    ],
)
def test_a_broken_row_is_refused_by_name(changes):
    """Both sentences name the criterion."""
    with pytest.raises(BeliefError) as caught:
        read_beliefs(edited(**changes), rows("sectors.csv"))
    name = changes.get("criterion", "member_count")
    assert name in caught.value.message_id
    assert name in caught.value.message_en


def test_a_falling_feature_wants_a_falling_curve():
    """Distance helps nobody."""
    with pytest.raises(BeliefError, match="depot_distance_km"):
        read_beliefs(edited("depot_distance_km", curve="0:-1;30:1"), rows("sectors.csv"))


def test_a_criterion_written_twice_is_refused():
    """Which of the two would count?"""
    with pytest.raises(BeliefError, match="capital_coverage_ratio"):
        read_beliefs([*rows("beliefs.csv"), *rows("beliefs.csv")], rows("sectors.csv"))


@pytest.mark.parametrize("logit", ["", "easy", "nan"])
def test_a_broken_sector_is_refused_by_name(logit):
    """As a broken criterion is."""
    with pytest.raises(BeliefError, match="energy"):
        read_beliefs(rows("beliefs.csv"), [{"sector": "energy", "logit": logit}])


def test_a_missing_column_is_refused_as_unreadable():
    """A sheet without a strength has no strength."""
    without = [{key: row[key] for key in row if key != "strength_logit"} for row in rows("beliefs.csv")]
    with pytest.raises(BeliefError):
        read_beliefs(without, rows("sectors.csv"))


def test_a_direction_that_contradicts_the_feature_is_refused():
    """Whoever edits the table is told when the words and the curve disagree."""
    row = {
        "criterion": "member_count",
        "direction": "less is better",
        "curve": "20:-1;60:0",
        "strength_logit": "1",
        "sd_logit": "0.3",
    }
    with pytest.raises(BeliefError, match="member_count"):
        read_beliefs([row], [])
    assert 1 == len(read_beliefs([{**row, "direction": "more is better"}], []).criteria)
