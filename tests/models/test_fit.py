"""The learned score as a classifier."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import expit
from sklearn.base import clone
from sklearn.exceptions import NotFittedError

from models.fit import FitClassifier
from models.learning.arrays import arrays_of

SIZES = st.tuples(st.integers(0, 60), st.integers(1, 6), st.integers(0, 2), st.floats(0, 0.9))


def drawn(count, n_numeric, n_categorical, blank_share, seed):
    """Pairs whose last columns are categories, with beliefs and outcomes."""
    random = np.random.default_rng((count, n_numeric, n_categorical, seed))
    X = np.hstack(
        [random.normal(size=(count, n_numeric)), random.integers(0, 5, (count, n_categorical)).astype(float)]
    )
    logit = random.normal(-0.3, 1.0, count)
    bands = np.where(np.sin(4 * X[:, -1 - n_categorical]) > 0, 1.0, -1.0)
    y = (random.random(count) < expit(logit + X[:, 0] + bands)).astype(int)
    X[random.random(X.shape) < blank_share] = np.nan
    return X, y, logit


def fitted(count, n_numeric=3, n_categorical=1, blank_share=0.1, seed=0, **options):
    """A model learned from them."""
    X, y, logit = drawn(count, n_numeric, n_categorical, blank_share, seed)
    listed = list(range(n_numeric, n_numeric + n_categorical))
    return FitClassifier(categorical_features=listed, **options).fit(X, y, prior_logit=logit)


@pytest.fixture(name="treed", scope="module")
def _treed():
    """A model with trees; three columns and one category."""
    model = fitted(700)
    assert model.tables_.forest_weight > 0
    return model


@given(SIZES, st.integers(0, 2**16))
def test_without_outcomes_it_is_the_belief_bit_for_bit(sizes, seed):
    """Logit and chance, whatever the pairs."""
    _, n_numeric, n_categorical, blank_share = sizes
    model = fitted(0, n_numeric, n_categorical)
    X, _, logit = drawn(20, n_numeric, n_categorical, blank_share, seed)
    assert model.decision_function(X, prior_logit=logit).tobytes() == logit.tobytes()
    assert model.predict_proba(X, prior_logit=logit)[:, 1].tobytes() == expit(logit).tobytes()
    assert model.contributions(X, prior_logit=logit)[:, 0].tobytes() == logit.tobytes()


def test_without_outcomes_its_doubt_is_the_beliefs():
    """Nothing was learned that could make it surer."""
    X, _, logit = drawn(5, 3, 1, 0.1, 1)
    found, variance = fitted(0).interval(X, logit, np.full(5, 0.8))
    assert (logit.tolist(), [0.8] * 5) == (found.tolist(), variance.tolist())


def test_without_outcomes_and_belief_there_is_nothing_to_fit():
    """A belief is what makes no outcome enough."""
    with pytest.raises(ValueError, match="minimum of 1"):
        FitClassifier().fit(np.zeros((0, 2)), [])


@settings(max_examples=40)
@given(SIZES, st.integers(0, 2**16))
def test_contributions_sum_to_the_logit(sizes, seed):
    """Within 1e-9, with blanks, categories and levels that nobody saw."""
    model = fitted(*sizes, seed=seed)
    X, _, logit = drawn(30, *sizes[1:], seed + 1)
    X[:3, -1] = 99.0
    parts = model.contributions(X, prior_logit=logit)
    assert (30, 2 + X.shape[1]) == parts.shape
    np.testing.assert_allclose(
        parts.sum(axis=1), model.decision_function(X, prior_logit=logit), rtol=0, atol=1e-9
    )


def test_contributions_sum_to_the_logit_with_trees(treed):
    """Within 1e-9."""
    X, _, logit = drawn(400, 3, 1, 0.2, 5)
    parts = treed.contributions(X, prior_logit=logit)
    np.testing.assert_allclose(
        parts.sum(axis=1), treed.decision_function(X, prior_logit=logit), rtol=0, atol=1e-9
    )


def test_trees_come_in_from_three_hundred_outcomes_on(treed):
    """Not before."""
    assert len(treed.tables_.forest) > 0
    assert 0 == len(fitted(299).tables_.forest)


@pytest.mark.parametrize("count", [30, 700])
def test_the_same_seed_gives_the_same_bytes(count):
    """Learned twice."""
    one, other = (arrays_of(fitted(count).tables_) for _ in range(2))
    for name, array in one.items():
        assert array.tobytes() == other[name].tobytes(), name


@pytest.mark.parametrize(("count", "n_numeric"), [(60, 1), (60, 12), (60, 24), (700, 3)])
def test_a_pair_alone_scores_as_it_does_among_others(count, n_numeric):
    """Bit for bit, in any order: advice does not depend on who else is advised."""
    model = fitted(count, n_numeric)
    X, _, logit = drawn(70, n_numeric, 1, 0.2, 8)
    together = model.decision_function(X, prior_logit=logit)
    middle, variance = model.interval(X, logit, np.full(70, 0.5))
    parts = model.contributions(X, prior_logit=logit)
    turned = np.random.default_rng(0).permutation(70)
    again = model.decision_function(X[turned], prior_logit=logit[turned])
    assert again.tobytes() == together[turned].tobytes()
    for row in range(70):
        one = slice(row, row + 1)
        alone, doubt = model.interval(X[one], logit[one], np.full(1, 0.5))
        assert alone.tobytes() == middle[one].tobytes()
        assert doubt.tobytes() == variance[one].tobytes()
        assert model.contributions(X[one], prior_logit=logit[one]).tobytes() == parts[one].tobytes()


@settings(max_examples=15)
@given(st.integers(0, 2**16), st.sampled_from([20, 60, 320]))
def test_directions_hold_on_a_grid(seed, count):
    """The chance never falls as a rising column rises, nor rises as a falling one does."""
    model = fitted(count, 3, 1, 0.1, seed, monotonic_cst=[1, -1, 0, 0])
    base = np.repeat(drawn(8, 3, 1, 0, seed + 1)[0], 33, axis=0)
    for column, direction in ((0, 1), (1, -1)):
        grid = base.copy()
        grid[:, column] = np.tile(np.linspace(-4, 4, 33), 8)
        steps = np.diff(model.decision_function(grid).reshape(8, 33), axis=1)
        assert (steps * direction >= -1e-12).all()


@pytest.mark.parametrize("directions", [[1], [2, 0, 0, 0], [0.5, 0, 0], [1, 0, 0, 0, 0]])
def test_directions_that_mean_nothing_are_refused(directions):
    """One of -1, 0 and 1 for each column."""
    with pytest.raises(ValueError, match="monotonic_cst"):
        fitted(20, monotonic_cst=directions)


def test_a_category_has_no_direction():
    """Its numbers are names."""
    with pytest.raises(ValueError, match="monotonic_cst"):
        fitted(20, monotonic_cst=[0, 0, 0, 1])


@pytest.mark.parametrize("listed", [[4], [-1]])
def test_categories_that_are_no_columns_are_refused(listed):
    """By place, from 0 on."""
    X, y, logit = drawn(20, 3, 1, 0, 0)
    with pytest.raises(ValueError, match="categorical_features"):
        FitClassifier(categorical_features=listed).fit(X, y, prior_logit=logit)


@pytest.mark.parametrize("level", [99.0, 1.5, -1.0, np.nan])
def test_an_unknown_level_has_no_effect(level):
    """Whatever the known levels have."""
    model = fitted(60)
    X, _, logit = drawn(20, 3, 1, 0, 4)
    unknown = X.copy()
    unknown[:, 3] = level
    assert not model.contributions(unknown, prior_logit=logit)[:, 5].any()
    assert model.contributions(X, prior_logit=logit)[:, 5].all()


def test_a_blank_adds_nothing_of_its_column_without_trees():
    """Unknown is not zero: it is what the average pair has."""
    model = fitted(60)
    X, _, logit = drawn(20, 3, 1, 0, 4)
    X[:, 1] = np.nan
    assert not model.contributions(X, prior_logit=logit)[:, 3].any()


def test_pairs_of_blanks_only_are_scored(treed):
    """As far as the belief and all pairs' outcomes go."""
    X, logit = np.full((4, 4), np.nan), np.array([-2.0, 0.0, 1.0, 3.0])
    found = treed.predict_proba(X, prior_logit=logit)
    assert (np.diff(found[:, 1]) > 0).all()
    np.testing.assert_allclose(found.sum(axis=1), 1.0)


@pytest.mark.parametrize("count", [1, 30, 700])
def test_the_variance_is_positive(count):
    """No answer is certain."""
    X, _, logit = drawn(50, 3, 1, 0.3, 6)
    found, variance = fitted(count).interval(X, logit)
    assert (variance > 0).all()
    assert np.isfinite(found).all()


@pytest.mark.parametrize("count", [60, 250])
def test_a_pair_far_from_any_outcome_is_less_sure(count):
    """Four spreads away, on the same side as believed."""
    X, y, logit = drawn(count, 3, 0, 0, 0)
    reference = np.random.default_rng(0).normal(0, 3, (300, 3))
    model = FitClassifier().fit(X, y, prior_logit=logit, reference=reference)
    near, far = np.zeros((1, 3)), np.full((1, 3), 6.0)
    assert model.interval(far, [0.0])[1][0] > 1.1 * model.interval(near, [0.0])[1][0]


def test_more_doubt_of_the_belief_is_more_doubt():
    """As far as the belief still counts."""
    model = fitted(10)
    X, _, logit = drawn(10, 3, 1, 0, 4)
    assert (
        model.interval(X, logit, np.full(10, 2.0))[1] > model.interval(X, logit, np.full(10, 0.1))[1]
    ).all()


@pytest.mark.parametrize("doubt", [[0.5], [-0.1, 0.5], [np.nan, 0.5]])
def test_a_doubt_that_is_none_is_refused(doubt):
    """One variance for each pair, 0 or more."""
    X, _, logit = drawn(2, 3, 1, 0, 4)
    with pytest.raises(ValueError, match="prior_variance"):
        fitted(10).interval(X, logit, doubt)


def test_outcomes_of_one_kind_teach_with_a_belief_and_not_without():
    """Ten failures say that the belief was too hopeful."""
    X, _, logit = drawn(10, 3, 1, 0, 4)
    model = FitClassifier().fit(X, np.zeros(10), prior_logit=logit)
    assert model.decision_function(X, prior_logit=logit).mean() < logit.mean() - 0.1
    with pytest.raises(ValueError, match="one class"):
        FitClassifier().fit(X, np.zeros(10))


def test_a_weight_of_0_leaves_a_pair_out():
    """As if it had not happened; also where it would be another group's."""
    X, y, logit = drawn(40, 3, 0, 0, 0)
    weight = np.where(np.arange(40) < 30, 1.0, 0.0)
    one = FitClassifier().fit(X, y, prior_logit=logit, sample_weight=weight)
    other = FitClassifier().fit(X[:30], y[:30], prior_logit=logit[:30])
    for name, array in arrays_of(one.tables_).items():
        assert array.tobytes() == arrays_of(other.tables_)[name].tobytes(), name


def test_half_the_weight_teaches_less():
    """An outcome in doubt moves less than a confirmed one."""
    X, _, logit = drawn(20, 3, 0, 0, 0)
    moved = [
        np.abs(
            FitClassifier()
            .fit(X, np.ones(20), prior_logit=logit, sample_weight=np.full(20, weight))
            .decision_function(X, prior_logit=logit)
            - logit
        ).mean()
        for weight in (0.1, 0.5, 1.0)
    ]
    assert moved[0] < moved[1] < moved[2]


def test_groups_are_held_out_together():
    """Trees that only know a cooperative by heart earn nothing on another."""
    random = np.random.default_rng(0)
    groups = random.integers(0, 12, 600)
    X = (groups + random.normal(0, 0.01, 600))[:, None]
    y = (random.random(600) < np.where(groups % 2, 0.95, 0.05)).astype(int)
    logit = np.zeros(600)
    apart = FitClassifier().fit(X, y, prior_logit=logit, groups=groups)
    mixed = FitClassifier().fit(X, y, prior_logit=logit)
    assert mixed.tables_.forest_weight > 0.95
    assert len(apart.tables_.forest) < len(mixed.tables_.forest) / 4


def test_the_likelier_class_is_predicted():
    """By its own name."""
    X, y, _ = drawn(80, 3, 0, 0, 0)
    names = np.array(["tidak", "ya"])[y]
    model = FitClassifier().fit(X, names)
    likely = model.predict_proba(X)[:, 1] > 0.5
    assert names[0] in model.classes_
    assert np.where(likely, "ya", "tidak").tolist() == model.predict(X).tolist()


def test_nothing_is_scored_before_fitting():
    """And a clone has not learned."""
    for model in (FitClassifier(), clone(fitted(20))):
        with pytest.raises(NotFittedError):
            model.decision_function(np.zeros((1, 4)))


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("prior_logit", [0.0]),
        ("prior_logit", [np.nan] * 20),
        ("groups", ["k1"]),
        ("sample_weight", [-1.0] * 20),
        ("reference", np.zeros((3, 2))),
    ],
)
def test_what_does_not_fit_is_refused_by_name(name, values):
    """Before anything is learned."""
    X, y, logit = drawn(20, 3, 1, 0, 0)
    with pytest.raises(ValueError, match=name):
        FitClassifier().fit(X, y, **{"prior_logit": logit, name: values})
