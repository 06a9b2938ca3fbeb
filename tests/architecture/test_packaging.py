"""What is declared, what is pinned and what is shipped agree with each other."""

import re
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import packages_distributions

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

PACKAGES = ["api", "features", "models", "recommender"]
PINNED = ("requirements/core.txt", "requirements/dev.txt")


@pytest.fixture(name="project", scope="module")
def _project(root):
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def pins(root, file):
    """Each pinned requirement of a file with the number of its hashes."""
    text = (root / file).read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line.strip() for line in text.splitlines()]
    return [
        (Requirement(re.sub(r"--hash=\S+", "", line).strip()), line.count("--hash=sha256:"))
        for line in lines
        if line and not line.startswith("#")
    ]


def named(root, file):
    """The distributions a hand-written requirements file names."""
    lines = (root / file).read_text(encoding="utf-8").splitlines()
    return {Requirement(line).name for line in lines if line and not line.startswith(("-", "#"))}


@pytest.mark.parametrize("file", PINNED)
def test_every_pin_is_exact_and_has_its_hash(file, root):
    """What is installed is what was tried, byte for byte."""
    loose = [
        str(requirement)
        for requirement, hashes in pins(root, file)
        if hashes == 0 or requirement.url or not re.fullmatch(r"==[^*]+", str(requirement.specifier))
    ]
    assert [] == loose


@pytest.mark.parametrize("file", [*PINNED, "requirements/core.in", "requirements/dev.in"])
def test_requirements_name_no_index_and_no_address(file, root):
    """Where distributions come from is the machine's business."""
    text = (root / file).read_text(encoding="utf-8")
    assert [] == re.findall(r"^.*(?:://|--index|--extra-index|--find-links|\s@\s).*$", text, re.MULTILINE)


def test_both_pin_files_name_the_same_versions(root):
    """``make run`` and ``make test`` use the same libraries."""
    core, development = ({(pin.name, str(pin.specifier)) for pin, _ in pins(root, file)} for file in PINNED)
    assert set() == core - development


def test_declared_dependencies_are_those_that_are_pinned(project, root):
    """``pyproject.toml`` and ``requirements/core.in`` name the same distributions."""
    declared = {Requirement(line).name for line in project["dependencies"]}
    assert named(root, "requirements/core.in") == declared


def test_lower_bounds_are_not_above_the_pins(project, root):
    """A declared bound that the pins do not reach would refuse the tested set."""
    bounds = {Requirement(line).name: Requirement(line) for line in project["dependencies"]}
    faults = [
        f"{pin} against {bounds[pin.name]}"
        for pin, _ in pins(root, "requirements/core.txt")
        if pin.name in bounds and Version(str(pin.specifier)[2:]) not in bounds[pin.name].specifier
    ]
    assert [] == faults


@pytest.mark.parametrize("package", PACKAGES)
def test_nobody_else_owns_our_package_names(package):
    """The four names are plain words; another distribution's would be imported instead."""
    assert {"sanding"} == set(packages_distributions().get(package, ["sanding"]))


def test_no_module_at_the_root_or_among_notebooks_can_shadow_a_package(root):
    """A ``models.py`` in the working folder would be imported instead of ours."""
    stray = [*root.glob("*.py"), *(root / "notebooks").glob("**/*.py")]
    assert [] == sorted(map(str, stray))


def test_the_licence_is_there_in_full(project, root):
    """Apache 2.0, its whole text, named in the metadata."""
    text = (root / "LICENSE").read_text(encoding="utf-8")
    assert "Apache-2.0" == project["license"]
    assert ["LICENSE"] == project["license-files"]
    assert re.search(r"Apache License\s+Version 2\.0, January 2004", text)
    assert "END OF TERMS AND CONDITIONS" in text


@pytest.mark.slow
def test_the_wheel_holds_the_four_packages_with_their_data(root, files, tmp_path):
    """Tables, templates and migrations travel along; tests and tools do not."""
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", str(tmp_path)]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    with zipfile.ZipFile(next(tmp_path.glob("sanding-*.whl"))) as wheel:
        shipped = {name for name in wheel.namelist() if ".dist-info/" not in name}
    relative = [path.relative_to(root) for path in files]
    assert {path.as_posix() for path in relative if path.parts[0] in PACKAGES} == shipped
