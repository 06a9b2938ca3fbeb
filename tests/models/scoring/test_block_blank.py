"""A field left blank: its rules become unknown, the doubt grows, the score stays within what it could be."""

from functools import lru_cache

import numpy as np
import pytest

from features.profile.references import references
from features.schema.loader import columns
from models.requirements.truth import UNKNOWN
from models.scoring.block import score_block
from tests.builders import make_context, typed
from tests.worlds import COMMODITIES, VEHICLES, random_world

ORIGIN = {"cooperative_id", "name", "area_code", "data_source", "observed_on"}
PLACE = {"latitude_deg", "longitude_deg"}
WORLDS = 12
every_world = pytest.mark.parametrize("seed", range(WORLDS))
FIELDS = [column for column in columns("cooperatives") if column.name not in ORIGIN | PLACE]


def possible_values(column, world, row):
    """A grid over what a field may hold, with every value at which a rule turns."""
    if column.kind == "yes_no":
        return [False, True]
    if column.kind == "choice":
        return list(column.choices)
    if column.kind == "list":
        return possible_lists(column, world)
    found = {0.0, column.maximum}
    reference = references().get(column.name)
    if reference:
        found |= {reference.low, reference.typical, reference.high}
    area = world.areas.set_index("code").loc[row["area_code"]]
    if column.name in {"population_count", "household_count"} and not np.isnan(area[column.name]):
        found.add(area[column.name])
    rules = world.requirements
    for text in rules.loc[rules["field"] == column.name, "value"]:
        found |= {max(float(text) - 1, 0.0), float(text), float(text) + 1}
    return sorted(found)


def possible_lists(column, world):
    """Nothing, each item alone, and all of them; the rules' items among them."""
    rules = world.requirements
    asked = {item for text in rules.loc[rules["field"] == column.name, "value"] for item in text.split(";")}
    items = {
        "commodities": COMMODITIES,
        "vehicles": VEHICLES,
        "preferred_offers": tuple(world.offers["offer_id"]),
        "running_units": ("gerai", "gudang", "kios", "apotek"),
    }.get(column.name, column.choices)
    found = sorted({*items, *asked})
    return [(), *((item,) for item in found), tuple(found)]


@lru_cache(maxsize=WORLDS)
def scored_variants(seed):
    """Score the first cooperative of a world as it is, with each field blank, and with each possible value.

    Gives the context, the block, and each field's rows: as it is, blank, then the grid.
    """
    world = random_world(seed)
    row = world.cooperatives.iloc[0]
    grids = {column.name: possible_values(column, world, row) for column in FIELDS}
    length = sum(len(grid) + 2 for grid in grids.values())
    frame = world.cooperatives.iloc[[0] * length].reset_index(drop=True)
    frame["cooperative_id"] = [f"v{place:04d}" for place in range(length)]
    parts, start = {}, 0
    for column in FIELDS:
        values = [row[column.name], None, *grids[column.name]]
        parts[column.name] = slice(start, start + len(values))
        before, after = [row[column.name]] * start, [row[column.name]] * (length - start - len(values))
        frame[column.name] = typed(column, [*before, *values, *after])
        start += len(values)
    context = make_context(world.offers, world.requirements, financing=world.financing)
    return context, score_block(context, frame, world.areas), parts


@every_world
def test_a_blank_field_makes_its_rules_unknown_and_no_other(seed):
    """Rules on the field turn unknown; the answers of all others stay."""
    context, block, parts = scored_variants(seed)
    for name, part in parts.items():
        stated, blank = block.eligibility.truth[part][:2]
        for condition, before, after in zip(context.book.conditions, stated, blank, strict=True):
            assert (UNKNOWN if condition.field == name else before) == after


@every_world
def test_a_blank_field_never_narrows_the_doubt(seed):
    """On the logit scale the interval is at least as wide as with the field stated, whatever it is."""
    _, block, parts = scored_variants(seed)
    for name, part in parts.items():
        doubt = block.prior.sd_logit[part]
        widest = np.delete(doubt, 1, axis=0).max(axis=0)
        assert (doubt[1] >= widest - 1e-12).all(), (name, doubt[1] - widest)


def within_reference(name, block, part):
    """Mark the rows whose value is what the references hold possible; the blank one is none of them."""
    values, placed = block.cooperatives[name].iloc[part], block.placed.iloc[part]
    marks = np.ones(len(values), dtype=bool)
    if name in references() and values.dtype == float:
        low, high = references()[name].low, references()[name].high
        if f"{name}_low" in placed and placed[f"{name}_low"].notna().all():
            low, high = placed[f"{name}_low"].iloc[0], placed[f"{name}_high"].iloc[0]
        marks = values.between(low, high).to_numpy(copy=True)
    marks[1] = False
    return marks


@every_world
def test_a_blank_field_never_narrows_the_interval_readers_see(seed):
    """In probability, against every value that the references hold possible."""
    _, block, parts = scored_variants(seed)
    for name, part in parts.items():
        width = (block.prior.upper - block.prior.lower)[part]
        stated = width[within_reference(name, block, part)]
        # An offer's own gaps are read at the cooperative's typical value; that moves the fourth digit.
        assert (width[1] >= stated.max(axis=0, initial=0.0) - 1e-3).all(), name


@every_world
def test_a_blank_field_scores_between_its_worst_and_its_best_value(seed):
    """Unknown is neither zero nor no: the logit lies within those of the values the field could have."""
    _, block, parts = scored_variants(seed)
    for name, part in parts.items():
        logit = block.prior.logit[part]
        low, high = logit[2:].min(axis=0), logit[2:].max(axis=0)
        assert (logit[1] >= low - 1e-9).all(), (name, logit[1] - low)
        assert (logit[1] <= high + 1e-9).all(), (name, logit[1] - high)
