"""Files that came in through the pages and wait to be checked and saved, with the choices made so far."""

import datetime as dt
import json
import re
import shutil
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import BinaryIO

from recommender.errors import NotFoundError

__all__ = ["Choices", "Upload", "Uploads"]

_FOLDER = "unggahan"
_ID = re.compile(r"[0-9a-f]{32}").fullmatch
_KEPT_HOURS = 24
_MOST_KEPT = 50
_BLOCK = 1 << 16
_LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Choices:
    """What the user said of a file.

    Attributes
    ----------
    table, sender, name : str
        Where it goes, whose it is, and what it was called.
    sheet : str or None
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
    """A kept file: its id, where it stands, and the choices made so far."""

    upload_id: str
    path: Path
    choices: Choices


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
        upload_id : str
            32 hexadecimal digits that nobody can guess.
        now : datetime
            With a time zone.
        """
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._clear(now)
        place = self._place(upload_id)
        place.mkdir(mode=0o700)
        with (place / "berkas").open("xb") as target:
            shutil.copyfileobj(content, target, _BLOCK)
        named = Choices(choices.table, choices.sender[:_LONGEST_NAME], _plain_name(choices.name))
        self._write(place, named)
        return Upload(upload_id, place / "berkas", named)

    def find(self, upload_id: str) -> Upload:
        """Return a kept file.

        Raises
        ------
        NotFoundError
            When there is none of that id, or no longer.
        """
        place = self._place(upload_id)
        try:
            stored = json.loads((place / "pilihan.json").read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise _gone() from error
        return Upload(upload_id, place / "berkas", Choices(**stored))

    def choose(self, upload: Upload, choices: Choices) -> Upload:
        """Keep other choices for a file."""
        self._write(self._place(upload.upload_id), choices)
        return Upload(upload.upload_id, upload.path, choices)

    def discard(self, upload_id: str) -> None:
        """Remove a file; one that is not there is no fault."""
        shutil.rmtree(self._place(upload_id), ignore_errors=True)

    def _place(self, upload_id: str) -> Path:
        if _ID(upload_id) is None:
            raise _gone()
        return self._folder / upload_id

    @staticmethod
    def _write(place: Path, choices: Choices) -> None:
        beside = place / "pilihan.part"
        beside.write_text(json.dumps(asdict(choices), ensure_ascii=False), encoding="utf-8")
        beside.replace(place / "pilihan.json")

    def _clear(self, now: dt.datetime) -> None:
        oldest = now.timestamp() - _KEPT_HOURS * 3600
        kept = sorted((one.stat().st_mtime, one) for one in self._folder.iterdir() if _ID(one.name))
        for number, (changed, place) in enumerate(kept):
            if changed < oldest or len(kept) - number >= _MOST_KEPT:
                shutil.rmtree(place, ignore_errors=True)


def _plain_name(name: str) -> str:
    last = name.replace("\\", "/").rpartition("/")[2]
    return "".join(one for one in last if one.isprintable())[:_LONGEST_NAME] or "berkas"


def _gone() -> NotFoundError:
    return NotFoundError(
        "Unggahan ini tidak ada lagi. Unggah berkasnya sekali lagi.",
        "This upload is no longer there. Send the file again.",
    )
