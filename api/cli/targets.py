"""Where an answer goes: standard output, or a file that appears whole or not at all."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from recommender.errors import RefusedError

__all__ = ["file_beside", "sound_target", "text_target"]

_DATABASE_START = b"SQLite format 3\x00"


@contextmanager
def text_target(out: Path | None) -> Iterator[TextIO]:
    """Give a text stream: standard output, or a file that takes its place when all went well.

    Raises
    ------
    RefusedError
        When the file cannot be written; what stood there stays as it was.
    """
    if out is None:
        yield sys.stdout
        return
    with file_beside(out) as path, path.open("w", encoding="utf-8", newline="") as handle:
        yield handle
        handle.flush()
        if path.is_file():
            os.fsync(handle.fileno())


@contextmanager
def file_beside(out: Path) -> Iterator[Path]:
    """Give a path to write to; it takes the place of ``out`` at the end if nothing was raised.

    A device or a pipe (``/dev/stdout``) is written directly: it has no place to take.

    Raises
    ------
    RefusedError
        When it cannot be written.
    """
    target = sound_target(out)
    if _is_device(target):
        yield target
        return
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        beside.open("wb").close()
        yield beside
        beside.replace(target)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _not_writable(out) from error
    finally:
        _remove(beside)


def sound_target(out: Path) -> Path:
    """Return the file that a path leads to, if an answer may be written over it.

    Raises
    ------
    RefusedError
        When it is a folder or a database.
    """
    try:
        if out.is_dir():
            raise RefusedError(
                f"{out} adalah folder. Tambahkan nama berkas.",
                f"{out} is a folder. Add a file name.",
            )
        if _is_device(out):
            return out
        target = Path(os.path.realpath(out))
        if target.is_file():
            with target.open("rb") as handle:
                if handle.read(len(_DATABASE_START)) == _DATABASE_START:
                    raise RefusedError(
                        f"{out} adalah basis data dan tidak ditimpa. Pilih nama berkas lain.",
                        f"{out} is a database and is not written over. Choose another file name.",
                    )
    except (OSError, ValueError) as error:
        raise _not_writable(out) from error
    return target


def _is_device(path: Path) -> bool:
    return path.exists() and not path.is_file()


def _not_writable(out: Path) -> RefusedError:
    return RefusedError(
        f"{out} tidak dapat ditulis. Pastikan foldernya ada, boleh ditulis, dan tidak penuh.",
        f"{out} cannot be written. Make sure its folder is there, writable and not full.",
    )


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return  # the folder itself is gone or cannot be written; that was said already
