"""How sure the additive part is of a pair: the posterior covariance folded into tables."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.linalg import cho_factor, cho_solve

from models.learning.design import Design
from models.learning.outcomes import Outcomes

__all__ = ["Doubt", "folded_doubt"]

Floats = npt.NDArray[np.float64]

# The pairs that show how terms go together; more of them say the same.
_MOST_SHOWN = 4_000
# Columns that the shown pairs do not tell apart share what they carry.
_RIDGE = 1e-3


@dataclass(frozen=True, slots=True)
class Doubt:
    """Variance of a pair's logit = that of its base, slope and lines + that of its levels + the rest.

    Attributes
    ----------
    covariance : ndarray of shape (2 + n_columns, 2 + n_columns)
        Of base, slope and lines, each line with what bends and products that go with it add.
    effect_variances : tuple of ndarray
        One per categorical column, one longer than its levels: the last is that of an unknown level. A known
        level may take back some of the base's variance, and is then below 0.
    rest_variance : float
        What is left of bends and products, of the average pair.
    """

    covariance: Floats
    effect_variances: tuple[Floats, ...]
    rest_variance: float


def folded_doubt(
    design: Design,
    covariance: Floats,
    prior_effect_variances: tuple[float, ...],
    D: Floats,
    outcomes: Outcomes,
) -> Doubt:
    """Fold the covariance of all terms into tables.

    Terms are not independent: a line and its bends make up for each other, an effect and the base too. A sum
    of their own variances says several times too much. So bends and products are split into what lines
    tell of them, which goes to the lines, and a remainder, of which the mean counts; an effect carries its
    mean covariance with all else over the pairs that have its level.

    Parameters
    ----------
    design : Design
    covariance : ndarray of shape (n_terms, n_terms)
    prior_effect_variances : tuple of float
        Of a level that was not seen, one per categorical column.
    D : ndarray of shape (n_pairs, n_terms)
        The training pairs in the design.
    outcomes : Outcomes
        The same pairs; its reference shows how terms go together. The line of a column whose effect keeps one
        direction counts in the rest, since it would bend it.
    """
    blocks = design.blocks
    used, fixed = design.columns.used, np.array(sorted(outcomes.directions), dtype=np.int64)
    reference, reference_weight = outcomes.reference, outcomes.reference_weight
    told = np.concatenate([[0, 1], 2 + np.flatnonzero(~np.isin(used, fixed))])
    places = np.concatenate([[0, 1], 2 + used[~np.isin(used, fixed)]])
    others = np.setdiff1d(np.arange(blocks[4].stop), told)
    every = slice(None, None, max(1, len(reference) // _MOST_SHOWN))
    shown, heft = _shown(design, reference[every]), reference_weight[every] / reference_weight[every].sum()
    lines, rest = shown[:, told], shown[:, others]
    # What the lines tell of each bend and product.
    squares = (lines * heft[:, None]).T @ lines
    squares[np.diag_indices_from(squares)] += _RIDGE
    carried = cho_solve(cho_factor(squares), (lines * heft[:, None]).T @ rest)
    folded = np.hstack([np.eye(len(told)), carried])
    order = np.concatenate([told, others])
    apart = rest - lines @ carried
    kept = np.zeros((2 + len(design.columns.spread),) * 2)
    kept[np.ix_(places, places)] = folded @ covariance[np.ix_(order, order)] @ folded.T
    left = apart @ covariance[np.ix_(others, others)]
    return Doubt(
        covariance=kept,
        effect_variances=_of_levels(blocks[5:], covariance, prior_effect_variances, D, outcomes.weight),
        rest_variance=float(heft @ np.einsum("ij,ij->i", left, apart)),
    )


def _shown(design: Design, reference: Floats) -> Floats:
    """Return the pairs in the design: at the belief's centre, of no known level."""
    nobody = np.full((len(reference), len(design.level_counts)), -1)
    return design.matrix(reference, nobody, np.full(len(reference), design.belief_centre))


def _of_levels(
    blocks: tuple[slice, ...],
    covariance: Floats,
    unknown: tuple[float, ...],
    D: Floats,
    weight: Floats,
) -> tuple[Floats, ...]:
    if not blocks:
        return ()
    begin = blocks[0].start
    found = []
    for block, unseen in zip(blocks, unknown, strict=True):
        members = D[:, block] * weight[:, None]
        # The mean of every term over the pairs that have the level.
        mean = members.T @ D / np.maximum(members.sum(axis=0), 1e-12)[:, None]
        mean[:, :begin] *= 2.0
        mean[:, block] = np.eye(block.stop - block.start)
        variance = np.einsum("lt,tl->l", mean, covariance[:, block])
        found.append(np.append(variance, unseen))
    return tuple(found)
