"""Bad requests get a problem that says what to do and never repeats what was sent."""

import json
import tomllib
from importlib.resources import files

import pytest

from api.problems import problem_named, problem_of, problem_of_status
from recommender.errors import (
    ImportRefusedError,
    NotFoundError,
    RefusedError,
    StoreDamagedError,
    StoreReadOnlyError,
)

MARK = "zqx9marker"
BAD = [
    ("/api/v1/cooperatives?limit=0", 422, "page_invalid"),
    ("/api/v1/cooperatives?limit=-1", 422, "page_invalid"),
    ("/api/v1/cooperatives?limit=1000000000", 422, "page_invalid"),
    ("/api/v1/cooperatives?limit=99999999999999999999999999", 422, "page_invalid"),
    (f"/api/v1/cooperatives?limit={MARK}", 422, "page_invalid"),
    (f"/api/v1/cooperatives?cursor={MARK}", 422, "page_invalid"),
    (f"/api/v1/cooperatives?cursor={MARK * 100}", 422, "page_invalid"),
    (f"/api/v1/cooperatives?{MARK}=1", 422, "parameter_unknown"),
    (f"/api/v1/cooperatives?q={MARK}&q=b", 422, "parameter_repeated"),
    (f"/api/v1/cooperatives?updated_since={MARK}", 422, "parameter_invalid"),
    ("/api/v1/cooperatives?updated_since=2026-01-01T00:00:00", 422, "parameter_invalid"),
    (f"/api/v1/cooperatives/kkmp-3673011007/suggestions?objective={MARK}", 422, "parameter_invalid"),
    (f"/api/v1/cooperatives/kkmp-3673011007/suggestions?explain={MARK}", 422, "parameter_invalid"),
    (f"/api/v1/cooperatives/kkmp-3673011007/suggestions?blocked={MARK}", 422, "parameter_invalid"),
    (f"/api/v1/cooperatives/kkmp-3673011007/suggestions?at={MARK}", 422, "parameter_invalid"),
    ("/api/v1/cooperatives/kkmp-3673011007/suggestions?at=1700000000", 422, "parameter_invalid"),
    ("/api/v1/cooperatives/kkmp-3673011007/suggestions?at=2026-13-45", 422, "parameter_invalid"),
    ("/api/v1/cooperatives/kkmp-3673011007/suggestions?at=9999-12-31", 422, "parameter_invalid"),
    ("/api/v1/cooperatives/kkmp-3673011007/suggestions?limit=0", 422, "page_invalid"),
    (f"/api/v1/cooperatives/{MARK}", 404, "not_found"),
    (f"/api/v1/cooperatives/{MARK}/suggestions", 404, "not_found"),
    (f"/api/v1/cooperatives/{MARK}/eligibility", 404, "not_found"),
    (f"/api/v1/offers/{MARK}", 404, "not_found"),
    (f"/api/v1/offers/{MARK}/suggestions", 404, "not_found"),
    (f"/api/v1/offers/{MARK}/requirements", 404, "not_found"),
    ("/api/v1/cooperatives/%00", 404, "not_found"),
    ("/api/v1/cooperatives/..%2f..%2f", 404, "not_found"),
    ("/api/v1/cooperatives/%ff%fe", 404, "not_found"),
    ("/api/v1/cooperatives/-1", 404, "not_found"),
    (f"/api/v1/{MARK}", 404, "not_found"),
    (f"/api/v1/cooperatives?q={'a' * 9000}", 414, "address_too_long"),
]


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize(("path", "status", "code"), BAD)
def test_bad_requests(path, status, code, language, client):
    """Status, stable code, both languages, no echo."""
    answer = client.get(path, headers={"Accept-Language": language})
    body = answer.json()
    assert (status, code) == (answer.status_code, body["code"])
    assert "application/problem+json" == answer.headers["content-type"]
    assert language == answer.headers["content-language"]
    assert answer.headers["x-request-id"] == body["request_id"]
    assert MARK not in answer.text
    assert {"type", "title", "status", "code", "detail", "request_id"} <= set(body)


@pytest.mark.parametrize(
    "path", ["/koperasi/zqx9marker", "/model-bisnis/%3Cscript%3E", "/koperasi/%00/x", "/none"]
)
@pytest.mark.parametrize(("language", "title"), [("id", "Tidak ditemukan"), ("en", "Not found")])
def test_people_get_a_page(path, language, title, client):
    """The page says what to do and repeats nothing."""
    answer = client.get(path, headers={"Accept-Language": language})
    assert 404 == answer.status_code
    assert f"<h1>{title}</h1>" in answer.text
    assert MARK not in answer.text
    assert "<script" not in answer.text


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE", "OPTIONS", "NONSENSE"])
@pytest.mark.parametrize("path", ["/api/v1/cooperatives", "/", "/health/live", "/static/sanding.css"])
def test_a_wrong_verb_is_told_the_right_ones(method, path, client):
    """405 with ``Allow``; from a page of its own, since others are stopped before."""
    answer = client.request(method, path, headers={"Sec-Fetch-Site": "same-origin"})
    assert (405, "GET, HEAD") == (answer.status_code, answer.headers["allow"])


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "10.0.0.1", ""]
)
def test_a_foreign_host_is_refused(host, client):
    """A page of another name must not read along."""
    answer = client.get("/api/v1/offers", headers={"Host": host})
    assert (400, "host_unknown") == (answer.status_code, answer.json()["code"])
    assert 400 == client.get("/", headers={"Host": host}).status_code


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8000", "127.0.0.1:1", "[::1]:8000", "testserver"])
def test_this_computers_names_are_known(host, client):
    """With any port."""
    assert 200 == client.get("/health/live", headers={"Host": host}).status_code


def test_the_known_parameters_are_named(client):
    """Whoever mistypes one finds the right one in the answer."""
    errors = client.get("/api/v1/cooperatives?kecamatan=x").json()["errors"]
    assert "cursor, district, limit, q, updated_since" in errors[0]["detail"]


def test_the_range_is_named(client):
    """What would fit, not what was sent."""
    body = client.get("/api/v1/offers?limit=501", headers={"Accept-Language": "en"}).json()
    assert [{"location": "query.limit", "code": "out_of_range", "detail": "At most 500."}] == body["errors"]


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (NotFoundError("a", "b"), 404, "not_found"),
        (RefusedError("a", "b"), 422, "refused"),
        (ImportRefusedError("a", "b", []), 422, "import_refused"),
        (StoreDamagedError("a", "b"), 503, "store"),
        (StoreReadOnlyError("a", "b"), 507, "store_read_only"),
    ],
)
def test_the_table_of_errors(error, status, code):
    """One place turns the tree of errors into statuses."""
    problem = problem_of(error)
    assert (status, code) == (problem.status, problem.code)


def test_the_most_particular_words_win():
    """A store that cannot be written is not merely a store that fails."""
    assert {"Retry-After": "5"} == dict(problem_of(StoreDamagedError("a", "b")).headers)
    assert "internal" == problem_of_status(599).code
    assert "bad_request" == problem_of_status(418).code


def test_every_code_has_all_its_words():
    """Both languages, a sensible status, sentences that end."""
    table = tomllib.loads(files("api").joinpath("problems.toml").read_text(encoding="utf-8"))
    for code, row in table.items():
        assert {"status", "title_id", "title_en", "detail_id", "detail_en"} == set(row), code
        assert 400 <= row["status"] < 600
        assert row["detail_id"].endswith(".")
        assert row["detail_en"].endswith(".")
        json.dumps(problem_named(code).body("id", "x"))
