"""What a training set holds, and what it tells of the outcomes left out."""

import datetime as dt
from dataclasses import dataclass

import pandas as pd

from models.evidence.caps import CappedAccount
from models.evidence.groups import Kind

__all__ = ["HeldRun", "TrainingSet"]


@dataclass(frozen=True, slots=True)
class HeldRun:
    """Successes of one offer that count only once the department has looked at them.

    ``kind`` is what they have in common: few accounts, few cooperatives, or few days. ``cooperative_ids`` are
    theirs, ``event_ids`` the openings to look at; ``tail`` is how often an honest record shows as much.
    ``trial_count`` outcomes were looked at together, of which ``expected_count`` successes were to be
    expected; ``accounts`` recorded them, blank ones left out: what the department brought in has none.
    """

    offer_id: str
    kind: Kind
    cooperative_ids: tuple[str, ...]
    event_ids: tuple[str, ...]
    first_on: dt.date
    last_on: dt.date
    tail: float
    trial_count: int
    expected_count: float
    accounts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TrainingSet:
    """Everything a model learns from on one day.

    Attributes
    ----------
    at : date
    pairs : DataFrame of shape (n_pairs, n_columns)
        ``cooperative_id``, ``offer_id``, ``sector``, ``district_code``, ``first_event_on``, the pair
        features, ``prior_logit``, ``prior_variance``, ``label`` and ``weight`` (more than 0), by
        ``first_event_on``, cooperative and offer.
    reference : DataFrame
        Pairs of today, without labels: where the features lie.
    snapshot_sha256 : str
        Of ``pairs`` and ``reference``: the same outcomes and features give the same.
    waiting_count : int
        Events that wait for the department's confirmation.
    struck_count : int
        Events that the department does not believe.
    left_out_count : int
        Labelled pairs whose cooperative or offer is no longer there, or is not ranked.
    held : tuple of HeldRun
    capped : tuple of CappedAccount
    """

    at: dt.date
    pairs: pd.DataFrame
    reference: pd.DataFrame
    snapshot_sha256: str
    waiting_count: int
    struck_count: int
    left_out_count: int
    held: tuple[HeldRun, ...]
    capped: tuple[CappedAccount, ...]
