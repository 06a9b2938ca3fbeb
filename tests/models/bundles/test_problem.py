"""What fits together and what it is worth."""

from models.bundles.problem import BundleProblem, Item, Worth

KIOSK = Item("kios", 10, (200, 0, 5, 0), 150, "toko")


def test_an_unknown_need_does_not_fit_a_known_limit():
    """It fits where the resource is not limited."""
    unknown = Item("x", 10, (None, 0, 0, 0))
    assert not BundleProblem((unknown,), (500, None, None, None), None, 0).fits((unknown,))
    assert BundleProblem((unknown,), (None, None, None, None), None, 0).fits((unknown,))


def test_two_of_a_group_do_not_fit():
    """Nor more than may be begun with."""
    other = Item("warung", 10, (0, 0, 0, 0), 0, "toko")
    free = Item("bebas", 10, (0, 0, 0, 0))
    problem = BundleProblem((KIOSK, other, free), (None,) * 4, 1, 0)
    assert [False, True, False] == [
        problem.fits(chosen) for chosen in ((KIOSK, other), (KIOSK,), (KIOSK, free))
    ]


def test_a_set_reaches_the_target_or_does_not():
    """Rupiah are added up."""
    problem = BundleProblem((KIOSK,), (None,) * 4, None, 200)
    assert Worth(True, 20) == problem.worth((KIOSK, KIOSK))
    assert Worth(False, 10) == problem.worth((KIOSK,))
    assert Worth(False, 99) < Worth(True, 1)


def test_what_earns_nothing_or_does_not_fit_alone_is_not_usable():
    """The rest comes in the order of worth, then by name."""
    items = (
        KIOSK,
        Item("nol", 0, (0, 0, 0, 0)),
        Item("besar", 99, (900, 0, 0, 0)),
        Item("b", 10, (0, 0, 0, 0)),
    )
    problem = BundleProblem(items, (200, None, None, None), None, 0)
    assert ["b", "kios"] == [item.offer_id for item in problem.usable()]
