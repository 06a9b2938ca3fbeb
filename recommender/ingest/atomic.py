"""A text file that is written whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from recommender.errors import RefusedError

__all__ = ["written_whole"]


@contextmanager
def written_whole(path: Path, *, encoding: str = "utf-8") -> Iterator[TextIO]:
    """Give a file to write; it takes its place at the end, and only if nothing was raised.

    Raises
    ------
    RefusedError
        When the place cannot be written; what stood there stays as it was.
    """
    if path.exists() and not path.is_file():
        raise RefusedError(
            f"{path} bukan berkas biasa. Pilih nama berkas lain.",
            f"{path} is no ordinary file. Choose another file name.",
        )
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with beside.open("x", encoding=encoding, newline="") as handle:
            yield handle
            handle.flush()
            os.fsync(handle.fileno())
        beside.replace(path)
    except OSError as error:
        raise RefusedError(
            f"{path} tidak dapat ditulis. Pastikan foldernya ada, boleh ditulis, dan tidak penuh.",
            f"{path} cannot be written. Make sure its folder is there, writable and not full.",
        ) from error
    finally:
        beside.unlink(missing_ok=True)
