"""The tree as the architecture tests see it: every file read once, every module parsed once."""

import ast
import gc
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("features", "models", "recommender", "api")


@dataclass(frozen=True, slots=True)
class Module:
    """One Python file: where it stands, its text, its syntax tree."""

    path: Path
    name: str
    text: str
    tree: ast.Module

    @property
    def is_map(self) -> bool:
        """Whether it is the ``__init__`` of a folder."""
        return self.path.name == "__init__.py"

    @property
    def is_migration(self) -> bool:
        """Whether Alembic runs it by its path."""
        return "migrations" in self.path.parts


def _ignored_folders() -> frozenset[str]:
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    return frozenset(line.rstrip("/") for line in lines if line.endswith("/")) | {".git"}


def _walk(folder: Path, ignored: frozenset[str]) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name in ignored or path.name.endswith(".egg-info"):
            continue
        if path.is_dir():
            yield from _walk(path, ignored)
        else:
            yield path


def _module(path: Path) -> Module:
    text = path.read_text(encoding="utf-8")
    return Module(path.relative_to(ROOT), path.stem, text, ast.parse(text))


def pytest_assertrepr_compare(op: str, left: object, right: object) -> list[str] | None:
    """Show everything that stands out, one line each, rather than a shortened list."""
    if op == "==" and left in ([], set()) and isinstance(right, list | set) and right:
        return [f"nothing should stand out, {len(right)} do:", *sorted(map(str, right))]
    return None


@pytest.fixture(name="root", scope="session")
def _root() -> Path:
    return ROOT


@pytest.fixture(name="files", scope="session")
def _files() -> tuple[Path, ...]:
    """Every file of the project, ignored folders left out; absolute paths."""
    return tuple(_walk(ROOT, _ignored_folders()))


@pytest.fixture(name="modules", scope="session")
def _modules(files: tuple[Path, ...]) -> tuple[Module, ...]:
    """Every Python file of the project."""
    # Trees are no garbage; searching them for some takes five times as long as parsing.
    gc.disable()
    try:
        return tuple(_module(path) for path in files if path.suffix == ".py")
    finally:
        gc.freeze()
        gc.enable()


@pytest.fixture(name="source", scope="session")
def _source(modules: tuple[Module, ...]) -> tuple[Module, ...]:
    """The modules of the four packages, migrations left out."""
    return tuple(module for module in modules if module.path.parts[0] in PACKAGES and not module.is_migration)
