"""Every measurement runs."""

import pytest

from tools.bench.__main__ import main
from tools.bench.registry import BENCHES


def test_a_measurement_prints_its_ratio_and_writes_it_down(tmp_path, capsys):
    """One line per job, one table, two files."""
    main(["schema", "--out", str(tmp_path)])
    printed = capsys.readouterr().out
    assert "ratio" in printed
    assert "| job |" in printed
    assert {"results.json", "results.md"} == {path.name for path in tmp_path.iterdir()}


def test_an_unknown_measurement_is_refused_with_those_there_are(capsys):
    """The message lists the names."""
    with pytest.raises(SystemExit):
        main(["none"])
    printed = capsys.readouterr().err
    assert [] == [name for name in BENCHES if name not in printed]
