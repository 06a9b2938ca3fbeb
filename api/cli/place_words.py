"""What is said when a place is taken or given up."""

from typing import TYPE_CHECKING

from api.cli.allocation_words import plan_word
from api.cli.terminal import day_text
from api.texts import Language

if TYPE_CHECKING:
    from recommender.allocations.accepting import Acceptance
    from recommender.allocations.releasing import Release

__all__ = ["acceptance_sentence", "release_sentence"]


def acceptance_sentence(found: "Acceptance", language: Language) -> str:
    """Say that a place is held now, and how many are left."""
    key = "accepted" if found.is_new else "held_before"
    left = "" if found.left is None else plan_word("places_left", language, count=found.left)
    who, offer = found.cooperative_id, found.offer_id
    day = day_text(found.accepted_on, language)
    return plan_word(key, language, name=who, offer=offer, day=day, left=left)


def release_sentence(found: "Release", language: Language) -> str:
    """Say that a place was given up, and whether it is free now."""
    key = "released" if found.frees_place else "turned_down"
    return plan_word(key, language, name=found.cooperative_id, offer=found.offer_id)
