"""What was learned, with the names of columns and levels."""

import numpy as np
import pytest

from models.errors import ModelError
from models.learning.learned import CATEGORIES, LearnedModel, learned_model
from tests.models.learning.samples import FEATURES, make_pairs, model_of


def scored(model, frame, **options):
    """Pairs of a frame, scored by name."""
    return model.score(
        frame[list(FEATURES)].to_numpy(),
        tuple(frame[name].to_numpy() for name in CATEGORIES),
        frame["prior_logit"].to_numpy(),
        **options,
    )


@pytest.fixture(name="model", scope="module")
def _model():
    """Learned from two hundred pairs."""
    return model_of(200)


def test_names_are_those_of_the_frame(model):
    """Features in the order given, levels sorted."""
    assert FEATURES == model.features
    assert (("o1", "o2", "o3"), ("energy", "retail"), ("d1",)) == model.levels
    assert 200 == model.outcome_count


def test_levels_have_places_and_unknown_ones_have_none(model):
    """-1 is an unknown level."""
    assert [2, -1, 0] == model.level_codes(0, ["o3", "o9", "o1"]).tolist()


def test_an_unknown_level_scores_without_effect(model):
    """As a new offer does on its first day, and less surely than a known one."""
    frame = make_pairs(20, 3)
    known = scored(model, frame, keep=True)
    new = scored(model, frame.assign(offer_id="brand-new"), keep=True)
    assert known.of_categories[:, 0].all()
    assert not new.of_categories[:, 0].any()
    assert (new.variance > known.variance).all()


@pytest.mark.parametrize("count", [0, 30, 400])
def test_it_comes_back_from_its_arrays(count):
    """Names, outcomes and scores, bit for bit."""
    model, frame = model_of(count), make_pairs(25, 4)
    again = LearnedModel.from_arrays(model.arrays())
    assert (model.features, model.levels, model.outcome_count) == (
        again.features,
        again.levels,
        again.outcome_count,
    )
    assert scored(model, frame).logit.tobytes() == scored(again, frame).logit.tobytes()
    for name, array in model.arrays().items():
        assert array.tobytes() == again.arrays()[name].tobytes(), name


def test_without_outcomes_the_belief_comes_back_bit_for_bit():
    """With no level known and no reference needed."""
    frame = make_pairs(20, 3)
    for reference in (make_pairs(5), make_pairs(0)):
        model = learned_model(make_pairs(0), reference, FEATURES)
        assert ((), (), ()) == model.levels
        assert scored(model, frame).logit.tobytes() == frame["prior_logit"].to_numpy().tobytes()


def test_the_columns_lie_where_all_pairs_of_today_have_them(model):
    """Not where the few with outcomes do."""
    columns = model.tables.additive.columns
    assert columns.centre[0] == pytest.approx(make_pairs(80, 1)[FEATURES[0]].mean(), abs=0.05)


def test_the_same_seed_gives_the_same_bytes():
    """Learned twice."""
    again = learned_model(make_pairs(400), make_pairs(80, 1), FEATURES)
    for name, array in model_of(400).arrays().items():
        assert array.tobytes() == again.arrays()[name].tobytes(), name


def test_pairs_of_weight_0_are_not_learned_from():
    """They are as if they were not there."""
    pairs = make_pairs(60)
    doubled = make_pairs(120)
    doubled.loc[:59] = pairs
    doubled.loc[60:, "weight"] = 0.0
    model = learned_model(doubled, make_pairs(80, 1), FEATURES)
    expected = learned_model(pairs, make_pairs(80, 1), FEATURES)
    assert expected.outcome_count == model.outcome_count
    assert expected.arrays()["line"].tobytes() == model.arrays()["line"].tobytes()


@pytest.mark.parametrize("name", ["features", "levels_0", "levels_1", "levels_2"])
@pytest.mark.parametrize(
    "damaged",
    [
        lambda _: None,
        lambda names: names[:-1],
        lambda names: np.append(names, "zz"),
        lambda names: np.repeat(names[:1], max(len(names), 2)),
        lambda names: names.astype(object),
        lambda names: np.arange(len(names), dtype=np.float64),
        lambda names: names[None],
    ],
    ids=["missing", "fewer", "more", "twice", "objects", "numbers", "deeper"],
)
def test_names_that_do_not_fit_are_refused(model, name, damaged):
    """The tables alone do not say what they are about."""
    arrays = model.arrays()
    found = damaged(arrays.pop(name))
    with pytest.raises(ModelError):
        LearnedModel.from_arrays(arrays if found is None else arrays | {name: found})


def test_levels_out_of_order_are_refused(model):
    """An effect would be another level's."""
    arrays = model.arrays()
    arrays["levels_0"] = arrays["levels_0"][::-1]
    with pytest.raises(ModelError, match="levels_0"):
        LearnedModel.from_arrays(arrays)


def test_damaged_tables_are_refused(model):
    """Names that fit do not save them."""
    with pytest.raises(ModelError, match="line"):
        LearnedModel.from_arrays(model.arrays() | {"line": np.full(len(FEATURES), np.nan)})
