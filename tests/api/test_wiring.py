"""Answers are kept while nothing has changed, and made anew when anything has."""

import datetime as dt

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.wiring import KeptAnswers
from recommender.workspace import open_workspace

PATH = "/api/v1/cooperatives/kkmp-3673011007"
PATHS = [
    PATH,
    f"{PATH}/suggestions",
    "/api/v1/offers",
    "/",
    "/koperasi/kkmp-3673011007",
    "/static/sanding.css",
]


def change(settings, clock, name):
    """Give the cooperative another name, through a connection of its own."""
    with (
        open_workspace(settings, clock=clock) as workspace,
        workspace.store.revision(author="t", source="t", made_at=clock()) as revision,
    ):
        revision.upsert("cooperatives", [{"cooperative_id": "kkmp-3673011007", "name": name}])


@pytest.mark.parametrize("path", PATHS)
def test_an_unchanged_answer_is_not_sent_again(path, client):
    """``If-None-Match`` gets 304 without a body, with the same headers of security."""
    first = client.get(path)
    again = client.get(path, headers={"If-None-Match": first.headers["etag"]})
    assert (304, b"") == (again.status_code, again.content)
    assert first.headers["etag"] == again.headers["etag"]
    assert first.headers["content-security-policy"] == again.headers["content-security-policy"]


@pytest.mark.parametrize("sent", ['"other"', "nonsense", ""])
def test_another_tag_gets_the_body(sent, client):
    """Only the tag itself says that the body is known."""
    assert 200 == client.get(PATH, headers={"If-None-Match": sent}).status_code


@pytest.mark.parametrize("form", ["W/{}", '"a", {}', "*"])
def test_tags_come_in_several_forms(form, client):
    """Weak, in a list, or any."""
    tag = client.get(PATH).headers["etag"]
    assert 304 == client.get(PATH, headers={"If-None-Match": form.format(tag)}).status_code


@pytest.mark.slow
def test_a_change_from_elsewhere_shows_at_once(own, app_clock):
    """Another process writes; the next answer knows it."""
    with TestClient(create_app(own, clock=app_clock)) as client:
        tags = set()
        for number in range(5):
            change(own, app_clock, f"Nama {number}")
            answer = client.get(PATH)
            assert f"Nama {number}" == answer.json()["name"]
            assert f"Nama {number}" in client.get("/koperasi/kkmp-3673011007").text
            tags.add(answer.headers["etag"])
    assert 5 == len(tags)


def test_a_new_day_is_a_change(own):
    """The day moves on at midnight in Jakarta."""
    now = [dt.datetime(2026, 11, 21, 16, 59, tzinfo=dt.UTC)]
    with TestClient(create_app(own, clock=lambda: now[0])) as client:
        before = client.get(f"{PATH}/suggestions").json()["at"]
        now[0] += dt.timedelta(minutes=2)
        after = client.get(f"{PATH}/suggestions").json()["at"]
    assert ("2026-11-21", "2026-11-22") == (before, after)


def test_languages_are_kept_apart(client):
    """One address, two languages, two answers."""
    tags = {
        client.get(f"{PATH}/suggestions", headers={"Accept-Language": language}).headers["etag"]
        for language in ("id", "en")
    }
    assert 2 == len(tags)


def test_the_same_question_twice_gives_the_same_bytes(made):
    """From memory or made anew."""
    bodies = set()
    for _ in range(2):
        with TestClient(create_app(made["serang"])) as client:
            bodies |= {client.get(f"{PATH}/suggestions?at=2026-11-21").content for _ in range(2)}
    assert 1 == len(bodies)


def test_memory_is_bounded(made):
    """The longest unused answers go first."""
    app = create_app(made["serang"])
    app.state.keeper = keeper = KeptAnswers(lambda _: "id", most_bytes=60_000)
    with TestClient(app) as client:
        for number in range(1, 60):
            assert 200 == client.get(f"/api/v1/cooperatives?limit={number}").status_code
            assert keeper._bytes <= 60_000
    assert keeper._bytes == sum(len(kept.response.body) for kept in keeper._kept.values())
    assert keeper._kept


def test_errors_are_not_kept(client):
    """A missing record may come."""
    client.get("/api/v1/offers/nihil")
    assert not any("nihil" in key[1] for key in client.app.state.keeper._kept)


def test_asking_a_server_of_a_database_does_not_hold_up_others(made):
    """The same answers when the store is asked from a thread."""
    app = create_app(made["serang"])
    app.state.keeper = KeptAnswers(lambda _: "id", waits=True)
    with TestClient(app) as client:
        assert client.get(PATH).content == client.get(PATH).content
