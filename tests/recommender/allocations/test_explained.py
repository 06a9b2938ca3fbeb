"""Quotas, waiting lists and who gets nothing, as records."""

from dataclasses import replace

from models.allocation.exact import best_plan
from recommender.allocations import explained
from recommender.allocations.explained import minimum_sentences, quota_lines, unserved_lines, waiting_lines
from recommender.allocations.lines import PlanLines
from recommender.allocations.names import names_of
from recommender.allocations.problem_maker import plan_inputs
from recommender.allocations.settings import AllocationSettings


def parts(workspace, **settings):
    """Return inputs, plan and lines."""
    source = workspace.gathered()
    inputs = plan_inputs(source, AllocationSettings(**settings), (), ())
    plan = best_plan(inputs.problem)
    return inputs, plan, PlanLines(inputs, plan, names_of(source))


def test_every_quota_is_told_and_adds_up(read_serang):
    """In the city and in each district; a free place has no price."""
    inputs, plan, lines = parts(read_serang)
    found = quota_lines(inputs, plan, lines, best_plan)
    assert len(inputs.quota) == len(found)
    for one in found:
        assert one.quota - one.taken - one.given == one.left >= 0
        assert one.is_full or 0.0 == one.price
    assert {"Serang", "Kasemen", None} <= {one.district for one in found}


def test_a_large_plan_is_not_solved_again_for_its_prices(read_serang, monkeypatch):
    """The price is unknown then, not nothing."""
    monkeypatch.setattr(explained, "_MOST_PAIRS_TO_PRICE", 10)
    inputs, plan, lines = parts(read_serang)
    (full,) = [one for one in quota_lines(inputs, plan, lines, best_plan) if one.is_full]
    assert full.price is None
    assert full.says[0].endswith("penuh.")


def test_a_plan_that_was_long_to_prove_is_not_solved_again_for_its_prices(read_serang):
    """Each price would take as long again; the plan itself and its waiting lists are told."""
    inputs, plan, lines = parts(read_serang)
    hard = replace(plan, nodes=501)
    near = replace(plan, status="near_optimal", bound=plan.bound + 1)
    for one in (hard, near):
        full = [line for line in quota_lines(inputs, one, lines, best_plan) if line.left == 0]
        assert full
        assert all(line.price is None for line in full)
        assert not minimum_sentences(inputs, one, lines, best_plan)
        assert waiting_lines(inputs, one, lines)


def test_without_a_plan_nobody_waits(read_serang):
    """And nobody is told that there is nothing for it."""
    inputs, plan, lines = parts(read_serang, min_per_district=40)
    assert "no_solution" == plan.status
    assert () == waiting_lines(inputs, plan, lines)
    assert () == unserved_lines(inputs, plan, lines, ())
    assert all(one.price is None or one.left for one in quota_lines(inputs, plan, lines, best_plan))
