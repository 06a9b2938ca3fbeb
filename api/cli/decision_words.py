"""A decision of the members as sentences and as a record."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from api.cli.terminal import day_text
from api.texts import Language

if TYPE_CHECKING:
    from recommender.deciding import Decision

__all__ = ["decision_record", "decision_sentence", "recorded_sentence"]

_VOTES = {
    "id": (
        ("votes_for_count", "setuju"),
        ("votes_against_count", "tidak"),
        ("votes_abstained_count", "abstain"),
    ),
    "en": (
        ("votes_for_count", "for"),
        ("votes_against_count", "against"),
        ("votes_abstained_count", "abstained"),
    ),
}
_WORDS = {
    "id": {"none": "tidak memilih", "unknown": "suara belum dicatat", "minutes": "berita acara {number}"},
    "en": {"none": "nothing chosen", "unknown": "votes not recorded", "minutes": "minutes {number}"},
}


def decision_sentence(found: "Decision", titles: Mapping[str, str], language: Language) -> str:
    """Say a decision in one line: day, offers, votes, minutes."""
    words = _WORDS[language]
    offers = ", ".join(titles.get(one, one) for one in found.offer_ids) or words["none"]
    votes = [
        f"{getattr(found, name)} {word}"
        for name, word in _VOTES[language]
        if getattr(found, name) is not None
    ]
    parts = [day_text(found.decided_on, language), offers, ", ".join(votes) or words["unknown"]]
    if found.minutes_number:
        parts.append(words["minutes"].format(number=found.minutes_number))
    return " · ".join(parts)


def recorded_sentence(found: "Decision", language: Language) -> str:
    """Say that a decision was recorded."""
    day = day_text(found.decided_on, language)
    if language == "en":
        return f"Recorded: the members' decision of {day} ({found.decision_id})."
    return f"Dicatat: keputusan rapat anggota {day} ({found.decision_id})."


def decision_record(found: "Decision") -> dict[str, Any]:
    """Return a decision as a flat record; offers are separated by semicolons."""
    record = asdict(found) | {"offer_ids": ";".join(found.offer_ids)}
    del record["stored_id"]
    return {"decision_id": found.decision_id, **record}
