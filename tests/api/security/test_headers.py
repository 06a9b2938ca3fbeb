"""Every answer carries the headers of security, whatever it is."""

import pytest

from api.security.headers import CONTENT_SECURITY_POLICY

PATHS = [
    "/",
    "/koperasi/kkmp-3673011007",
    "/model-bisnis",
    "/static/sanding.css",
    "/static/none",
    "/api/v1/offers",
    "/api/v1/offers?limit=0",
    "/api/v1/none",
    "/none",
    "/health/live",
    "/api/v1/openapi.json",
]
HEADERS = {
    "content-security-policy": CONTENT_SECURITY_POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
@pytest.mark.parametrize("path", PATHS)
def test_every_answer_has_them(path, method, client):
    """Pages, files, data, errors of every kind; each header once."""
    answer = client.request(method, path)
    for name, value in HEADERS.items():
        assert [value] == answer.headers.get_list(name), name
    for name in ("cache-control", "vary", "x-request-id", "content-type"):
        assert 1 == len(answer.headers.get_list(name)), name
    assert "Accept-Language" in answer.headers["vary"]


def test_the_policy_lets_nothing_else_in():
    """No inline code or style, no other site, no frame, no object."""
    directives = dict(part.strip().split(" ", 1) for part in CONTENT_SECURITY_POLICY.split(";"))
    assert "'none'" == directives["default-src"]
    assert {"'self'"} == {directives[name] for name in ("script-src", "style-src", "font-src", "connect-src")}
    assert "unsafe" not in CONTENT_SECURITY_POLICY
    assert "http" not in CONTENT_SECURITY_POLICY


@pytest.mark.parametrize("path", PATHS)
def test_head_is_get_without_the_body(path, client):
    """The same status and headers."""
    whole, bare = client.get(path), client.head(path)
    assert (whole.status_code, b"") == (bare.status_code, bare.content)
    for name in ("content-type", "etag", "content-length"):
        assert whole.headers.get(name) == bare.headers.get(name)


def test_errors_are_never_stored(client):
    """Data may be kept if asked about each time; errors and health not at all."""
    assert "private, no-cache" == client.get("/api/v1/offers").headers["cache-control"]
    assert "no-store" == client.get("/api/v1/none").headers["cache-control"]
    assert "no-store" == client.get("/health/live").headers["cache-control"]


def test_each_request_has_its_own_id(client):
    """Two answers, two ids, also from memory."""
    ids = {client.get("/api/v1/offers").headers["x-request-id"] for _ in range(5)}
    assert 5 == len(ids)
