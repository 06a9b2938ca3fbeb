"""A form is taken from this site's own pages only, whatever the browser tells of itself."""

import pytest
from starlette.datastructures import Headers

from api.security.same_origin import is_own

PAGE = "/koperasi/kkmp-3673011007/profil/member_count"
OWN = "http://testserver"
CASES = [
    ({"Sec-Fetch-Site": "same-origin"}, True),
    ({"Sec-Fetch-Site": "none"}, True),
    ({"Sec-Fetch-Site": "same-site"}, False),
    ({"Sec-Fetch-Site": "cross-site", "Origin": OWN}, False),
    ({"Sec-Fetch-Site": "same-origin", "Origin": "http://evil.example"}, True),
    ({"Origin": OWN}, True),
    ({"Origin": "http://evil.example"}, False),
    ({"Origin": "null"}, False),
    ({"Origin": f"{OWN}.evil.example"}, False),
    ({"Origin": "http://testserver:8000"}, False),
    ({"Sec-Fetch-Site": ""}, False),
    ({}, False),
]


@pytest.mark.parametrize(("headers", "is_taken"), CASES)
@pytest.mark.parametrize("language", ["id", "en"])
def test_a_form_is_taken_from_own_pages_only(headers, is_taken, language, client):
    """Refused with 403 before anything reads it; a form that is taken is checked (this one is empty)."""
    answer = client.post(PAGE, data={}, headers={"Accept-Language": language, **headers})
    assert (422 if is_taken else 403) == answer.status_code
    if not is_taken:
        words = {
            "id": "Formulir harus dikirim dari halaman Sanding",
            "en": "must be sent from a page of Sanding",
        }
        assert words[language] in answer.text


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_every_unsafe_method_is_guarded(method, client):
    """Also where no route takes it, so nothing tells what is there."""
    assert 403 == client.request(method, "/", headers={"Sec-Fetch-Site": "cross-site"}).status_code


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_links_from_elsewhere_are_followed(method, client):
    """Reading changes nothing."""
    assert 200 == client.request(method, "/", headers={"Sec-Fetch-Site": "cross-site"}).status_code


def test_a_program_says_nothing_of_sites(client):
    """Below /api/ a request without both headers goes through; one from a foreign page does not."""
    path = "/api/v1/offers"
    assert 405 == client.post(path).status_code
    refused = client.post(path, headers={"Origin": "http://evil.example"})
    assert (403, "cross_site") == (refused.status_code, refused.json()["code"])


@pytest.mark.parametrize(
    ("origin", "host", "expected"),
    [
        ("http://localhost:8000", "localhost:8000", True),
        ("http://LOCALHOST", "localhost", True),
        ("http://localhost", "localhost:80", True),
        ("https://localhost", "localhost:443", True),
        ("https://localhost", "localhost:80", False),
        ("ftp://localhost", "localhost", False),
        ("http://", "localhost", False),
        ("http://localhost", "", False),
    ],
)
def test_an_origin_must_be_the_host(origin, host, expected):
    """Name and port; the scheme's usual port may be left out."""
    assert expected is is_own(Headers({"origin": origin, "host": host}))


def test_two_answers_are_none():
    """Doubled headers are not trusted."""
    twice = Headers(raw=[(b"sec-fetch-site", b"same-origin"), (b"sec-fetch-site", b"cross-site")])
    assert is_own(twice) is False
    origins = Headers(raw=[(b"host", b"a"), (b"origin", b"http://a"), (b"origin", b"http://b")])
    assert is_own(origins) is False
