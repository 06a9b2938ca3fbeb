"""The page of city assets: what is given, what waits, why others get none, how to bring assets in."""

from starlette.testclient import TestClient

from api.app import create_app
from recommender.workspace import open_workspace


def test_what_waits_is_listed_and_not_counted(client):
    """The sample's six assets wait for guidance."""
    text = client.get("/tempat").text
    assert 6 == text.count("menunggu petunjuk pusat</td>")
    assert "Belum ada aset tersedia yang cukup besar dan cukup dekat." in text
    assert "Ruang paling kecil 9 m², paling jauh 3 km garis lurus dari koperasi." in text
    assert "asumsi" in text


def test_an_available_asset_is_proposed(own, app_clock):
    """With its size, the way and that the places are rough."""
    with open_workspace(own, clock=app_clock) as workspace:
        frame = workspace.gathered().cooperatives
        first = frame[frame["premises_status"] == "none"].iloc[0]
        row = {"asset_id": "aset-1", "area_code": first["area_code"], "area_m2": 30.0, "status": "available"}
        with workspace.store.revision(author="a", source="uji", made_at=app_clock()) as revision:
            revision.upsert("assets", [{**row, "kind": "<ruko>"}])
    with TestClient(create_app(own, clock=app_clock)) as client:
        text = client.get("/tempat").text
    assert "&lt;ruko&gt;" in text
    assert "30 m²" in text
    assert "perkiraan: dari tengah wilayah" in text
    assert "Belum ada aset tersedia" not in text


def test_without_assets_it_says_how_to_bring_them_in(clients):
    """The template and the import are one step away."""
    for name in ("kosong", "empty"):
        text = clients[name].get("/tempat").text
        assert 'href="/unduh/templat/assets.xlsx"' in text
        assert 'href="/impor"' in text


def test_the_distance_lives_in_the_address(client):
    """Chosen from the list or typed; nonsense is refused with what to write."""
    assert "paling jauh 5 km" in client.get("/tempat", params={"km": "5"}).text
    assert "paling jauh 2,5 km" in client.get("/tempat", params={"km": "2,5"}).text
    for typed in ("abc", "-1", "1e9", "nan"):
        answer = client.get("/tempat", params={"km": typed})
        assert 422 == answer.status_code
        assert "tidak dapat dipakai" in answer.text
