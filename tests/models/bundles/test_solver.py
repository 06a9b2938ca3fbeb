"""The best set: as good as trying them all, the same each time, never over a limit."""

from dataclasses import replace
from itertools import combinations

import numpy as np

from models.bundles.problem import BundleProblem, Item
from models.bundles.solver import best_set


def ids(items):
    """The items' names, in order."""
    return [item.offer_id for item in items]


def test_the_best_set_is_the_best_of_all_sets(problems, every_set):
    """On 500 random cases, ties included: least capital, fewest, first names."""
    for problem in problems:
        expected = min(
            every_set(problem),
            key=lambda chosen: (
                not problem.worth(chosen).reaches_target,
                -problem.worth(chosen).value,
                sum(item.uses[2] or 0 for item in chosen),
                len(chosen),
                sorted(ids(chosen)),
            ),
        )
        assert sorted(ids(expected)) == ids(best_set(problem))


def test_nothing_exceeds_what_there_is(problems):
    """Room, money, people, groups and number."""
    for problem in problems:
        chosen = best_set(problem)
        assert problem.fits(chosen)
        for one, other in combinations(chosen, 2):
            assert one.group is None or one.group != other.group


def test_more_room_or_money_never_lowers_the_worth(problems):
    """By one or by many, in each resource."""
    for problem in problems:
        before = problem.worth(best_set(problem))
        for place, limit in enumerate(problem.limits):
            if limit is not None:
                for more in (1, 7):
                    larger = problem.with_limit(place, limit + more)
                    assert before <= larger.worth(best_set(larger))


def test_the_order_of_the_offers_does_not_matter(problems):
    """Backwards gives the same."""
    for problem in problems:
        assert ids(best_set(problem)) == ids(best_set(replace(problem, items=problem.items[::-1])))


def test_a_blank_need_never_makes_a_set_look_better_than_a_known_one(problems):
    """Unknown is not nothing: the worth is at most that with any need."""
    for problem in problems[:150]:
        for at, item in enumerate(problem.items):
            for place, limit in enumerate(problem.limits):
                if limit is None:
                    continue

                def worth(use, at=at, item=item, place=place, problem=problem):
                    uses = (*item.uses[:place], use, *item.uses[place + 1 :])
                    items = (*problem.items[:at], replace(item, uses=uses), *problem.items[at + 1 :])
                    changed = replace(problem, items=items)
                    return changed.worth(best_set(changed))

                assert worth(None) <= min(worth(0), worth(limit), worth(limit + 1))


def test_two_jobs_come_before_more_rupiah():
    """Where they are possible."""
    items = (
        Item("kaya", 900, (0, 0, 10, 0), 0),
        Item("kerja", 100, (0, 0, 10, 0), 200),
    )
    assert ["kerja"] == ids(best_set(BundleProblem(items, (None, None, 10, None), None, 200)))
    assert ["kaya"] == ids(best_set(BundleProblem(items, (None, None, 10, None), None, 0)))


def test_where_the_target_is_out_of_reach_rupiah_decide():
    """Half a job for almost nothing is no advice."""
    items = (
        Item("kaya", 900, (0, 0, 10, 0), 0),
        Item("kerja", 100, (0, 0, 10, 0), 150),
    )
    assert ["kaya"] == ids(best_set(BundleProblem(items, (None, None, 10, None), None, 200)))


def test_a_large_case_is_answered():
    """Sixty offers, little capital: the bounds cut; the answer is that of a table over all amounts."""
    random = np.random.default_rng(7)
    items = tuple(
        Item(f"o{number:02d}", int(random.integers(1, 999)), (0, 0, int(random.integers(1, 40)), 0))
        for number in range(60)
    )
    table = [0] * 201
    for item in items:
        for room in range(200, item.uses[2] - 1, -1):
            table[room] = max(table[room], table[room - item.uses[2]] + item.value)
    problem = BundleProblem(items, (None, None, 200, None), None, 0)
    assert table[200] == problem.worth(best_set(problem)).value
