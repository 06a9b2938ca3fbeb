"""One plan for a real cooperative: every failed rule once, and what each step opens."""

import pytest

from recommender.errors import NotFoundError

UNYUR = "kkmp-3673011007"


@pytest.fixture(name="plans", scope="module")
def _plans(serang):
    """Those of twelve cooperatives, with the advice beside them."""
    ids = list(serang.gathered().cooperatives["cooperative_id"])[::6]
    return [(serang.step_plan(one), serang.suggest(one)) for one in ids]


def test_every_failed_rule_of_the_advice_is_a_step_of_the_plan_and_no_other(plans):
    """Whatever offer it stands with; shared ones once."""
    for plan, advice in plans:
        wanted = {
            (found.offer_id, step.label)
            for found in advice.suggestions
            for step in found.steps
            if step.kind == "do"
        }
        assert {offer for offer, _label in wanted} == {one for step in plan.steps for one in step.offer_ids}
        assert len({step.step_id for step in plan.steps}) == len(plan.steps)
        labels = {label for _offer, label in wanted}
        assert {step.label for step in plan.steps} <= labels


def test_the_offers_open_one_after_the_other_until_all_are(plans):
    """None twice; sums rise."""
    for plan, advice in plans:
        opened = [*plan.open_now, *(title for step in plan.steps for title in step.opens)]
        assert len(opened) == len(set(opened)) == len(advice.suggestions)
        counts = [len(plan.open_now), *(step.opened_count for step in plan.steps)]
        assert sorted(counts) == counts
        spent = [(step.spent_idr, step.spent_days) for step in plan.steps]
        assert sorted(spent) == spent


def test_the_cheapest_and_the_quickest_way_end_with_everything(plans):
    """Their last line is the whole plan; each costs no more than the order of applying."""
    for plan, _advice in plans:
        if not plan.steps:
            assert () == plan.cheapest == plan.quickest
            continue
        for ways, total in ((plan.cheapest, "spent_idr"), (plan.quickest, "spent_days")):
            assert {step.label for step in plan.steps} == set(ways[-1].step_labels)
            assert getattr(plan.steps[-1], total) == ways[-1].amount
            prices = [(one.unstated, one.amount) for one in ways]
            assert sorted(set(prices)) == prices
        for step in plan.steps:
            opened = step.opened_count - len(plan.open_now)
            least = next((one for one in plan.cheapest if one.count >= opened), None)
            assert opened == 0 or (least is not None and least.amount <= step.spent_idr)


def test_the_words_follow_the_language(serang):
    """Of who does it; the department's own words stay."""
    indonesian, english = (serang.step_plan(UNYUR, language=one) for one in ("id", "en"))
    assert [step.label for step in indonesian.steps] == [step.label for step in english.steps]
    assert {"the board"} <= {step.owner for step in english.steps}
    assert {"pengurus"} <= {step.owner for step in indonesian.steps}


def test_nobody_has_no_plan(serang):
    """It is not found."""
    with pytest.raises(NotFoundError):
        serang.step_plan("nobody")
