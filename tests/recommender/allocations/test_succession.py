"""Second chance: a place that was given up goes to the next in line, under what is left."""

import pandas as pd

from models.allocation.checking import violations
from recommender.allocations.asking import kept_solution
from recommender.allocations.succession import places_given_up
from tests.builders import make_events

TOKO = "toko-dikelola-mitra"


def events(city, *what):
    """Make events of the plan's day and later."""
    rows = [(f"e{number}", *one) for number, one in enumerate(what, start=1)]
    return make_events(
        event_id=[row[0] for row in rows],
        cooperative_id=[row[1] for row in rows],
        offer_id=[row[2] for row in rows],
        kind=[row[3] for row in rows],
        occurred_on=[str(city.allocation.at + pd.Timedelta(days=row[4]).to_pytimedelta()) for row in rows],
    )


def holders(city):
    """Return who has a managed shop in the plan."""
    return [one.cooperative_id for one in city.allocation.assignments if one.offer_id == TOKO]


def test_nothing_happened_and_nobody_is_next(city, names):
    """Events before the plan's day are not about it."""
    assert () == places_given_up(city, events(city, (holders(city)[0], TOKO, "declined", -1)), names)


def test_a_refusal_frees_the_place_for_the_first_in_line(city, names):
    """The one that the waiting list names first; within every limit; never whoever gave it up."""
    who = holders(city)[0]
    (line,) = places_given_up(city, events(city, (who, TOKO, "declined", 1)), names)
    first = line.candidates[0]
    assert (TOKO, who) == (line.offer_id, line.freed_by)
    assert first.cooperative_id == next(
        one.cooperative_id for one in city.allocation.waiting if one.offer_id == TOKO
    )
    assert who not in {one.cooperative_id for one in line.candidates}
    assert names.cooperative(first.cooperative_id) in line.says[0]
    problem, plan = kept_solution(city)
    marks = plan.chosen(problem)
    column = problem.offer_ids.index(TOKO)
    marks[problem.cooperative_ids.index(who), column] = False
    row = problem.cooperative_ids.index(first.cooperative_id)
    marks[row, [problem.offer_ids.index(one) for one in first.gives_up]] = False
    marks[row, column] = True
    assert [] == violations(problem, marks)


def test_two_places_go_to_two(city, names):
    """In the order in which they were given up."""
    first, second = holders(city)[:2]
    lines = places_given_up(
        city, events(city, (second, TOKO, "refused", 2), (first, TOKO, "stopped", 1)), names
    )
    assert [first, second] == [one.freed_by for one in lines]
    assert lines[0].candidates[0].cooperative_id != lines[1].candidates[0].cooperative_id


def test_a_place_that_was_taken_again_is_not_free(city, names):
    """Whoever took it since has it, and the quota is full."""
    who = holders(city)[0]
    (line,) = places_given_up(city, events(city, (who, TOKO, "declined", 1)), names)
    heir = line.candidates[0].cooperative_id
    happened = events(city, (who, TOKO, "declined", 1), (heir, TOKO, "approved", 2))
    (after,) = places_given_up(city, happened, names)
    assert () == after.candidates
    assert f"sudah diambil {names.cooperative(heir)}" in after.says[0]


def test_a_place_nobody_waits_for_says_so(city, names):
    """An offer without a quota, given up."""
    given = next(one for one in city.allocation.assignments if one.offer_id == "perisai")
    everybody = [
        (one.cooperative_id, "perisai", "declined", 0)
        for one in city.allocation.assignments
        if one.offer_id == "perisai"
    ]
    others = set(kept_solution(city)[0].cooperative_ids)
    refused = [(one, "perisai", "declined", 0) for one in sorted(others - {who for who, *_ in everybody})]
    lines = places_given_up(
        city, events(city, *refused, (given.cooperative_id, "perisai", "declined", 1)), names
    )
    (line,) = [one for one in lines if one.freed_by == given.cooperative_id]
    assert () == line.candidates
    assert "tidak ada yang menunggu" in line.says[0]


def test_who_came_back_did_not_give_up(city, names):
    """The last event counts."""
    who = holders(city)[0]
    assert () == places_given_up(
        city, events(city, (who, TOKO, "declined", 1), (who, TOKO, "approved", 2)), names
    )


def test_events_of_strangers_do_not_matter(city, names):
    """A pair that the plan does not know."""
    assert () == places_given_up(city, events(city, ("k?", TOKO, "declined", 1)), names)
