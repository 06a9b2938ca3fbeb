"""The additive part's design."""

import numpy as np
import pytest

from models.learning.design import BLOCKS
from tests.models.learning.samples import make_design, make_outcomes


@pytest.fixture(name="outcomes", scope="module")
def _outcomes():
    """A hundred pairs of three columns and two categories."""
    return make_outcomes(100)


@pytest.fixture(name="design", scope="module")
def _design(outcomes):
    """Their design."""
    return make_design(outcomes)[0]


def block(design, matrix, place):
    """One block of the matrix."""
    ends = np.cumsum((0, *design.widths))
    return matrix[:, ends[place] : ends[place + 1]]


def test_every_term_belongs_to_one_named_block(outcomes, design):
    """Base, belief, lines, bends, products, and one block for each category."""
    assert (*BLOCKS, "effects") == design.names
    assert (1, 1, 3, 9, 3, 4, 2) == design.widths
    assert (100, sum(design.widths)) == make_design(outcomes)[1].shape


def test_terms_are_what_their_names_say(outcomes, design):
    """Reckoned by hand from the standardised columns."""
    matrix = design.matrix(outcomes.X, outcomes.codes, outcomes.prior_logit)
    z = design.columns.standardised(outcomes.X)
    np.testing.assert_array_equal(block(design, matrix, 0), np.ones((100, 1)))
    np.testing.assert_allclose(block(design, matrix, 1)[:, 0], outcomes.prior_logit + 0.5)
    np.testing.assert_array_equal(block(design, matrix, 2), z)
    products = np.column_stack([z[:, 0] * z[:, 1], z[:, 0] * z[:, 2], z[:, 1] * z[:, 2]])
    np.testing.assert_allclose(block(design, matrix, 4), products / design.product_spread)
    np.testing.assert_array_equal(block(design, matrix, 5), np.eye(4)[outcomes.codes[:, 0]])


def test_the_average_pair_of_unknown_levels_has_only_base_and_belief(design):
    """A blank column adds nothing: no line, no bend, no product, no effect."""
    row = design.matrix(np.full((1, 3), np.nan), np.array([[-1, -1]]), np.array([0.7]))[0]
    np.testing.assert_allclose(row[:2], [1.0, 1.2])
    assert not row[2:].any()


def test_bends_and_products_move_reference_pairs_by_one(outcomes, design):
    """So that one scale fits all columns, wide or narrow."""
    codes = np.zeros((200, 2), dtype=np.int64)
    matrix = design.matrix(outcomes.reference, codes, np.zeros(200))
    np.testing.assert_allclose(block(design, matrix, 3).std(axis=0), 1.0)
    np.testing.assert_allclose(block(design, matrix, 4).std(axis=0), 1.0)


def test_a_column_of_one_direction_takes_part_in_no_product():
    """A product would turn it round for some pairs."""
    design, _ = make_design(make_outcomes(50, directions={1: -1}))
    assert ([0], [2]) == (design.left.tolist(), design.right.tolist())
    assert 1 in design.bend_column


def test_without_columns_there_are_base_belief_and_effects():
    """Categories alone make a design, too."""
    outcomes = make_outcomes(30)
    bare = np.full((200, 3), np.nan)
    empty = type(outcomes)(
        **{name: getattr(outcomes, name) for name in outcomes.__slots__} | {"reference": bare}
    )
    design, matrix = make_design(empty)
    assert (1, 1, 0, 0, 0, 4, 2) == design.widths
    assert (30, 8) == matrix.shape
