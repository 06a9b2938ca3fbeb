"""Every live route against every kind of caller: nothing is open that does not say so."""

import pytest
from fastapi.routing import iter_route_contexts
from starlette.testclient import TestClient

from api.app import create_app
from api.security.access import Permission, Principal, Scope, declaration_of
from recommender.settings import Settings
from recommender.workspace import init_workspace

VALUES = {
    "cooperative_id": "kkmp-3673011007",
    "offer_id": "token-pln",
    "name": "sanding.css",
    "field": "member_count",
    "table": "areas",
    "upload_id": "0" * 32,
    "scheme_id": "pmk-49-2025",
    "version": "fit-000000000000",
    "allocation_id": "rencana-000000000000",
}
# Below these a file, an import or a kept plan has to be there first.
LATER = ("/impor/", "/alokasi/", "/api/v1/allocations/rencana-")
# What a route cannot answer without.
PLAN = "/api/v1/allocations/{allocation_id}"
QUERIES = {
    "/api/v1/financing/{scheme_id}/schedule": "?principal_idr=1000000",
    f"{PLAN}/why-not": "?cooperative_id=k&offer_id=o",
    f"{PLAN}/compare": "?with=rencana-0",
}


@pytest.fixture(name="scratch", scope="module")
def _scratch(tmp_path_factory):
    """Settings of a store that calls may write into."""
    settings = Settings(home=tmp_path_factory.mktemp("scratch"))
    init_workspace(settings, sample="serang").close()
    return settings


@pytest.fixture(name="routes", scope="module")
def _routes(client):
    """Every live route: its path with values filled in, and the route."""
    found = [context.original_route for context in iter_route_contexts(client.app.routes)]
    return [
        (route.path_format.format(**VALUES) + QUERIES.get(route.path_format, ""), route) for route in found
    ]


def test_the_table_is_that_of_the_live_app(routes):
    """Pages, REST, health, the description and the files are all in it."""
    paths = {path for path, _ in routes}
    expected = {"/", "/static/sanding.css", "/health/live", "/api/v1/openapi.json", "/api/v1/cooperatives"}
    assert expected <= paths
    assert len(paths) >= 22


def test_every_route_declares_permission_and_scope(routes):
    """A route without a declaration would be a leak."""
    assert [] == [path for path, route in routes if declaration_of(route.endpoint) is None]


def test_every_handler_of_errors_declares_its_access(client):
    """What answers a missing page is an answer, too."""
    handlers = client.app.exception_handlers
    assert len(handlers) >= 4
    assert [] == [raised for raised, handler in handlers.items() if declaration_of(handler) is None]


def test_one_cooperatives_rows_are_under_its_own_scope(routes):
    """An address that names a cooperative shows that one's rows only."""
    wrong = [
        path
        for path, route in routes
        if "{cooperative_id}" in route.path_format and route.declaration.access.scope is not Scope.COOPERATIVE
    ]
    assert [] == wrong


@pytest.mark.slow
def test_the_local_person_may_call_every_route(client, routes):
    """Until accounts exist, whoever sits at the computer sees everything."""
    here = [path for path, route in routes if "GET" in route.methods and not path.startswith(LATER)]
    assert [] == [path for path in here if client.get(path).status_code != 200]
    there = {client.get(path).status_code for path, _ in routes if path.startswith(LATER)}
    assert {404, 405, 409} >= there


@pytest.mark.parametrize("address", ["192.0.2.7", "10.0.0.5", "2001:db8::1", "::ffff:10.0.0.5", "nonsense"])
def test_no_route_answers_another_computer(address, client, routes):
    """Without accounts nobody else gets anything, whatever they claim."""
    away = TestClient(client.app, client=(address, 1234), raise_server_exceptions=False)
    claims = {"X-Forwarded-For": "127.0.0.1", "Forwarded": "for=127.0.0.1"}
    for path, _ in [*routes, ("/nowhere", None)]:
        assert 403 == away.get(path, headers=claims).status_code, path


@pytest.mark.parametrize("permission", Permission)
@pytest.mark.slow
def test_a_caller_without_the_permission_is_refused(permission, scratch, routes):
    """Each route demands exactly what it declares."""
    app = create_app(scratch)
    with TestClient(app, raise_server_exceptions=False) as client:
        app.state.principal = lambda _: Principal("poor", frozenset(Permission) - {permission})
        for path, route in routes:
            demanded = route.declaration.access.permission
            method = "GET" if "GET" in route.methods else "POST"
            status = client.request(method, path, headers={"Sec-Fetch-Site": "same-origin"}).status_code
            assert (demanded is permission) == (status == 403), path
            opens = method == "GET" and not path.startswith(LATER)
            assert demanded is permission or not opens or status == 200, path


@pytest.mark.slow
def test_models_are_for_those_who_may_see_and_change_them_only(scratch, routes):
    """Everything else an advisor does is open to one who may do neither."""
    app = create_app(scratch)
    models = {Permission.SEE_MODELS, Permission.MANAGE_MODELS}
    with TestClient(app, raise_server_exceptions=False) as client:
        app.state.principal = lambda _: Principal("advisor", frozenset(Permission) - models)
        refused = {
            (method, path)
            for path, route in routes
            for method in route.methods & {"GET", "POST"}
            if not path.startswith(LATER) and client.request(method, path).status_code == 403
        }
    own = {
        ("GET", "/model"),
        ("GET", "/api/v1/models"),
        ("POST", "/api/v1/models/fit-000000000000/promote"),
    }
    assert own == {one for one in refused if one[1].endswith("/model") or "models" in one[1]}
    posts = {one for one in refused - own if one[0] == "GET"}
    assert set() == posts


def test_kept_answers_are_not_shared_between_callers(made):
    """What one caller may see is never another's answer from memory."""
    app = create_app(made["serang"])
    with TestClient(app, raise_server_exceptions=False) as client:
        assert 200 == client.get("/api/v1/offers").status_code
        app.state.principal = lambda _: Principal("nobody", frozenset())
        assert 403 == client.get("/api/v1/offers").status_code


def test_websockets_are_closed(client):
    """There are none, and none is left open."""
    sent = []

    async def send(message):
        sent.append(message)

    async def receive():
        return {"type": "websocket.connect"}

    scope = {"type": "websocket", "path": "/", "headers": [], "client": ("127.0.0.1", 1), "query_string": b""}
    client.portal.call(client.app, scope, receive, send)
    assert ["websocket.close"] == [message["type"] for message in sent]


def test_settings_alone_make_an_app(tmp_path):
    """Making the app opens nothing; the store is opened when it starts."""
    assert create_app(Settings(home=tmp_path)).state.settings.home == tmp_path
    assert [] == list(tmp_path.iterdir())
