"""An explanation as JSON with every digit, or as CSV with one row per finding."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, TextIO

from api.cli.records import write_csv, write_json
from api.cli.suggestion_files import suggestion_object
from api.texts import Language

if TYPE_CHECKING:
    from recommender.advice.records import Explanation

__all__ = ["EXPLANATION_COLUMNS", "write_explanation"]

EXPLANATION_COLUMNS = (
    "section",
    "id",
    "label",
    "answer",
    "value",
    "required",
    "number",
    "doubt",
    "basis",
    "source",
)


def write_explanation(found: "Explanation", form: str, handle: TextIO, language: Language) -> None:
    """Write an explanation.

    Parameters
    ----------
    found : Explanation
    form : {'json', 'csv'}
        In CSV, ``section`` is ``rule``, ``contribution``, ``score``, ``raising`` or ``missing``; ``number``
        is the contribution in logits, the part of the score, the probability then, or the swing in logits.
    handle : TextIO
    language : {'id', 'en'}
        Of the labels.
    """
    if form == "json":
        record = asdict(found) | {
            "suggestion": suggestion_object(found.suggestion, language),
            "score_parts": dict(found.score_parts),
        }
        write_json(record, handle)
        return
    write_csv(EXPLANATION_COLUMNS, _rows(found, language), handle)


def _rows(found: "Explanation", language: Language) -> Iterator[dict[str, Any]]:
    for rule in found.rules:
        yield {
            "section": "rule",
            "id": rule.rule_id,
            "label": rule.label,
            "answer": rule.answer,
            "value": rule.actual,
            "required": f"{rule.field} {rule.operator} {rule.required}",
            "basis": rule.basis,
            "source": rule.source,
        }
    for term in found.contributions:
        yield {
            "section": "contribution",
            "id": term.term,
            "label": term.label_id if language == "id" else term.label_en,
            "value": term.value,
            "number": term.contribution_logit,
            "doubt": term.doubt_logit,
            "basis": term.basis,
            "source": term.source,
        }
    for name, part in found.score_parts.items():
        yield {"section": "score", "id": name, "number": part}
    for change in found.raising:
        yield {
            "section": "raising",
            "id": change.criterion,
            "label": change.label_id if language == "id" else change.label_en,
            "value": change.value_now,
            "required": change.value_then,
            "number": change.probability_then,
        }
    for fact in found.missing:
        label = fact.label_id if language == "id" else fact.label_en
        yield {"section": "missing", "id": fact.field, "label": label, "number": fact.swing_logit}
