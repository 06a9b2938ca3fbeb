"""Kinds of cooperatives with how each stands to every offer, as JSON that an advisor can read."""

import json
from pathlib import Path

from models.requirements.eligibility import STATUSES
from models.requirements.steps import rule_answers
from models.scoring.block import score_block
from recommender.directory import found_cooperative
from recommender.stating import statable_field, stated_value
from recommender.supposing import supposed_row

FOLDER = Path(__file__).parents[2] / "data" / "golden"

__all__ = ["FOLDER", "standing_of", "written"]


def standing_of(workspace, case):
    """Status, failed and unknown mandatory rules of every business offer, by its id.

    A case states its values as people type them; all else is unknown.
    """
    source = workspace.gathered()
    values = {name: stated_value(statable_field(name), text, "id") for name, text in case["profil"].items()}
    row = supposed_row(found_cooperative(source, case["koperasi"]), values)
    block = score_block(source.context, row, source.areas)
    found = {}
    for column, offer_id in enumerate(source.context.offer_ids):
        if not source.context.ranked[column]:
            continue
        answers = rule_answers(source.context.book, block.eligibility, 0, column)
        labels = {
            kind: [one.rule.label for one in answers if one.rule.must and one.answer == kind]
            for kind in ("failed", "unknown")
        }
        status = STATUSES[block.eligibility.status[0, column]]
        found[offer_id] = {"status": status}
        if labels["failed"]:
            found[offer_id]["belum"] = labels["failed"]
        if labels["unknown"]:
            found[offer_id]["perlu dipastikan"] = labels["unknown"]
    return found


def written(case):
    """The case as it stands in its file."""
    return json.dumps(case, ensure_ascii=False, indent=2) + "\n"
