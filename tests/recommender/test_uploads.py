"""Kept uploads: found again, cleared away, never outside their folder."""

import datetime as dt
import io
import os

import pytest

from recommender.errors import NotFoundError
from recommender.uploads import Choices, Uploads

NOW = dt.datetime(2026, 11, 21, tzinfo=dt.UTC)
CHOICES = Choices("cooperatives", "Ani", "rekap.xlsx")


def keep(uploads, number, now=NOW):
    """Keep a small file."""
    return uploads.keep(io.BytesIO(b"isi"), CHOICES, upload_id=f"{number:032x}", now=now)


def test_a_kept_file_is_found_with_its_choices(tmp_path):
    """Also after they were changed."""
    uploads = Uploads(tmp_path)
    kept = keep(uploads, 1)
    assert b"isi" == kept.path.read_bytes()
    changed = Choices("facts", "Ani", "rekap.xlsx", "Data", {"Ketua": ""})
    uploads.choose(kept, changed)
    assert changed == uploads.find(kept.upload_id).choices


def test_what_nobody_came_back_for_is_cleared_away(tmp_path):
    """After a day, or when there are too many."""
    uploads = Uploads(tmp_path)
    old = keep(uploads, 1)
    long_ago = NOW.timestamp() - 25 * 3600
    os.utime(old.path.parent, (long_ago, long_ago))
    for number in range(2, 60):
        place = keep(uploads, number).path.parent
        os.utime(place, (NOW.timestamp() + number,) * 2)
    with pytest.raises(NotFoundError):
        uploads.find(old.upload_id)
    assert 50 == len(list((tmp_path / "unggahan").iterdir()))


@pytest.mark.parametrize("upload_id", ["", "..", "../x", "0" * 31, "0" * 33, "A" * 32, "0" * 31 + "/"])
def test_no_other_id_is_looked_for(tmp_path, upload_id):
    """Nothing outside the folder is ever opened or removed."""
    uploads = Uploads(tmp_path)
    for attempt in (uploads.find, uploads.discard):
        with pytest.raises(NotFoundError):
            attempt(upload_id)
