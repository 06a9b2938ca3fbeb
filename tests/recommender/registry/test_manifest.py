"""Every letter of a manifest counts, and nothing more than it says is believed."""

import json

import pytest

from recommender.errors import RefusedError
from recommender.registry.manifest import FORMAT, read_manifest
from recommender.registry.registering import described
from tests.learned import make_facts


@pytest.fixture(name="manifest", scope="module")
def _manifest(models):
    return described(models[0], make_facts(models[0]))[0]


def test_a_manifest_comes_back_as_it_was(manifest):
    """Days, moments, blanks, in the same bytes."""
    text = manifest.to_bytes()
    assert manifest == read_manifest(text)
    assert text == read_manifest(text).to_bytes()


def test_it_describes_its_own_arrays_only(models, manifest):
    """By their SHA-256."""
    _, payload = described(models[0], make_facts(models[0]))
    assert manifest.describes(payload)
    assert not manifest.describes(payload + b"x")


def test_another_format_is_named_with_ours(manifest):
    """So that one knows which program to install."""
    text = manifest.to_bytes().replace(b'"format":1', b'"format":7')
    with pytest.raises(RefusedError) as caught:
        read_manifest(text)
    for message in (caught.value.message_id, caught.value.message_en):
        assert all(word in message for word in ("7", str(FORMAT), "sanding train"))


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("features", None),
        ("more", 1),
        ("format", True),
        ("format", "1"),
        ("facts.outcome_count", "60"),
        ("facts.trained_at", "2026-11-21T05:00:00"),
        ("facts.passed", 1),
        ("layout.line", ["<f8", [1.0]]),
    ],
)
def test_a_manifest_of_another_make_is_refused(manifest, place, value):
    """Something is missing, added, or of another kind."""
    content = json.loads(manifest.to_bytes())
    *outer, name = place.split(".")
    held = content[outer[0]] if outer else content
    if value is None:
        del held[name]
    else:
        held[name] = value
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    with pytest.raises(RefusedError, match="Keterangan model"):
        read_manifest(text)


@pytest.mark.parametrize(
    "text",
    [b"", b"\xff", b"[]", b"null", b"{", b"[" * 100_000, b'{"format":1}', b'{"format":NaN}'],
    ids=range(8),
)
def test_what_is_no_manifest_is_refused(text):
    """However it is broken."""
    with pytest.raises(RefusedError, match="Keterangan model"):
        read_manifest(text)


@pytest.mark.parametrize(("old", "new"), [(b"}", b"} "), (b":", b": "), (b"{", b'{"format":1,')])
def test_the_same_content_written_otherwise_is_refused(manifest, old, new):
    """One content has one writing, so that one seal stands for it."""
    with pytest.raises(RefusedError):
        read_manifest(manifest.to_bytes().replace(old, new, 1))


def test_a_figure_is_a_number_or_blank(models):
    """Neither infinite nor nonsense."""
    with pytest.raises(ValueError, match="finite"):
        make_facts(models[0], figures={"ece": float("nan")})
