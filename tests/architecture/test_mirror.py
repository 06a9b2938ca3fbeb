"""The tests stand where the source stands."""

from pathlib import Path

PACKAGES = {"features", "models", "recommender", "api"}
# Folders of tests that look at more than one module, each with its reason.
CROSSWISE = {
    "architecture": "looks at the tree itself",
    "journeys": "one user's way through everything",
    "notebooks": "runs the notebooks",
    "drills": "what happens when something breaks on the way",
    "data": "sheets and files that tests read",
}
# Single files that no one module answers for, each with its reason.
BEHAVIOUR = {
    "models/test_estimator_contract.py": "every estimator against scikit-learn's own checks",
    "api/test_openapi.py": "the REST surface against the committed one",
    "api/web/test_pages.py": "every page renders, has a title, labels its fields",
    "api/test_access.py": "every route against every role",
    "features/catalog/test_areas.py": "the areas' table against what is known of the city",
    "recommender/advice/test_tendencies.py": "what the districts' economy leads one to expect",
    "recommender/advice/test_golden.py": "kinds of cooperatives with their expected standing, as JSON",
    "recommender/advice/test_blank_fields.py": "what a blank field may and may not do, over the whole way",
}


def mirrored(parts, root):
    """Whether a test's path names a module, table or folder, with more words or without."""
    folder = root.joinpath(*parts[:-1])
    words = Path(parts[-1]).stem.removeprefix("test_").split("_")
    names = ["_".join(words[:count]) for count in range(len(words), 0, -1)]
    # A folder with a single idea may be tested in one file that bears the folder's name.
    if folder.is_dir() and folder.name in names:
        return True
    return any((folder / name).is_dir() or any(folder.glob(f"{name}.*")) for name in names)


def test_every_test_mirrors_a_source_file(root):
    """``tests/models/ranking/test_order.py`` (or ``test_order_ties.py``) tests ``order.py``."""
    stray = []
    for path in sorted((root / "tests").rglob("test_*.py")):
        parts = path.relative_to(root / "tests").parts
        known = parts[0] in CROSSWISE or "/".join(parts) in BEHAVIOUR
        if not known and not (parts[0] in PACKAGES | {"tools"} and mirrored(parts, root)):
            stray.append("/".join(parts))
    assert [] == stray, "name it after a module, or give its reason in BEHAVIOUR"


def test_tests_are_no_packages(root):
    """Tests are collected by path; an ``__init__`` would give them a second name."""
    assert [] == sorted(map(str, (root / "tests").rglob("__init__.py")))


def test_a_stray_test_would_be_seen(tmp_path):
    """A module's name, with further words or without, is enough; a mere resemblance is not."""
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "order.py").touch()
    cases = ("order", "order_ties", "orders", "ties")
    expected = (True, True, False, False)
    assert expected == tuple(mirrored(("models", f"test_{name}.py"), tmp_path) for name in cases)
