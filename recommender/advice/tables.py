"""Suggestions as a frame with the contract's columns."""

from collections.abc import Iterable, Sequence

import pandas as pd

from models.explain.amounts import rupiah
from models.explain.texts import Language
from recommender.advice.records import StepRecord, Suggestion

__all__ = ["SUGGESTION_COLUMNS", "reasons_cell", "step_sentence", "steps_cell", "suggestion_frame"]

SUGGESTION_COLUMNS = (
    "cooperative_id",
    "rank",
    "offer_id",
    "status",
    "success_probability",
    "lower",
    "upper",
    "evidence",
    "expected_margin_idr",
    "jobs_count",
    "score",
    "reasons",
    "steps",
    "model_version",
    "recommendation_id",
    "after_steps",
    "margin_basis",
    "cooperative_name",
    "offer_title",
    "data_source",
)

_WORDS = {
    "id": {
        "check": "Pastikan",
        "unknown_cost": "biaya belum diketahui",
        "free": "tanpa biaya",
        "unknown_days": "lama belum diketahui",
        "days": "{days} hari",
        "next": "Tunggu pendaftaran berikutnya, mulai {label}",
        "unannounced": "Tunggu pendaftaran berikutnya (tanggal belum diumumkan)",
    },
    "en": {
        "check": "Check",
        "unknown_cost": "cost not known",
        "free": "no cost",
        "unknown_days": "duration not known",
        "days": "{days} days",
        "next": "Wait for the next application window, from {label}",
        "unannounced": "Wait for the next application window (date not announced)",
    },
}


def suggestion_frame(suggestions: Iterable[Suggestion], language: Language) -> pd.DataFrame:
    """Return one row per suggestion.

    Parameters
    ----------
    suggestions : iterable of Suggestion
    language : {'id', 'en'}
        Of the words in ``reasons`` and ``steps``.

    Returns
    -------
    DataFrame of shape (n_suggestions, len(SUGGESTION_COLUMNS))
    """
    rows = [
        {
            **{name: getattr(found, name) for name in SUGGESTION_COLUMNS if hasattr(found, name)},
            "reasons": reasons_cell(found.pros, found.cons),
            "steps": steps_cell(found.steps, language),
        }
        for found in suggestions
    ]
    frame = pd.DataFrame(rows, columns=list(SUGGESTION_COLUMNS))
    for name in ("expected_margin_idr", "jobs_count"):
        frame[name] = frame[name].astype(float)
    return frame


def reasons_cell(pros: Sequence[str], cons: Sequence[str]) -> str:
    """Join sentences into one cell: ``+`` before those for, ``-`` before those against."""
    return " ".join([*(f"(+) {text}" for text in pros), *(f"(-) {text}" for text in cons)])


def steps_cell(steps: Sequence[StepRecord], language: Language) -> str:
    """Join numbered steps into one cell; empty when nothing is left to do."""
    return " ".join(
        f"{number}. {step_sentence(step, language)}" for number, step in enumerate(steps, start=1)
    )


def step_sentence(step: StepRecord, language: Language) -> str:
    """Write one step with its cost and days."""
    words = _WORDS[language]
    if step.kind == "wait":
        return (words["next"] if step.label else words["unannounced"]).format(label=step.label) + "."
    cost = (
        words["unknown_cost"]
        if step.cost_idr is None
        else (words["free"] if step.cost_idr == 0 else rupiah(float(step.cost_idr), language))
    )
    days = words["unknown_days"] if step.days is None else words["days"].format(days=step.days)
    if step.kind == "check":
        return f"{words['check']}: {step.label} ({cost}, {days})."
    return f"{step.label}: {step.remedy.rstrip('.')} ({cost}, {days})."
