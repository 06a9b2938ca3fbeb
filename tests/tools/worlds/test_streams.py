"""Streams that lead astray."""

import numpy as np
import pytest

from models.fit import FitClassifier
from tools.worlds.streams import HOSTILE, answered, excess_nats, hostile_stream


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_stream_is_the_same_again_and_another_with_another_seed(kind):
    """Same seed, same stream."""
    one, again, other = (hostile_stream(kind, 30, seed) for seed in (1, 1, 2))
    assert np.array_equal(one.X, again.X)
    assert one.y.tolist() == again.y.tolist()
    assert not np.array_equal(one.prior_logit, other.prior_logit)
    assert set(one.y) <= {0, 1}


def test_kinds_are_what_they_are_called():
    """All, none, turn by turn; with or against the belief, changing half way."""
    streams = {kind: hostile_stream(kind, 4_000, 0) for kind in HOSTILE}
    assert (0.0, 1.0) == (streams["all fail"].y.mean(), streams["all succeed"].y.mean())
    assert [1, 0, 1, 0] == streams["turn by turn"].y[:4].tolist()

    def along(kind, part=slice(None)):
        stream = streams[kind]
        return np.corrcoef(stream.prior_logit[part], stream.y[part])[0, 1]

    assert along("the belief is right") > 0.3
    assert along("the belief is wrong") < -0.3
    assert abs(along("nothing to do with it")) < 0.1
    early, late = slice(2_000), slice(2_000, None)
    assert along("wrong from half way on", early) > 0.3 > -0.3 > along("wrong from half way on", late)
    assert along("wrong until half way", late) > 0.3 > -0.3 > along("wrong until half way", early)


def test_the_excess_is_what_the_model_of_the_outcomes_before_has_lost_beyond_the_belief():
    """Nothing before the first refit: with no outcome it is the belief."""
    stream = hostile_stream("the belief is wrong", 20, 3)
    found = excess_nats(stream, 10)
    assert found[:10].tolist() == pytest.approx([0.0] * 10)
    model = FitClassifier().fit(stream.X[:10], stream.y[:10], prior_logit=stream.prior_logit[:10])
    p = model.predict_proba(stream.X[10:], prior_logit=stream.prior_logit[10:])[:, 1]
    y = stream.y[10:]
    told = -np.log(np.where(y == 1, p, 1 - p))
    believed = np.logaddexp(0, stream.prior_logit[10:]) - y * stream.prior_logit[10:]
    assert found[-1] == pytest.approx((told - believed).sum())


def test_an_adversary_never_lets_the_model_gain():
    """Step by step the excess grows or stays."""
    found = answered(12, 0)
    assert (np.diff(found) >= -1e-12).all()
    assert found.tolist() == answered(12, 0).tolist()
