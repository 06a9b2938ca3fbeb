"""The app starts only when every route is declared, and closes what it opened."""

import pytest
from starlette.testclient import TestClient

from api import app as module
from api.app import create_app, served_app
from api.security.access import Permission, Scope, UndeclaredRouteError, declared
from api.security.routes import DeclaredRoute, demand_declarations
from recommender.errors import StoreMissingError
from recommender.settings import Settings


def test_an_undeclared_route_stops_the_app(made):
    """A plain FastAPI route says nothing of who may call it."""
    app = create_app(made["serang"])
    app.get("/forgotten")(lambda: "open")
    with pytest.raises(UndeclaredRouteError, match="/forgotten"):
        demand_declarations(app)


def test_a_declared_route_of_the_wrong_kind_stops_the_app(made):
    """A declaration that nothing enforces is none."""
    app = create_app(made["serang"])
    app.get("/unguarded")(declared(Permission.SEE_SERVICE, Scope.NOBODY)(lambda: "open"))
    with pytest.raises(UndeclaredRouteError, match="/unguarded"):
        demand_declarations(app)


def test_a_guarded_route_needs_a_declaration_to_be_registered():
    """The fault shows where the route is written."""
    with pytest.raises(UndeclaredRouteError, match="/bare"):
        DeclaredRoute("/bare", lambda: "open")


def test_an_undeclared_handler_stops_the_app(made):
    """Answers to errors are declared as well."""
    app = create_app(made["serang"])
    app.add_exception_handler(KeyError, lambda _request, _error: None)
    with pytest.raises(UndeclaredRouteError, match="KeyError"):
        demand_declarations(app)


def test_a_missing_store_stops_the_start(tmp_path):
    """The error says what to do; nothing is made in passing."""
    app = create_app(Settings(home=tmp_path / "nowhere"))
    with pytest.raises(StoreMissingError), TestClient(app):
        pass
    assert not (tmp_path / "nowhere").exists()


def test_the_environment_names_the_store(made, monkeypatch):
    """``served_app`` is what servers start."""
    monkeypatch.setenv("SANDING_HOME", str(made["serang"].home))
    with TestClient(served_app()) as client:
        assert 200 == client.get("/health/ready").status_code


def test_the_app_can_be_started_again(made):
    """Closing gives everything back."""
    app = create_app(made["serang"])
    for _ in range(2):
        with TestClient(app) as client:
            assert 200 == client.get("/api/v1/partners").status_code


def test_a_surprise_is_a_plain_500(own, monkeypatch, caplog):
    """The answer says nothing of the cause; the log does, under the same id."""
    with TestClient(create_app(own), raise_server_exceptions=False) as client:
        secret = "kunci-rahasia-123"
        monkeypatch.setattr(client.app.state, "principal", lambda _: {}[secret])
        for path in ("/api/v1/offers", "/"):
            answer = client.get(path)
            assert 500 == answer.status_code
            assert secret not in answer.text + str(answer.headers)
            assert answer.headers["x-request-id"] in caplog.text
            assert "no-store" == answer.headers["cache-control"]
    assert secret in caplog.text


def test_a_broken_store_is_503_with_a_time_to_come_back(own):
    """The door names no file."""
    with TestClient(create_app(own), raise_server_exceptions=False) as client:
        assert 200 == client.get("/health/ready").status_code
        client.app.state.workspace.store.close()
        for path in own.home.iterdir():
            path.unlink()
        own.home.joinpath("sanding.db").write_bytes(b"no database at all" * 100)
        answer = client.get("/health/ready")
        assert (503, "5") == (answer.status_code, answer.headers["retry-after"])
        assert str(own.home) not in answer.text
        assert 200 == client.get("/health/live").status_code


def test_nothing_is_made_at_import():
    """The module holds functions, no app."""
    assert not hasattr(module, "app")
