"""What is too large or compressed is refused before anything reads it."""

import pytest
from fastapi import Request, Response
from starlette.testclient import TestClient

from api.app import create_app
from api.security.access import Permission, Scope, declared
from api.security.intake import MAX_ADDRESS_BYTES, MAX_BODY_BYTES
from api.security.routes import DeclaredRoute


@pytest.fixture(name="taker", scope="module")
def _taker(made):
    """The app with a route that reads a body."""

    @declared(Permission.SEE_SERVICE, Scope.NOBODY)
    async def take(request: Request) -> Response:
        return Response(str(len(await request.body())))

    app = create_app(made["serang"])
    app.router.routes.append(DeclaredRoute("/api/take", take, methods=["POST"]))
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


def pieces(total, size=65_536):
    """A body without a stated length."""
    for start in range(0, total, size):
        yield b"x" * min(size, total - start)


def test_what_fits_is_taken(taker):
    """Up to the limit, with a length and without."""
    for body in (b"x" * MAX_BODY_BYTES, pieces(MAX_BODY_BYTES)):
        answer = taker.post("/api/take", content=body)
        assert (200, str(MAX_BODY_BYTES)) == (answer.status_code, answer.text)


@pytest.mark.parametrize("stated", [True, False])
def test_a_large_body_is_413(stated, taker):
    """One byte too many, whether its length is stated or not."""
    total = MAX_BODY_BYTES + 1
    answer = taker.post("/api/take", content=b"x" * total if stated else pieces(total))
    assert (413, "body_too_large") == (answer.status_code, answer.json()["code"])


@pytest.mark.parametrize("length", ["-1", "abc", "9" * 5000, "٣"])
def test_a_nonsense_length_is_413(length, client):
    """A length that is no number is no length."""
    headers = [(b"host", b"localhost"), (b"content-length", length.encode())]
    assert 413 == client.get("/api/v1/offers", headers=headers).status_code


@pytest.mark.parametrize("coding", ["gzip", "br", "deflate", "gzip, identity"])
def test_compressed_bodies_are_415(coding, client):
    """Nothing is unpacked."""
    answer = client.get("/api/v1/offers", headers={"Content-Encoding": coding})
    assert (415, "content_encoding") == (answer.status_code, answer.json()["code"])


@pytest.mark.parametrize("path", ["/", "/api/v1/offers"])
def test_a_long_address_is_414(path, client):
    """Path and query together."""
    assert 414 == client.get(f"{path}?q={'a' * MAX_ADDRESS_BYTES}").status_code
    assert 414 == client.get(f"{path}{'a' * MAX_ADDRESS_BYTES}").status_code
