"""All pairs of a day in whole numbers: the ranking's own scores, statuses with and without places."""

import numpy as np
import pytest

from models.ranking.objectives import OBJECTIVES
from models.requirements.eligibility import STATUSES
from recommender.allocations.pair_values import UNITS, pair_values

BLOCKED = STATUSES.index("blocked")


@pytest.mark.parametrize("objective", OBJECTIVES)
def test_a_pair_is_worth_what_the_ranking_sorts_by(read_serang, objective):
    """To the last whole unit."""
    values = pair_values(read_serang.gathered(), objective)
    columns = {one: column for column, one in enumerate(read_serang.gathered().context.offer_ids)}
    for row, cooperative_id in list(enumerate(values.placed["cooperative_id"]))[:5]:
        for one in read_serang.suggest(cooperative_id, objective=objective).suggestions:
            found = values.value[row, columns[one.offer_id]] / UNITS[objective].whole
            assert abs(found - one.score) <= 0.5000001 / UNITS[objective].whole
            assert STATUSES[values.status[row, columns[one.offer_id]]] == one.status


def test_blocks_are_put_together_in_the_order_of_the_cooperatives(read_serang, monkeypatch):
    """However long a block is."""
    whole = pair_values(read_serang.gathered(), "balanced")
    monkeypatch.setattr("recommender.allocations.pair_values._BLOCK_ROWS", 7)
    parts = pair_values(read_serang.gathered(), "balanced")
    assert list(whole.placed["cooperative_id"]) == list(parts.placed["cooperative_id"])
    for name in ("value", "status", "have", "held", "probability"):
        assert np.array_equal(getattr(whole, name), getattr(parts, name))


def test_a_full_quota_blocks_today_and_not_the_wish(writable):
    """A pair without a place left is blocked in the ranking; it has a status of its own for the plan."""
    with writable.store.revision(author="t", source="t", made_at=writable.now()) as revision:
        revision.upsert("offers", [{"offer_id": "konsinyasi", "city_quota": 0}])
    values = pair_values(writable.gathered(), "balanced")
    column = writable.gathered().context.offer_ids.index("konsinyasi")
    assert {BLOCKED} == set(values.status[:, column].tolist())
    assert (values.status_with_place[:, column] != BLOCKED).any()


def test_an_empty_store_has_no_pairs(writable):
    """No cooperatives, no rows."""
    source = writable.gathered()
    empty = type(source)(
        **{name: getattr(source, name) for name in source.__slots__ if name != "cooperatives"},
        cooperatives=source.cooperatives.iloc[:0],
    )
    assert pair_values(empty, "balanced").value.shape == (0, len(source.context.offer_ids))
