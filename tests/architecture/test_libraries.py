"""Each library stays in its room, also when it is imported by name at run time."""

import ast

import pytest

# The library, and the folders that may import it.
ROOMS = {
    "sqlalchemy": ("recommender/store/",),
    "alembic": ("recommender/store/",),
    "psycopg": ("recommender/store/",),
    "pysqlite3": ("recommender/store/",),
    "sqlite3": ("recommender/store/",),
    "fastapi": ("api/",),
    "starlette": ("api/",),
    "typer": ("api/",),
    "uvicorn": ("api/",),
    "jinja2": ("api/",),
    "babel": ("api/", "recommender/", "models/explain/"),
    "multipart": ("api/",),
    "pydantic_settings": ("recommender/settings",),
    "sklearn": ("features/", "models/"),
    "scipy": ("features/", "models/", "recommender/mapping"),
    "xlsxwriter": ("recommender/",),
    "joblib": ("recommender/", "models/"),
    "pickle": (),
    "marshal": (),
    "shelve": (),
    "requests": (),
    "httpx": (),
    "httpx2": (),
    "urllib.request": (),
    "tests": (),
    "tools": (),
    "hypothesis": (),
    "pytest": (),
    "unittest": (),
}


def imported(tree):
    """Every module a file imports, by statement or by name: pairs of line and dotted name."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from ((node.lineno, alias.name) for alias in names)
            case ast.ImportFrom(module=str(module), level=0, names=names):
                yield node.lineno, module
                yield from ((node.lineno, f"{module}.{alias.name}") for alias in names)
            case ast.Call(func=func, args=[ast.Constant(value=str(name)), *_]):
                if ast.unparse(func).rpartition(".")[2] in {"import_module", "__import__"}:
                    yield node.lineno, name


def is_part_of(name, library):
    """Whether a dotted name is a library or lies inside it."""
    return name == library or name.startswith(f"{library}.")


@pytest.fixture(name="imports", scope="module")
def _imports(source):
    """Every import of the source: path, line and dotted name."""
    return [(module.path.as_posix(), line, name) for module in source for line, name in imported(module.tree)]


@pytest.mark.parametrize("library", ROOMS)
def test_a_library_is_imported_in_its_rooms_only(library, imports):
    """SQL in the store, frameworks in the doors, test tools nowhere."""
    strays = {
        f"{path}:{line}"
        for path, line, name in imports
        if is_part_of(name, library) and not path.startswith(ROOMS[library])
    }
    assert set() == strays


def test_an_import_by_name_is_seen():
    """Three ways to import, three names found; a resemblance is none."""
    text = "import sqlite3x\nfrom a import b\nimportlib.import_module('c.d')\nprint('e')"
    assert ["sqlite3x", "a", "a.b", "c.d"] == [name for _, name in imported(ast.parse(text))]
    assert not is_part_of("sqlite3x", "sqlite3")
