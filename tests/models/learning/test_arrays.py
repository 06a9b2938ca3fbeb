"""Learned tables to plain arrays and back."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import ModelError
from models.learning.arrays import arrays_of, tables_from
from models.learning.training import learned_tables
from tests.models.learning.samples import make_outcomes, tables_of

# Nothing learned, few outcomes, enough for trees.
COUNTS = (0, 40, 600)
NAMES = sorted(arrays_of(tables_of(0)))
FRACTIONS = [name for name in NAMES if arrays_of(tables_of(0))[name].dtype == np.float64]
RESHAPED = {
    "shorter": lambda array: array[..., :-1],
    "longer": lambda array: np.concatenate([array, array[..., -1:]], axis=-1),
    "deeper": lambda array: array[None],
    "a number": lambda array: array.reshape(-1)[0],
    "empty": lambda array: array[:0],
    "flat": lambda array: array.ravel() if array.ndim > 1 else array.reshape(1, -1),
}
DISORDERED = {"falling": lambda row: row[::-1], "equal": lambda row: np.full_like(row, 0.5)}
# Places in ``numbers``.
NUMBERS = (
    "shift",
    "slope",
    "belief_centre",
    "rest_variance",
    "belief_weight",
    "common_weight",
    "common_logit",
    "forest_weight",
    "stretch",
    "shifted",
    "residual_variance",
    "middle_stretch",
    "usually_missed",
)


def whole():
    """The arrays of tables with everything in them, to be damaged."""
    return {name: array.copy() for name, array in arrays_of(tables_of(600)).items()}


def first(array, value):
    """The array with another first value."""
    array.flat[0] = value
    return array


@pytest.mark.parametrize("count", COUNTS)
def test_what_comes_back_has_the_same_bytes(count):
    """Every array, of its own kind and shape."""
    arrays = arrays_of(tables_of(count))
    again = arrays_of(tables_from(arrays))
    assert NAMES == sorted(again)
    for name, array in arrays.items():
        assert (array.dtype, array.shape) == (again[name].dtype, again[name].shape), name
        assert array.tobytes() == again[name].tobytes(), name


@pytest.mark.parametrize("count", COUNTS)
def test_what_comes_back_scores_the_same(count):
    """Bit for bit."""
    tables, new = tables_of(count), make_outcomes(30, seed=7)
    again = tables_from(arrays_of(tables))
    expected, found = (
        one.score(new.X, new.codes, new.prior_logit, unknown=np.isnan(new.X)) for one in (tables, again)
    )
    assert expected.logit.tobytes() == found.logit.tobytes()
    assert expected.variance.tobytes() == found.variance.tobytes()


def test_arrays_are_plain_numbers():
    """No objects, nothing that could hold code."""
    assert {np.dtype(np.float64), np.dtype(np.int64)} == {array.dtype for array in whole().values()}


def test_tables_without_categories_or_columns_come_back():
    """Both may be none."""
    outcomes = make_outcomes(0)
    bare = type(outcomes)(
        **{name: getattr(outcomes, name) for name in outcomes.__slots__}
        | {"X": np.zeros((0, 0)), "codes": np.zeros((0, 0), dtype=np.int64), "level_counts": ()}
        | {"reference": np.zeros((200, 0))}
    )
    tables = tables_from(arrays_of(learned_tables(bare, 0)))
    assert ((), 0) == (tables.additive.effects, len(tables.additive.line))


@pytest.mark.parametrize("name", NAMES)
def test_a_missing_array_is_refused(name):
    """And named."""
    arrays = whole()
    del arrays[name]
    with pytest.raises(ModelError, match=name):
        tables_from(arrays)


def test_an_array_too_many_is_refused():
    """Nobody knows what it would be for."""
    with pytest.raises(ModelError, match="extra"):
        tables_from(whole() | {"extra": np.zeros(1)})


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", [np.float32, np.int32, np.complex128, object, np.str_, np.bool_])
def test_an_array_of_another_kind_is_refused(name, kind):
    """Whatever numbers it holds."""
    arrays = whole()
    arrays[name] = np.nan_to_num(arrays[name]).astype(kind)
    with pytest.raises(ModelError, match=name):
        tables_from(arrays)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", [np.float64, np.int64])
def test_whole_numbers_and_fractions_are_not_exchanged(name, kind):
    """A table of counts holds no fractions, a table of logits no whole numbers."""
    arrays = whole()
    if arrays[name].dtype == kind:
        kind = np.int64 if kind == np.float64 else np.float64
    arrays[name] = np.nan_to_num(arrays[name]).astype(kind)
    with pytest.raises(ModelError, match=name):
        tables_from(arrays)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("shape", RESHAPED)
def test_an_array_of_another_shape_is_refused(name, shape):
    """Alone among others that stayed as they were."""
    arrays = whole()
    arrays[name] = np.asarray(RESHAPED[shape](arrays[name]))
    with pytest.raises(ModelError):
        tables_from(arrays)


@pytest.mark.parametrize("name", FRACTIONS)
@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf, 1e300])
def test_what_is_no_number_of_a_reasonable_size_is_refused(name, value):
    """A blank is one only where a column may have fewer knots or edges, and then it is the last."""
    arrays = whole()
    first(arrays[name], value)
    with pytest.raises(ModelError, match=name):
        tables_from(arrays)


@pytest.mark.parametrize("name", ["spread", "blank_variance", "tree_cover"])
def test_what_cannot_be_negative_is_refused(name):
    """Spreads, variances and shares."""
    with pytest.raises(ModelError, match=name):
        tables_from(whole() | {name: first(whole()[name], -1e-9)})


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("rest_variance", -1e-9),
        ("belief_weight", -1e-9),
        ("belief_weight", 1.0 + 1e-9),
        ("common_weight", -1e-9),
        ("common_weight", 1.0 + 1e-9),
        ("forest_weight", -1e-9),
        ("forest_weight", 1.0 + 1e-9),
        ("stretch", 0.0),
        ("stretch", -1.0),
        ("stretch", 10.0),
        ("residual_variance", -1e-9),
        ("usually_missed", -1e-9),
        ("middle_stretch", 1.0 - 1e-9),
        ("middle_stretch", 10.0),
    ],
)
def test_a_number_out_of_its_range_is_refused(place, value):
    """Shares lie in 0 to 1, variances from 0 on, a stretch draws neither to nothing nor round."""
    arrays = whole()
    arrays["numbers"][NUMBERS.index(place)] = value
    with pytest.raises(ModelError):
        tables_from(arrays)


@pytest.mark.parametrize(
    ("name", "place", "value"),
    [
        ("counts", 0, 1),
        ("counts", 2, -1),
        ("counts", 2, 10**6),
        ("counts", 0, 0),
        ("counts", 1, -1),
        ("level_counts", 0, -1),
        ("level_counts", 0, 5),
        ("level_counts", 0, 2**62),
        ("tree_column", 0, -1),
        ("tree_column", 0, 10),
        ("tree_cut", 0, -1),
        ("tree_cut", 0, 33),
    ],
)
def test_a_whole_number_out_of_its_range_is_refused(name, place, value):
    """Another format, fewer than no outcomes, levels without effects, a column or bin that is not there."""
    arrays = whole()
    arrays[name].flat[place] = value
    with pytest.raises(ModelError):
        tables_from(arrays)


def test_what_another_program_wrote_is_named_as_that_whatever_else_differs():
    """It is whole, and only has to be learned again."""
    arrays = whole()
    arrays["counts"][0] -= 1
    del arrays["blank_variance"]
    with pytest.raises(ModelError, match=r"bentuk 3, .* bentuk 4\. Latih ulang"):
        tables_from(arrays)


@pytest.mark.parametrize("name", ["knots", "edges"])
@pytest.mark.parametrize("order", DISORDERED)
def test_knots_and_edges_that_do_not_rise_are_refused(name, order):
    """Bins out of order would answer questions wrongly."""
    arrays = whole()
    arrays[name][0] = DISORDERED[order](arrays[name][0])
    with pytest.raises(ModelError, match=name):
        tables_from(arrays)


def test_bounds_out_of_order_are_refused():
    """The lower one lies below."""
    arrays = whole()
    arrays["low"], arrays["high"] = arrays["high"], arrays["low"]
    with pytest.raises(ModelError, match="bounds"):
        tables_from(arrays)


@pytest.mark.parametrize(("name", "value"), [("spread", 1e-160), ("centre", 1e17), ("high", 1e17)])
def test_a_column_far_from_its_centre_is_refused(name, value):
    """Its terms would be too large to add."""
    with pytest.raises(ModelError, match="spread"):
        tables_from(whole() | {name: first(whole()[name], value)})


def test_a_bend_without_its_knot_is_refused():
    """It would make every logit blank."""
    arrays = whole()
    arrays["bend"][0, -1] = 0.1
    arrays["knots"][0, -1] = np.nan
    with pytest.raises(ModelError, match="bend"):
        tables_from(arrays)


def test_a_negative_variance_is_refused():
    """On the diagonal of the covariance."""
    arrays = whole()
    arrays["covariance"][1, 1] = -1e-3
    with pytest.raises(ModelError, match="covariance"):
        tables_from(arrays)


@given(
    name=st.sampled_from(NAMES),
    place=st.integers(0, 10_000),
    value=st.one_of(st.floats(), st.integers(-(2**62), 2**62)),
)
@pytest.mark.slow
def test_what_is_not_refused_gives_numbers(name, place, value):
    """One value exchanged for any other: an error that says so, or scores that are finite."""
    arrays, new = whole(), make_outcomes(10, seed=7)
    array = arrays[name]
    if array.dtype == np.float64:
        array.flat[place % array.size] = float(value)
    elif np.isfinite(value) and abs(value) < 2**62:
        array.flat[place % array.size] = int(value)
    try:
        tables = tables_from(arrays)
    except ModelError:
        return
    found = tables.score(new.X, new.codes, new.prior_logit, keep=True)
    assert np.isfinite(found.logit).all()
    assert np.isfinite(found.variance).all()


def test_the_refusal_says_what_to_do_in_both_languages():
    """Train again, or go back."""
    with pytest.raises(ModelError) as caught:
        tables_from({})
    assert "sanding models rollback" in caught.value.message_id
    assert "go back" in caught.value.message_en
