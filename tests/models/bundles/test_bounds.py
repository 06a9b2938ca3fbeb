"""The bound is never below what whole items can add."""

from models.bundles.bounds import Bounds


def test_no_set_of_later_items_adds_more_than_the_bound(problems, every_set):
    """From every start, for every number of items, in value and in work."""
    for problem in problems[:120]:
        items = problem.usable()
        bounds = Bounds(items, problem.limits)
        places = {item.offer_id: at for at, item in enumerate(items)}
        for chosen in every_set(problem):
            start = min((places[item.offer_id] for item in chosen), default=0)
            assert sum(item.value for item in chosen) <= bounds.value(start, problem.limits, len(chosen))
            assert sum(item.jobs_hundredths for item in chosen) <= bounds.jobs(start)
