"""Use case: what moves the chance of several offers of one cooperative, scored at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.explain.terms import term_labels
from models.scoring.block import score_block
from recommender.directory import found_cooperative
from recommender.gathering import Gathered

__all__ = ["Driver", "drivers_of"]


@dataclass(frozen=True, slots=True)
class Driver:
    """One term of the logit of a pair's chance; all terms of a pair sum to its logit."""

    term: str
    label_id: str
    label_en: str
    contribution_logit: float


def drivers_of(source: Gathered, cooperative_id: str, offer_ids: Sequence[str]) -> dict[str, list[Driver]]:
    """Return every term of each offer's chance, the strongest first, the starting point before all.

    Parameters
    ----------
    source : Gathered
    cooperative_id : str
    offer_ids : sequence of str
        Offers that are there.

    Raises
    ------
    NotFoundError
        When there is no such cooperative.
    """
    row = found_cooperative(source, cooperative_id)
    block = score_block(source.context, row, source.areas, keep=True)
    places = {offer_id: source.context.offer_ids.index(offer_id) for offer_id in offer_ids}
    return {
        offer_id: sorted(
            (
                Driver(term, *term_labels(term), float(values[0, column]))
                for term, values in block.chance.contributions.items()
            ),
            key=lambda one: (one.term != "base", -abs(one.contribution_logit), one.term),
        )
        for offer_id, column in places.items()
    }
