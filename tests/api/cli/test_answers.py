"""The form of an answer: as asked for, or by the file's ending."""

import pytest

PAIR = ("kkmp-3673011007", "beras-sphp")
CALLS = [("bundle", PAIR[0]), ("steps", PAIR[0]), ("explain", *PAIR), ("worklist",), ("premises",)]


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("call", CALLS, ids=lambda call: call[0])
def test_a_file_named_parquet_is_not_filled_with_something_else(call, sanding, tmp_path):
    """Wrong usage, and no file."""
    out = tmp_path / "jawaban.parquet"
    code, _, err = sanding(*call, "--out", out)
    assert (2, False) == (code, out.exists())
    assert ".csv" in err


@pytest.mark.usefixtures("home")
def test_the_ending_of_the_file_chooses_the_form(sanding, tmp_path):
    """JSON, CSV, or what the screen shows."""
    starts = {"json": "{", "csv": "step_id,", "txt": "Koperasi"}
    for ending, start in starts.items():
        out = tmp_path / f"langkah.{ending}"
        assert 0 == sanding("steps", PAIR[0], "--out", out)[0]
        assert out.read_text(encoding="utf-8").startswith(start)
