"""Data folders with a sample in them: made once in each process, copied for whoever asks."""

import datetime as dt
import shutil
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from recommender.settings import Settings
from recommender.store.opening import create_store
from recommender.workspace import Workspace, init_workspace, open_workspace

__all__ = ["empty_store_at", "sample_workspace"]

# Removed when the process ends.
_KEPT = tempfile.TemporaryDirectory(prefix="sanding-homes-")


def sample_workspace(settings, *, sample, clock, after=None):
    """Return the workspace that ``init_workspace`` makes in an empty folder; fifty times as fast.

    ``after`` is what has been done to it since: a function of a workspace that a file of tests defines once.
    """
    shutil.copytree(_home(sample, clock(), after), settings.home, dirs_exist_ok=True)
    return open_workspace(settings, clock=clock)


def empty_store_at(path):
    """Put a store without rows at a path and return its address; its folder is there."""
    shutil.copyfile(_empty_store(), path)
    return f"sqlite:///{path}"


@cache
def _home(sample: str, made_at: dt.datetime, after: Callable[[Workspace], object] | None) -> Path:
    home = Path(tempfile.mkdtemp(dir=_KEPT.name))
    with init_workspace(Settings(home=home), sample=sample, clock=lambda: made_at) as workspace:
        if after is not None:
            after(workspace)
    return home


@cache
def _empty_store() -> Path:
    path = Path(tempfile.mkdtemp(dir=_KEPT.name)) / "sanding.db"
    create_store(f"sqlite:///{path}").close()
    return path
