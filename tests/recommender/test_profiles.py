"""A profile shows every field once, says where each value is from, and never guesses."""

import datetime as dt
import math

import pytest

from features.schema.loader import columns
from recommender.correcting import Draft, correct_fact, read_correction
from recommender.errors import NotFoundError
from recommender.past_values import past_values, state_of
from recommender.profiles import PROFILE_GROUPS, cooperative_profile

UNYUR = "kkmp-3673011007"


@pytest.fixture(name="profile")
def _profile(read_serang):
    return cooperative_profile(read_serang.store, read_serang.gathered(), UNYUR, "id")


@pytest.fixture(name="public")
def _public(read_kosong):
    return cooperative_profile(read_kosong.store, read_kosong.gathered(), UNYUR, "id")


def test_every_column_stands_in_exactly_one_group():
    """But what identifies the row and says where it is from."""
    grouped = [name for names in PROFILE_GROUPS.values() for name in names]
    identity = {"cooperative_id", "name", "area_code", "data_source", "observed_on"}
    assert sorted({one.name for one in columns("cooperatives")} - identity) == sorted(grouped)


def test_values_are_those_that_advice_uses(profile, read_serang):
    """Every known number of the profile stands in the frame of the day; every unknown one is NaN there."""
    row = read_serang.gathered().cooperatives.set_index("cooperative_id").loc[UNYUR]
    numeric = [one for group in profile.groups for one in group.fields if one.column.is_numeric]
    assert len(numeric) > 50
    for one in numeric:
        held = float(row[one.column.name])
        assert (None if math.isnan(held) else held) == one.value, one.column.name


def test_example_values_are_marked(profile):
    """All of this sample's known values."""
    known = [one for group in profile.groups for one in group.fields if one.is_known]
    assert known
    assert all(one.is_example for one in known)
    assert not any(one.is_old for one in known)


def test_completeness_counts_stated_columns_only(profile, public):
    """An estimate is not known; facts beyond the columns are counted apart."""
    assert 57 == profile.total == public.total
    assert (29, 3) == (profile.known, public.known)
    assert public.groups[-1].name == "more"


def test_what_an_area_suggests_is_an_estimate(public):
    """Unknown with a number beside it, and where that is from."""
    population = public.field("population_count")
    assert not population.is_known
    assert population.estimate > 1000
    assert population.estimate_source
    assert public.field("member_count").estimate is None


def test_old_values_are_marked(public):
    """Older than 90 days, or of no stated day."""
    deed = public.field("has_deed")
    assert (True, "K10; K2", dt.date(2025, 7, 8), True) == (
        deed.value,
        deed.source,
        deed.observed_on,
        deed.is_old,
    )
    assert deed.age_days == (dt.date(2026, 11, 21) - dt.date(2025, 7, 8)).days


def test_a_fact_brings_its_own_source_and_day(writable):
    """The other values keep theirs."""
    draft = Draft("1250", "buku anggota", "2026-11-20")
    found, _ = read_correction("member_count", draft, today=writable.today(), language="id")
    state = state_of(past_values(writable.store, UNYUR, found.column))
    assert correct_fact(writable.store, UNYUR, found, state=state, author="local", made_at=writable.now())
    profile = cooperative_profile(writable.store, writable.gathered(), UNYUR, "id")
    members = profile.field("member_count")
    assert (1250, "buku anggota", 1) == (members.value, members.source, members.age_days)
    assert not members.is_example
    assert profile.field("board_count").is_example


def test_no_such_cooperative(read_serang):
    """Refused as everywhere."""
    with pytest.raises(NotFoundError):
        cooperative_profile(read_serang.store, read_serang.gathered(), "nobody", "id")
