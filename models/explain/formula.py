"""The formula of a score in words, with the weights that are in force."""

from models.explain.amounts import number, rupiah
from models.explain.texts import Language
from models.ranking.objectives import BALANCED, checked_objective

__all__ = ["score_formula"]

_WORDS = {
    "id": {
        "success": "peluang",
        "margin": "peluang × margin",
        "jobs": "peluang × tenaga kerja",
        "balanced": (
            "100 × ({success} peluang + {margin} peluang × min(margin / {full_margin}, 1) + {jobs} peluang "
            "× min(tenaga kerja / {full_jobs}, 1) + {readiness} syarat terpenuhi × (1 − "
            "min(hari / {full_days}, 1) / 2))"
        ),
    },
    "en": {
        "success": "chance",
        "margin": "chance × margin",
        "jobs": "chance × jobs",
        "balanced": (
            "100 × ({success} chance + {margin} chance × min(margin / {full_margin}, 1) + {jobs} chance × "
            "min(jobs / {full_jobs}, 1) + {readiness} rules met × (1 − min(days / {full_days}, 1) / 2))"
        ),
    },
}


def score_formula(objective: str, language: Language) -> str:
    """Write the formula that the ranking sorts by.

    Examples
    --------
    >>> score_formula("margin", "en")
    'chance × margin'
    """
    return _WORDS[language][checked_objective(objective)].format(
        success=number(BALANCED.success_weight, language, 2),
        margin=number(BALANCED.margin_weight, language, 2),
        jobs=number(BALANCED.jobs_weight, language, 2),
        readiness=number(BALANCED.readiness_weight, language, 2),
        full_margin=rupiah(BALANCED.full_margin_idr_per_month, language),
        full_jobs=number(BALANCED.full_jobs_count, language, 0),
        full_days=number(BALANCED.full_days_to_open, language, 0),
    )
