"""Answers about plans as rows of a table: nothing that an answer tells is lost in CSV."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

from api.cli.allocation_words import said_in
from api.texts import Language, in_one_language

if TYPE_CHECKING:
    from recommender.allocations.records import Dial, NextInLine, WhyNot

__all__ = ["COLUMNS", "Question", "answer_rows"]

Question = Literal["list", "compare", "why-not", "next", "dials", "contests"]

COLUMNS: Mapping[Question, tuple[str, ...]] = MappingProxyType(
    {
        "list": (
            "allocation_id",
            "state",
            "made_at",
            "author",
            "at",
            "objective",
            "status",
            "total_value",
            "unit",
            "pair_count",
            "cooperative_count",
            "why",
        ),
        "compare": (
            "kind",
            "cooperative_id",
            "cooperative_name",
            "offer_id",
            "offer_title",
            "value_before",
            "value_after",
        ),
        "why-not": (
            "cooperative_id",
            "offer_id",
            "in_plan",
            "shortfall",
            "reasons",
            "holders",
            "would_change",
        ),
        "next": (
            "freed_by",
            "offer_id",
            "offer_title",
            "position",
            "cooperative_id",
            "cooperative_name",
            "district",
            "gain",
            "gives_up",
        ),
        "dials": (
            "name",
            "setting",
            "is_present",
            "total_value",
            "served_count",
            "least_in_district",
            "change_count",
        ),
        "contests": ("offer_id", "offer_title", "wanted", "places", "says"),
    }
)
"""The columns of each answer; they stand there without a row, too."""

_BETWEEN = "; "


def answer_rows(question: Question, found: Any, language: Language) -> list[dict[str, Any]]:  # noqa: ANN401 - the answer's own record
    """Return an answer as rows with the columns of its question.

    Parameters
    ----------
    question : str
        A key of ``COLUMNS``.
    found : record, or sequence of records
        ``WhyNot`` for ``why-not``, ``Comparison`` for ``compare``; for the others what the workspace gives.
    language : {'id', 'en'}

    Returns
    -------
    list of dict
        Several ids in one cell are separated by ``;``. A place for which nobody waits is a row without
        position; a position of a dial without a plan has no value.
    """
    return _ROWS[question](found, language)


def _whole(found: Sequence[Any], language: Language) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for one in found:
        row: Any = in_one_language(asdict(one), language)
        rows.append(row)
    return rows


def _changes(found: Any, language: Language) -> list[dict[str, Any]]:  # noqa: ANN401 - a comparison
    return _whole(found.changes, language)


def _why_not(found: "WhyNot", language: Language) -> list[dict[str, Any]]:
    return [
        {
            "cooperative_id": found.cooperative_id,
            "offer_id": found.offer_id,
            "in_plan": found.in_plan,
            "shortfall": found.shortfall,
            "reasons": " ".join(said_in(one, language) for one in found.reasons),
            "holders": _BETWEEN.join(one.cooperative_id for one in found.holders),
            "would_change": _BETWEEN.join(
                f"{one.kind} {one.cooperative_id} {one.offer_id}" for one in found.would_change
            ),
        }
    ]


def _next(found: "Sequence[NextInLine]", language: Language) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for one in found:
        place = {"freed_by": one.freed_by, "offer_id": one.offer_id, "offer_title": one.offer_title}
        lines = _whole(one.candidates, language)
        rows += [place | line | {"gives_up": _BETWEEN.join(line["gives_up"])} for line in lines] or [place]
    return rows


def _dials(found: "Sequence[Dial]", language: Language) -> list[dict[str, Any]]:
    return [{"name": one.name} | row for one in found for row in _whole(one.points, language)]


_ROWS: Mapping[Question, Callable[[Any, Language], list[dict[str, Any]]]] = MappingProxyType(
    {
        "list": _whole,
        "compare": _changes,
        "why-not": _why_not,
        "next": _next,
        "dials": _dials,
        "contests": _whole,
    }
)
