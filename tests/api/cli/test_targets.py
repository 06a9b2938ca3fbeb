"""Files appear whole or not at all, and never over what must not be lost."""

import os
from pathlib import Path

import pytest

from api.cli.targets import file_beside, sound_target, text_target
from recommender.errors import RefusedError


def names_in(folder):
    """What stands in a folder."""
    return sorted(path.name for path in folder.iterdir())


def _write_half(path):
    with text_target(path) as handle:
        handle.write("half")
        raise ZeroDivisionError


def test_a_file_appears_only_when_all_went_well(tmp_path):
    """A failure on the way leaves what stood there."""
    path = tmp_path / "answer.txt"
    path.write_text("before", encoding="utf-8")
    with pytest.raises(ZeroDivisionError):
        _write_half(path)
    assert ["answer.txt"] == names_in(tmp_path)
    assert "before" == path.read_text(encoding="utf-8")
    with text_target(path) as handle:
        handle.write("after\n")
    assert b"after\n" == path.read_bytes()
    assert ["answer.txt"] == names_in(tmp_path)


@pytest.mark.parametrize("name", ["", "missing/answer.txt", "file/answer.txt", "x" * 300, "nul\0"])
def test_a_place_that_cannot_be_written_is_refused(name, tmp_path):
    """A folder, a missing folder, a file used as folder, a name too long, a name that is none."""
    (tmp_path / "file").touch()
    with pytest.raises(RefusedError), text_target(tmp_path / name) as handle:
        handle.write("text")
    assert ["file"] == names_in(tmp_path)


def test_a_database_is_not_written_over(tmp_path):
    """A slip of the hand must not cost the store."""
    path = tmp_path / "sanding.db"
    path.write_bytes(b"SQLite format 3\0 and more")
    with pytest.raises(RefusedError, match="basis data"):
        sound_target(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs POSIX")
def test_a_device_is_written_and_not_replaced(tmp_path):
    """``--out /dev/null`` must leave a device behind."""
    with file_beside(tmp_path / ".." / "answer") as beside:
        assert beside.name.endswith(".part")
    (tmp_path.parent / "answer").unlink()
    with text_target(sound_target(Path(os.devnull))) as handle:
        handle.write("gone")
    assert not Path(os.devnull).is_file()


def test_a_link_keeps_pointing_where_it_did(tmp_path):
    """The file behind the link is replaced, not the link."""
    (tmp_path / "real.txt").touch()
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    with text_target(tmp_path / "link.txt") as handle:
        handle.write("text")
    assert (tmp_path / "link.txt").is_symlink()
    assert "text" == (tmp_path / "real.txt").read_text(encoding="utf-8")


def test_commands_refuse_such_files_before_they_work(refused, home, tmp_path):
    """Every command that writes a file."""
    folder, store = tmp_path / "folder", home / "sanding.db"
    folder.mkdir()
    for place, words in ((folder, "adalah folder"), (store, "adalah basis data")):
        assert words in refused("suggest", "--all", "--out", place)[0]
        assert words in refused("explain", "kkmp-3673011007", "konsinyasi", "--out", place)[0]
        assert words in refused("check", "--out", place)[0]
        assert words in refused("export", "offers", place)[0]
        assert words in refused("template", "offers", place)[0]
    assert "tidak dapat ditulis" in refused("export", "offers", tmp_path / "no" / "offers.csv")[0]
    assert "tidak dapat ditulis" in refused("features", tmp_path / "no" / "pairs.parquet")[0]
