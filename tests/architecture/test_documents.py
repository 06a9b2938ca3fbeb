"""The pages about the project say what is there."""

import re

import pytest

PAGES = ("README.md", "CONTRIBUTING.md", "docs/architecture.md", "notebooks/README.md")
SECTIONS = ["## Status", "## Context", "## Decision", "## Consequences"]


@pytest.fixture(name="targets", scope="module")
def _targets(root):
    text = (root / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z][a-z-]*):(?!=)", text, re.MULTILINE))


@pytest.fixture(name="decisions", scope="module")
def _decisions(root):
    return sorted((root / "docs" / "decisions").glob("*.md"))


@pytest.mark.parametrize("page", [*PAGES, ".pre-commit-config.yaml", ".ci/run"])
def test_every_verb_that_is_named_exists(page, targets, root):
    """A ``make`` verb in a page is a verb of the Makefile."""
    path = root / page
    if not path.exists():
        pytest.skip(f"{page} is not written yet")
    text = path.read_text(encoding="utf-8")
    code = "\n".join(re.findall(r"^.*make .*$", text, re.MULTILINE))
    named = set(re.findall(r"(?:`|^\s*|\$ |exec |entry: )make ([a-z][a-z-]*)", code, re.MULTILINE))
    assert set() == named - targets


def test_every_verb_says_what_it_does(targets, root):
    """``make help`` lists every verb."""
    text = (root / "Makefile").read_text(encoding="utf-8")
    explained = set(re.findall(r"^([a-z][a-z-]*):.*## \S", text, re.MULTILINE))
    assert targets == explained


@pytest.mark.parametrize("page", [*PAGES, "docs/glossary.md", "CHANGELOG.md"])
def test_every_link_between_pages_leads_somewhere(page, root):
    """A link to a file of this project names a file that is there."""
    path = root / page
    if not path.exists():
        pytest.skip(f"{page} is not written yet")
    links = re.findall(r"\]\((?!\w+:|#)([^)#]+)", path.read_text(encoding="utf-8"))
    assert [] == [link for link in links if not (path.parent / link).exists()]


def test_every_folder_of_code_stands_in_the_architecture(source, root):
    """``docs/architecture.md`` has a line for each folder."""
    text = (root / "docs" / "architecture.md").read_text(encoding="utf-8")
    folders = {module.path.parent for module in source}
    assert [] == sorted(str(one) for one in folders if f"`{one.as_posix()}/`" not in text)


def test_decisions_are_numbered_without_a_gap(decisions):
    """Each decision has its number; none is taken away."""
    expected = [f"{number:04}" for number in range(1, len(decisions) + 1)]
    assert expected == [path.name[:4] for path in decisions]


def test_every_decision_has_its_four_parts(decisions):
    """Status, context, decision, consequences, in this order."""
    faults = [
        path.name
        for path in decisions
        if re.findall(r"^## .*$", path.read_text(encoding="utf-8"), re.MULTILINE) != SECTIONS
    ]
    assert [] == faults


def test_continuous_integration_runs_every_test(root):
    """``.ci/run`` stops at the first fault and runs ``make test``."""
    path = root / ".ci" / "run"
    text = path.read_text(encoding="utf-8")
    assert text.startswith("#!/usr/bin/env bash\n")
    assert path.stat().st_mode & 0o111
    assert "set -eu" in text
    assert "make test" in text
