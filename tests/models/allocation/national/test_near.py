"""Pairs in question: all that are near enough, whatever the blocks."""

import numpy as np
import pytest

from models.allocation.national.near import near_pairs
from models.allocation.national.remaining import remaining
from tests.models.allocation.crowds import crowd


@pytest.mark.parametrize("block_rows", [1, 7, 4096])
def test_all_pairs_within_the_margin_are_found(block_rows):
    """In the order of cooperatives and offers, with cell, gain and group."""
    problem = crowd(2)
    part = remaining(problem)
    table = np.random.default_rng(0).random(part.cell_left.shape) * 500_000
    near = near_pairs(part, table, 50_000, block_rows=block_rows)
    surplus = part.gain(slice(None)) - table[part.place_of]
    rows, columns = np.nonzero(part.usable & (surplus > -50_000))
    assert (rows.tolist(), columns.tolist()) == (near.rows.tolist(), near.columns.tolist())
    assert near.gain.tolist() == part.gain(slice(None))[rows, columns].tolist()
    assert near.cells.tolist() == (part.place_of[rows] * 12 + columns).tolist()
    assert near.most[near.lines].tolist() == part.most[rows].tolist()
    group = problem.rooms.group_of[columns]
    teams = {(row, one): team for row, one, team in zip(rows, group, near.teams, strict=True) if one >= 0}
    assert sorted(teams.values()) == list(range(near.n_teams))
    assert [teams.get((row, one), -1) for row, one in zip(rows, group, strict=True)] == near.teams.tolist()


def test_some_cooperatives_alone():
    """A sample gives what all give, for its own."""
    part = remaining(crowd(5))
    table = np.zeros(part.cell_left.shape)
    rows = np.arange(0, 60, 3)
    near, every = near_pairs(part, table, np.inf, rows=rows), near_pairs(part, table, np.inf)
    mine = np.isin(every.rows, rows)
    assert every.rows[mine].tolist() == near.rows.tolist()
    assert every.columns[mine].tolist() == near.columns.tolist()


def test_a_crowded_row_keeps_its_best():
    """Where there are more near pairs than could ever matter."""
    part = remaining(crowd(0, n=3, m=90, limits=False))
    near = near_pairs(part, np.zeros(part.cell_left.shape), np.inf)
    gain = part.gain(slice(None))
    for row in range(3):
        kept = near.columns[near.rows == row]
        assert len(kept) < 90
        assert gain[row, kept].min() >= np.delete(gain[row], kept).max()
