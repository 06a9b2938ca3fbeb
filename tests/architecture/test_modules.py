"""Each module says its one idea first, names what is public, and does nothing when imported."""

import ast
import re
from collections import Counter

import pytest

BANNED_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "core", "manager"}
# Calls that do something: they belong into functions.
FORBIDDEN_AT_IMPORT = {"create_app", "create_engine", "open_workspace", "Settings", "FastAPI"}
# What an __init__ docstring need not name: private modules and Alembic's folder of versions.
NOT_ON_THE_MAP = {"migrations", "__init__"}


def public_names(tree):
    """The names in a module's ``__all__``, or None when there is none."""
    for node in tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if any(isinstance(one, ast.Name) and one.id == "__all__" for one in targets):
                return ast.literal_eval(node.value)
    return None


def defined_names(tree):
    """The names a module binds at its top level."""
    names = set()
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                names.add(name)
            case ast.ClassDef(name=name) | ast.Name(id=name, ctx=ast.Store()):
                names.add(name)
    return names


def first_line(module):
    """The first line of a module's docstring, empty when there is none."""
    return (ast.get_docstring(module.tree) or "").split("\n", 1)[0]


def test_an_init_holds_a_docstring_and_nothing_else(source):
    """``__init__`` is the folder's map; re-exports are where cycles come from."""
    full = [
        str(module.path)
        for module in source
        if module.is_map and (len(module.tree.body) != 1 or not ast.get_docstring(module.tree))
    ]
    assert [] == full, "import from the module instead"


def test_every_folder_with_modules_is_a_package(source, root):
    """A folder without ``__init__`` has no map."""
    folders = {module.path.parent for module in source}
    assert [] == sorted(str(one) for one in folders if not (root / one / "__init__.py").exists())


def test_a_folders_map_names_every_file(source, root):
    """A new file is written into the docstring of its folder's ``__init__``."""
    missing = []
    for module in source:
        if not module.is_map:
            continue
        folder = root / module.path.parent
        inside = {path.stem for path in folder.glob("*.py")}
        inside |= {path.parent.name for path in folder.glob("*/__init__.py")}
        listed = ast.get_docstring(module.tree) or ""
        missing += [
            f"{module.path} does not name {name}"
            for name in sorted(inside - NOT_ON_THE_MAP)
            if not re.search(rf"\b{name}\b", listed)
        ]
    assert [] == missing


def test_file_names_say_what_is_inside(modules):
    """Names that fit anything are banned."""
    named = [path for path in (module.path for module in modules) if path.stem in BANNED_NAMES]
    folders = {parent for module in modules for parent in module.path.parents if parent.name in BANNED_NAMES}
    assert [] == sorted(map(str, [*named, *folders]))


def test_every_module_opens_with_a_sentence(modules):
    """The first line says the one idea of the file."""
    bad = [str(one.path) for one in modules if not first_line(one).endswith((".", "?"))]
    bad = [path for path in bad if "migrations/versions" not in path]
    assert [] == bad, "the docstring's first line is one sentence"


def test_no_two_modules_say_the_same(source):
    """Two files with one idea are one file."""
    said = Counter(first_line(module) for module in source)
    assert [] == sorted(line for line, count in said.items() if count > 1)


def test_every_module_names_what_is_public(source):
    """``__all__`` is there, and all it names exists."""
    faults = []
    for module in source:
        if module.is_map or module.name.startswith("_"):
            continue
        names = public_names(module.tree)
        if names is None:
            faults.append(f"{module.path} has no __all__")
        else:
            absent = sorted(set(names) - defined_names(module.tree))
            faults += [f"{module.path} does not define {name}" for name in absent]
    assert [] == faults


def test_private_names_stay_in_their_file(source):
    """What starts with an underscore is imported nowhere else."""
    faults = []
    for module in source:
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ImportFrom):
                path = [*(node.module or "").split("."), *(alias.name for alias in node.names)]
                faults += [
                    f"{module.path}:{node.lineno} imports {name}"
                    for name in path
                    if re.match(r"_(?!_)", name)
                ]
    assert [] == faults


def test_imports_are_absolute(source):
    """A module is called by one name everywhere."""
    assert [] == [
        f"{module.path}:{node.lineno}"
        for module in source
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ImportFrom) and node.level
    ]


def test_nothing_happens_at_import(source):
    """Engines, settings, apps and workspaces are made by functions, not by importing."""
    faults = []
    for module in source:
        for statement in module.tree.body:
            if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                continue
            calls = [node for node in ast.walk(statement) if isinstance(node, ast.Call)]
            names = {ast.unparse(call.func).rpartition(".")[2] for call in calls}
            faults += [f"{module.path}: {name}" for name in sorted(names & FORBIDDEN_AT_IMPORT)]
    assert [] == faults


def test_no_print_is_left_over(source):
    """Doors answer through their framework; everything else returns or raises."""
    assert [] == [
        f"{module.path}:{node.lineno}"
        for module in source
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]


@pytest.mark.parametrize("package", ["features", "models", "recommender", "api"])
def test_packages_tell_type_checkers_that_they_are_typed(package, root):
    """``py.typed`` stands in each package."""
    assert (root / package / "py.typed").is_file()
