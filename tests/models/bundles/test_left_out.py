"""Every offer that is not in the set has its reason."""

from models.bundles.left_out import LeftOut, why_left_out
from models.bundles.problem import BundleProblem, Item
from models.bundles.solver import best_set


def reasons(problem):
    """Code, resource, what is missing and what stands in the way, by offer."""
    found = why_left_out(problem, best_set(problem))
    return {one.offer_id: (one.code, one.resource, one.missing, one.other) for one in found}


def test_each_reason_is_the_first_that_applies():
    """With the amount that is missing, or the offer in the way."""
    items = (
        Item("a", 50, (300, 0, 0, 0), 0, "toko"),
        Item("b", 40, (0, 0, 0, 0), 0, "toko"),
        Item("c", 30, (900, 0, 0, 0)),
        Item("d", 20, (250, 0, 0, 0)),
        Item("e", 10, (None, 0, 0, 0)),
        Item("f", -5, (0, 0, 0, 0)),
        Item("g", 5, (0, 0, 0, 0)),
        Item("i", 8, (260, 0, 0, 0)),
        Item("h", 1, (0, 0, 0, 0)),
    )
    problem = BundleProblem(items, (500, None, None, None), 3, 0)
    assert {
        "a": ("exclusive", None, 0, "b"),
        "c": ("too_large", "shop_area_m2", 400, None),
        "i": ("no_room", "shop_area_m2", 10, None),
        "e": ("need_unknown", "shop_area_m2", 0, None),
        "f": ("worthless", None, 0, None),
        "h": ("enough", None, 0, None),
    } == reasons(problem)


def test_what_is_left_out_and_what_is_chosen_are_all(problems):
    """A reason of place, money or people is true: putting the offer in would not fit."""
    for problem in problems:
        chosen = best_set(problem)
        found = why_left_out(problem, chosen)
        assert {item.offer_id for item in problem.items} == {
            *(one.offer_id for one in found),
            *(item.offer_id for item in chosen),
        }
        by_id = {item.offer_id: item for item in problem.items}
        for one in found:
            assert isinstance(one, LeftOut)
            assert one.code == "worthless" or not problem.fits((*chosen, by_id[one.offer_id]))
