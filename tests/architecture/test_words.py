"""What stands nowhere: addresses of registries, paths of one machine, half-finished remarks."""

import re

import pytest


def joined(*parts):
    """A needle, put together only here, so that this file does not hold it."""
    return "".join(parts)


REGISTRIES = [
    joined("py", "pi"),
    joined("python", "hosted"),
    joined("npm", "js"),
    joined("registry.", "npm"),
    joined("un", "pkg"),
    joined("jsdeli", "vr"),
    joined("cdn", "js"),
    joined("conda", "-forge"),
]
MACHINE_PATHS = [
    joined("/wo", "rk/"),
    joined("/tm", "p/"),
    joined("/ro", "ot/"),
    joined("/ho", "me/"),
    joined("/Use", "rs/"),
]
AUTHORS = [
    joined("chat", "gpt"),
    joined("cla", "ude"),
    joined("anthro", "pic"),
    joined("open", "ai"),
    joined("co", "pilot"),
    joined("language ", "model"),
    joined("ai", "-generated"),
]
REMARKS = [
    joined(r"\bTO", r"DO\b"),
    joined(r"\bFIX", r"ME\b"),
    joined(r"\bXX", r"X\b"),
    joined(r"\bHA", r"CK\b"),
    joined(r"\bissue", r" #?\d"),
    joined(r"\bthe br", r"ief\b"),
]
# Licence texts name their own address; data and images are not prose.
TEXT = {
    ".py",
    ".md",
    ".toml",
    ".txt",
    ".in",
    ".csv",
    ".html",
    ".css",
    ".js",
    ".sh",
    ".yaml",
    ".yml",
}
TEXT |= {".ini", ".json", ".ipynb", ".mako", ".svg", ".cfg", ""}


@pytest.fixture(name="texts", scope="module")
def _texts(files, root):
    """Every text file's relative path and lines."""
    found = []
    for path in files:
        if path.suffix not in TEXT or "vendor" in path.parts:
            continue
        lines = path.read_text(encoding="utf-8").splitlines()
        found.append((str(path.relative_to(root)), lines))
    return found


def hits(texts, pattern):
    """Places where a pattern stands, case ignored."""
    seek = re.compile(pattern, re.IGNORECASE).search
    return [
        f"{path}:{number}: {line.strip()[:80]}"
        for path, lines in texts
        for number, line in enumerate(lines, start=1)
        if seek(line)
    ]


@pytest.mark.parametrize("needle", [*REGISTRIES, *MACHINE_PATHS, *AUTHORS])
def test_no_file_holds_the_word(needle, texts):
    """Pins carry hashes and no address; paths are relative; the text speaks of the product."""
    assert [] == hits(texts, re.escape(needle))


@pytest.mark.parametrize("pattern", REMARKS)
def test_no_remark_is_left_over(pattern, texts):
    """What is not done stands in the changelog or is done."""
    written = [(path, lines) for path, lines in texts if not path.endswith(".csv")]
    assert [] == hits(written, pattern)


def test_a_hit_names_its_place():
    """The message says where to look."""
    assert ["a.md:2: see /X/"] == hits([("a.md", ["none", "see /X/"])], "/x/")
