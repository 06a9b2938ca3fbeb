"""Why not this pair, what each setting costs, how contested offers are."""

from dataclasses import replace

import pytest

from recommender.allocations.asking import contests_of, dials_of, kept_solution, why_not_of
from recommender.allocations.settings import Hold
from recommender.errors import NotFoundError, RefusedError

UNYUR = "kkmp-3673011007"
TOKO = "toko-dikelola-mitra"


def test_why_not_tells_who_has_the_places_and_what_it_would_cost(city, names, planned, read_serang):
    """The cost is that of the plan made again with the pair locked."""
    first = next(one for one in city.allocation.waiting if one.offer_id == TOKO)
    found = why_not_of(city, names, first.cooperative_id, TOKO)
    assert not found.in_plan
    assert "Kuota penuh oleh 10 koperasi" in found.reasons[0][0]
    assert 10 == len(found.holders)
    assert [one.value for one in found.holders] == sorted(one.value for one in found.holders)
    again = planned(read_serang, Hold(first.cooperative_id, TOKO)).allocation
    assert found.shortfall == pytest.approx(city.allocation.total_value - again.total_value)
    assert {"new", "dropped"} == {one.kind for one in found.would_change}


def test_a_pair_of_the_plan_is_in_it(city, names):
    """Its reason is why."""
    given = city.allocation.assignments[0]
    found = why_not_of(city, names, given.cooperative_id, given.offer_id)
    assert found.in_plan
    assert (given.reason,) == found.reasons
    assert 0.0 == found.shortfall


def test_a_closed_pair_has_its_cause(city, names):
    """Support is no business; no plan can hold it."""
    found = why_not_of(city, names, UNYUR, "pendampingan")
    assert found.reasons[0][0].startswith("Ini pendampingan")
    assert found.shortfall is None


def test_a_ban_tells_who_set_it(read_serang, planned, names):
    """And why."""
    plan = planned(read_serang, Hold(UNYUR, "perisai", "forbidden", "sudah ada agen", "Ani"))
    found = why_not_of(plan, names, UNYUR, "perisai")
    assert ("Dilarang oleh Ani: sudah ada agen.",) == tuple(one[0] for one in found.reasons)


@pytest.mark.parametrize("pair", [("k?", TOKO), (UNYUR, "o?")])
def test_a_pair_that_the_plan_does_not_know_is_named(city, names, pair):
    """Either half."""
    with pytest.raises(NotFoundError, match=r"\?"):
        why_not_of(city, names, *pair)


def test_every_pair_of_one_cooperative_has_an_answer(city, names):
    """No wish without a reason."""
    problem, _ = kept_solution(city)
    for offer_id in problem.offer_ids:
        assert why_not_of(city, names, UNYUR, offer_id).reasons


def test_a_plan_without_solution_or_problem_cannot_be_asked(read_serang, planned, city, names):
    """It says what to do instead."""
    with pytest.raises(RefusedError, match="Longgarkan"):
        why_not_of(planned(read_serang, min_per_district=40), names, UNYUR, TOKO)
    with pytest.raises(RefusedError, match="terlalu besar"):
        why_not_of(replace(city, problem=None), names, UNYUR, TOKO)


def test_dials_mark_the_present_setting_and_what_is_impossible(city):
    """More for each is never worth less; a floor never worth more; the present one is the plan's own."""
    dials = {one.name: one.points for one in dials_of(city)}
    assert {"district_minimum", "one_each", "most"} == set(dials)
    for points in dials.values():
        (present,) = [one for one in points if one.is_present]
        assert present.total_value == pytest.approx(city.allocation.total_value)
    most = [one.total_value for one in dials["most"]]
    assert most == sorted(most)
    floors = [one.total_value for one in dials["district_minimum"] if one.total_value is not None]
    assert floors == sorted(floors, reverse=True)
    assert [one.setting for one in dials["one_each"]] == ["0", "1"]


def test_dials_are_refused_where_each_would_take_too_long(city):
    """As the prices of full quotas were not told."""
    quotas = tuple(replace(one, price=None) for one in city.allocation.quotas)
    hard = replace(city, allocation=replace(city.allocation, quotas=quotas))
    with pytest.raises(RefusedError, match="terlalu lama"):
        dials_of(hard)


def test_dials_of_change_need_a_plan_before(read_serang, planned, city):
    """A dearer change is never more changes."""
    plan = planned(read_serang, previous=city.allocation, objective="jobs", change_price=0.0)
    points = next(one.points for one in dials_of(plan) if one.name == "change_price")
    counts = [one.change_count for one in points]
    assert counts == sorted(counts, reverse=True)


def test_contests_are_most_contested_first(read_serang):
    """Wishes for each place; support is left out."""
    found = contests_of(read_serang.gathered(), "balanced")
    assert "pendampingan" not in {one.offer_id for one in found}
    limited = [one for one in found if one.places is not None and one.wanted]
    assert limited
    assert found[0] == limited[0]
    assert f"Diminati {found[0].wanted} koperasi, ada {found[0].places} tempat." == found[0].says[0]
