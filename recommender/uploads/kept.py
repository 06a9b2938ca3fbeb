"""The files on disk, each in a folder of its own under a generated name, with the choices made so far."""

import datetime as dt
import json
import re
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import BinaryIO

from recommender.errors import NotFoundError, RefusedError

__all__ = ["LARGEST_MAP_BYTES", "Choices", "Upload", "Uploads", "is_map"]

LARGEST_MAP_BYTES = 400_000
"""Of a GeoJSON file: it is the one kind that is read whole; outlines of a large city take half of it."""

_FOLDER = "uploads"
_ID = re.compile(r"[0-9a-f]{32}").fullmatch
_KEPT_HOURS = 24
_MOST_KEPT = 50
_BLOCK = 1 << 16
_LONGEST_NAME = 120
_MAP_SUFFIXES = (".geojson", ".json")


@dataclass(frozen=True, slots=True)
class Choices:
    """What the user said of a file.

    Attributes
    ----------
    table, sender, name : str
        Where it goes, whose it is, and what it was called.
    sheet : str or None
        The sheet to read; ``None`` leaves it to the reader.
    headers : mapping of str to str
        Headers to names of columns; an empty name leaves a column out.
    """

    table: str
    sender: str
    name: str
    sheet: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Upload:
    """A kept file: its id, where it stands, and the choices made so far.

    ``rejects`` is where its refused rows go; ``is_saved`` when only those are left of it.
    """

    upload_id: str
    path: Path
    choices: Choices

    @property
    def rejects(self) -> Path:
        """Where the refused rows stand once the good ones were saved."""
        return self.path.parent / "rejects.xlsx"

    @property
    def is_saved(self) -> bool:
        """Whether the file was imported and only its refused rows are left."""
        return not self.path.exists()


class Uploads:
    """The files kept in a data folder, each in a folder of its own under a generated name.

    Parameters
    ----------
    home : Path
        The data folder; what is kept is readable by its owner only.
    """

    def __init__(self, home: Path) -> None:
        self._folder = home / _FOLDER

    def keep(self, content: BinaryIO, choices: Choices, *, upload_id: str, now: dt.datetime) -> Upload:
        """Copy a file block by block, after clearing away what nobody came back for.

        Parameters
        ----------
        content : binary stream
        choices : Choices
            Its name is kept as data and is never part of a path.
        upload_id : str
            32 hexadecimal digits that nobody can guess.
        now : datetime
            With a time zone.

        Raises
        ------
        RefusedError
            When the disk takes no more; nothing is left of the file.
        """
        place = self._place(upload_id)
        named = Choices(choices.table, choices.sender[:_LONGEST_NAME], _plain_name(choices.name))
        path = place / ("file.geojson" if is_map(named) else "file")
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._clear(now)
            place.mkdir(mode=0o700)
            with path.open("xb") as target:
                shutil.copyfileobj(content, target, _BLOCK)
            self._write(place, named)
        except OSError as error:
            shutil.rmtree(place, ignore_errors=True)
            raise _not_kept() from error
        return Upload(upload_id, path, named)

    def find(self, upload_id: str) -> Upload:
        """Return a file that waits, or of which refused rows are left.

        Raises
        ------
        NotFoundError
            When there is none of that id, or no longer.
        """
        place = self._place(upload_id)
        try:
            choices = Choices(**json.loads((place / "choices.json").read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError) as error:
            raise _gone() from error
        return Upload(upload_id, place / ("file.geojson" if is_map(choices) else "file"), choices)

    def waiting(self, upload_id: str) -> Upload:
        """Return a file that waits to be saved.

        Raises
        ------
        NotFoundError
            As ``find``; also when it was saved.
        """
        upload = self.find(upload_id)
        if upload.is_saved:
            raise _gone()
        return upload

    def choose(self, upload: Upload, choices: Choices) -> Upload:
        """Keep other choices for a file."""
        self._write(self._place(upload.upload_id), choices)
        return self.find(upload.upload_id)

    def saved(self, upload: Upload) -> None:
        """Forget a file that was imported, but for its refused rows where there are some."""
        if upload.rejects.exists():
            upload.path.unlink(missing_ok=True)
        else:
            self.discard(upload.upload_id)

    def discard(self, upload_id: str) -> None:
        """Remove a file; one that is not there is no fault."""
        shutil.rmtree(self._place(upload_id), ignore_errors=True)

    def _place(self, upload_id: str) -> Path:
        if _ID(upload_id) is None:
            raise _gone()
        return self._folder / upload_id

    @staticmethod
    def _write(place: Path, choices: Choices) -> None:
        beside = place / "choices.part"
        beside.write_text(json.dumps(asdict(choices), ensure_ascii=False), encoding="utf-8")
        beside.replace(place / "choices.json")

    def _clear(self, now: dt.datetime) -> None:
        oldest = now.timestamp() - _KEPT_HOURS * 3600
        kept = []
        for one in self._folder.iterdir():
            # somebody else may be clearing away, too
            with suppress(FileNotFoundError):
                kept += [(one.stat().st_mtime, one)] if _ID(one.name) else []
        kept.sort()
        for number, (changed, place) in enumerate(kept):
            if changed < oldest or len(kept) - number >= _MOST_KEPT:
                shutil.rmtree(place, ignore_errors=True)


def is_map(choices: Choices) -> bool:
    """Tell whether a file is read as a map: outlines of areas as GeoJSON.

    Examples
    --------
    >>> is_map(Choices("boundaries", "", "Batas.GeoJSON")), is_map(Choices("boundaries", "", "batas.csv"))
    (True, False)
    """
    return choices.table == "boundaries" and choices.name.lower().endswith(_MAP_SUFFIXES)


def _plain_name(name: str) -> str:
    last = name.replace("\\", "/").rpartition("/")[2]
    return "".join(one for one in last if one.isprintable())[-_LONGEST_NAME:] or "-"


def _gone() -> NotFoundError:
    return NotFoundError(
        "Unggahan ini tidak ada lagi. Unggah berkasnya sekali lagi.",
        "This upload is no longer there. Send the file again.",
    )


def _not_kept() -> RefusedError:
    return RefusedError(
        "Berkas tidak dapat disimpan sementara di server. Periksa sisa ruang dan izin folder datanya, lalu "
        "unggah lagi.",
        "The file could not be kept on the server. Check the free space and the permissions of the data "
        "folder, then send it again.",
    )
