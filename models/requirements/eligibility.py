"""The status of every pair of a block: blocked, needs steps, unknown or eligible."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from features.frame_cells import day_of
from models.requirements.places import Places
from models.requirements.rules import Condition, Rule
from models.requirements.truth import FAILED, MET, UNKNOWN, truth_of

__all__ = ["STATUSES", "EligibilityBlock", "RuleBook", "eligibility_block", "rule_book"]

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

# Positions in this tuple are the codes that blocks hold.
STATUSES = ("eligible", "unknown", "needs_steps", "blocked")
# A rule whose remedy states no days is counted as a month when the days to opening are estimated.
_DAYS_WHEN_UNSTATED = 30


@dataclass(frozen=True, slots=True)
class RuleBook:
    """All rules of one day, laid out so that a block is a matter of a few matrix products.

    Attributes
    ----------
    conditions : tuple of Condition, length n_conditions
        Each distinct condition once.
    rules : tuple of tuple of Rule, length n_offers
        The rules of each offer, by id.
    columns : tuple of tuple of int, length n_offers
        For each of those rules, the position of its condition.
    must, must_days, must_unremedied : ndarray of shape (n_conditions, n_offers)
        How often a condition is mandatory for an offer, the days its remedy takes, and how often nothing
        can be done about it.
    invalid : ndarray of bool, shape (n_offers,)
        Offers outside their own period of validity.
    """

    conditions: tuple[Condition, ...]
    rules: tuple[tuple[Rule, ...], ...]
    columns: tuple[tuple[int, ...], ...]
    must: Floats
    must_days: Floats
    must_unremedied: Floats
    invalid: Bools

    @property
    def must_count(self) -> Floats:
        """Mandatory rules of each offer; shape (n_offers,)."""
        total: Floats = self.must.sum(axis=0)
        return total


@dataclass(frozen=True, slots=True)
class EligibilityBlock:
    """What the rules say about every pair of a block.

    Attributes
    ----------
    truth : ndarray of int8, shape (n_cooperatives, n_conditions)
    status : ndarray of int8, shape (n_cooperatives, n_offers)
        Positions in ``STATUSES``.
    met, failed, unknown : ndarray of shape (n_cooperatives, n_offers)
        Mandatory rules by answer.
    step_days, unknown_days : ndarray of shape (n_cooperatives, n_offers)
        Days that the remedies of failed, and of unknown, mandatory rules would take one after another.
    held, full, unremedied : ndarray of bool, shape (n_cooperatives, n_offers)
        Pairs that hold a place; pairs without a place left; pairs failing a rule without remedy.
    """

    truth: npt.NDArray[np.int8]
    status: npt.NDArray[np.int8]
    met: Floats
    failed: Floats
    unknown: Floats
    step_days: Floats
    unknown_days: Floats
    held: Bools
    full: Bools
    unremedied: Bools


def rule_book(rules: Sequence[Rule], offers: pd.DataFrame, at: dt.date) -> RuleBook:
    """Lay out the rules of one day.

    Parameters
    ----------
    rules : sequence of Rule
        From ``rules_on``; rules of offers that are not listed are left out.
    offers : DataFrame of shape (n_offers, n_columns)
        In the order of the block's columns.
    at : date
    """
    offer_ids = list(offers["offer_id"])
    by_offer: dict[str, list[Rule]] = {offer_id: [] for offer_id in offer_ids}
    for rule in rules:
        if rule.offer_id in by_offer:
            by_offer[rule.offer_id].append(rule)
    position: dict[Condition, int] = {}
    for offer_id in offer_ids:
        for rule in by_offer[offer_id]:
            position.setdefault(rule.condition, len(position))
    shape = (len(position), len(offer_ids))
    must, days, unremedied = np.zeros(shape), np.zeros(shape), np.zeros(shape)
    for column, offer_id in enumerate(offer_ids):
        for rule in by_offer[offer_id]:
            if rule.must:
                row = position[rule.condition]
                must[row, column] += 1
                unstated = rule.remedy_days is None
                days[row, column] += _DAYS_WHEN_UNSTATED if unstated else rule.remedy_days or 0
                unremedied[row, column] += not rule.remedy
    invalid = [
        _outside(at, starts, ends)
        for starts, ends in zip(offers["valid_from"], offers["valid_to"], strict=True)
    ]
    return RuleBook(
        conditions=tuple(position),
        rules=tuple(tuple(by_offer[offer_id]) for offer_id in offer_ids),
        columns=tuple(
            tuple(position[rule.condition] for rule in by_offer[offer_id]) for offer_id in offer_ids
        ),
        must=must,
        must_days=days,
        must_unremedied=unremedied,
        invalid=np.array(invalid, dtype=np.bool_),
    )


def eligibility_block(
    book: RuleBook,
    cooperatives: pd.DataFrame,
    districts: Sequence[str | None],
    offer_ids: Sequence[str],
    places: Places,
) -> EligibilityBlock:
    """Answer every rule for every pair of a block and draw the status from the answers.

    Parameters
    ----------
    book : RuleBook
        n_offers columns.
    cooperatives : DataFrame of shape (n_cooperatives, n_columns)
        As of the day, as stated.
    districts : sequence of str or None, length n_cooperatives
    offer_ids : sequence of str, length n_offers
    places : Places

    Notes
    -----
    The first that applies: blocked (a failed rule without remedy, outside validity, or no place left and
    none held), needs_steps (any failed rule), unknown (any unknown rule), eligible.
    """
    answers = [truth_of(condition, cooperatives) for condition in book.conditions]
    shape = (len(cooperatives), len(book.conditions))
    truth = np.stack(answers, axis=1) if answers else np.zeros(shape, dtype=np.int8)
    is_failed = (truth == FAILED).astype(np.float64)
    is_unknown = (truth == UNKNOWN).astype(np.float64)
    failed, unknown = is_failed @ book.must, is_unknown @ book.must
    unremedied = (is_failed @ book.must_unremedied) > 0
    held = places.held(list(cooperatives["cooperative_id"]), offer_ids)
    full = places.full(districts, offer_ids) & ~held
    blocked = unremedied | full | book.invalid
    status = np.select([blocked, failed > 0, unknown > 0], [3, 2, 1], 0).astype(np.int8)
    return EligibilityBlock(
        truth=truth,
        status=status,
        met=(truth == MET).astype(np.float64) @ book.must,
        failed=failed,
        unknown=unknown,
        step_days=is_failed @ book.must_days,
        unknown_days=is_unknown @ book.must_days,
        held=held,
        full=full,
        unremedied=unremedied,
    )


def _outside(at: dt.date, starts: object, ends: object) -> bool:
    first, last = day_of(starts), day_of(ends)
    return (first is not None and at < first) or (last is not None and at > last)
