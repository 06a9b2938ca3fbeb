"""An unknown field never counts as failed or as zero: the whole city, field by field."""

import numpy as np
import pytest

from features.schema.loader import columns
from models.scoring.block import score_block
from recommender.advice.bundling import bundle_of
from recommender.advice.rows import RowMaker
from recommender.advice.runs import advice_run
from recommender.directory import found_cooperative

_LEFT_ALONE = {
    "cooperative_id",
    "name",
    "area_code",
    "data_source",
    "observed_on",
    "latitude_deg",
    "longitude_deg",
}
_FIELDS = [column for column in columns("cooperatives") if column.name not in _LEFT_ALONE]
# What each kind of number may be, from nothing to more than anybody has.
_GRID = {
    "yes_no": [0, 1],
    "level": [0, 1, 2, 3, 4, 6],
    "count": [0, 1, 5, 20, 60, 150, 600, 3500, 12000, 40000, 200000],
    "money": [0, 1e5, 5e5, 2e6, 5e6, 2e7, 1e8, 1e9],
    "decimal": [0, 0.5, 2, 8, 30, 120, 900, 10000],
}
_ROWS = slice(0, 67, 6)


def _blanked(frame, name):
    result = frame.copy()
    result[name] = np.nan if result[name].dtype == float else None
    return result


def _with(frame, name, value):
    result = frame.copy()
    result[name] = float(value) if result[name].dtype == float else [value] * len(result)
    return result


def _values(column, offers):
    if column.kind == "choice":
        return list(column.choices)
    if column.kind == "list":
        listed = {"preferred_offers": offers, "commodities": ("padi", "bandeng", "melinjo", "sayur")}
        items = listed.get(column.name) or column.choices or ("47763", "64141", "pickup", "motor", "tossa")
        return [(), *((item,) for item in items), tuple(items)]
    return [value for value in _GRID[column.kind] if value <= (column.maximum or value)]


@pytest.mark.slow
@pytest.mark.parametrize("sample", ["serang", "kosong"])
def test_blanking_a_field_never_narrows_the_interval(sample, request):
    """Not on the scale of logits' doubt, and not in probability, for any pair of the city."""
    gathered = request.getfixturevalue(sample).gathered()
    before = score_block(gathered.context, gathered.cooperatives, gathered.areas).prior
    width = before.upper - before.lower
    for column in _FIELDS:
        blank = _blanked(gathered.cooperatives, column.name)
        after = score_block(gathered.context, blank, gathered.areas).prior
        assert (after.sd_logit >= before.sd_logit - 1e-12).all(), column.name
        assert (after.upper - after.lower >= width - 1e-12).all(), column.name


@pytest.mark.slow
@pytest.mark.parametrize("column", _FIELDS, ids=lambda column: column.name)
def test_a_blank_field_scores_between_its_best_and_its_worst_value(serang, column):
    """Whatever it might be, the blank is never better than the best nor worse than the worst."""
    gathered = serang.gathered()
    cooperatives = gathered.cooperatives.iloc[_ROWS].reset_index(drop=True)
    blank = score_block(gathered.context, _blanked(cooperatives, column.name), gathered.areas).prior
    tried = [
        score_block(gathered.context, _with(cooperatives, column.name, value), gathered.areas).prior
        for value in _values(column, gathered.context.offer_ids)
    ]
    best = np.max([prior.logit for prior in tried], axis=0)
    worst = np.min([prior.logit for prior in tried], axis=0)
    assert (blank.logit <= best + 1e-9).all()
    assert (blank.logit >= worst - 1e-9).all()


@pytest.mark.slow
def test_blanking_a_field_of_a_rule_makes_the_rule_unknown_and_not_failed(serang):
    """Status follows: never blocked or in need of steps because of what is not known."""
    gathered = serang.gathered()
    fields = {
        rule.condition.field for rules in gathered.context.book.rules for rule in rules if rule.must
    } & {column.name for column in _FIELDS}
    assert fields
    before = score_block(gathered.context, gathered.cooperatives, gathered.areas).eligibility
    for field in sorted(fields):
        blank = _blanked(gathered.cooperatives, field)
        after = score_block(gathered.context, blank, gathered.areas).eligibility
        assert (after.failed <= before.failed).all(), field
        places = [
            place
            for place, condition in enumerate(gathered.context.book.conditions)
            if condition.field == field
        ]
        assert (after.truth[:, places] == -1).all(), field


def _worth(gathered, maker, row):
    bundle = bundle_of(gathered, row, maker)
    return bundle.jobs_count >= bundle.jobs_target, bundle.expected_value_idr


@pytest.mark.slow
def test_a_blank_field_never_makes_a_bundle_look_better_than_every_value(serang):
    """Field by field: some value it could have gives at least as much, work and rupiah."""
    gathered = serang.gathered()
    maker = RowMaker(
        gathered, advice_run(gathered, "margin", author="t", made_at=serang.now()), "margin", "id"
    )
    row = found_cooperative(gathered, "kkmp-3673011002").reset_index(drop=True)
    better = []
    for column in _FIELDS:
        values = _values(column, gathered.context.offer_ids)
        tried = [values[0], values[len(values) // 2], values[-1]]
        best = max(_worth(gathered, maker, _with(row, column.name, value)) for value in tried)
        if _worth(gathered, maker, _blanked(row, column.name)) > best:
            better.append(column.name)
    assert [] == better
