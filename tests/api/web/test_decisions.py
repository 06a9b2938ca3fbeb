"""The page on which the members' decision is recorded."""

import pytest
from starlette.testclient import TestClient

from api.app import create_app

PAGE = "/koperasi/kkmp-3673011007/keputusan"
FORM = {"tanggal": "2025-10-04", "model": ["token-pln", "agen-umrah"], "hadir": "40", "setuju": "30"}
OWN = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture(name="writer")
def _writer(own, app_clock):
    """A client on a store of its own, which sends forms as a browser does."""
    with TestClient(create_app(own, clock=app_clock), raise_server_exceptions=False) as client:
        client.headers.update(OWN)
        yield client


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_decision_is_recorded_and_shown_beside_the_advice(language, writer):
    """On its page and on the cooperative's, in both languages."""
    answer = writer.post(f"{PAGE}?lang={language}", data=FORM, follow_redirects=False)
    assert 303 == answer.status_code
    text = writer.get(answer.headers["location"]).text
    assert {"id": "Dicatat.", "en": "Recorded."}[language] in text
    assert "peringkat" in text or "rank" in text
    assert "Agen token dan tagihan listrik PLN" in writer.get("/koperasi/kkmp-3673011007").text


def test_what_does_not_fit_comes_back_with_what_was_typed(writer):
    """Beside its field; nothing is recorded."""
    wrong = {**FORM, "setuju": "tiga puluh", "model": "token-pln", "berita": "BA <7>"}
    answer = writer.post(PAGE, data=wrong)
    assert 422 == answer.status_code
    assert "bukan jumlah orang" in answer.text
    assert "tiga puluh" in answer.text
    assert "BA &lt;7&gt;" in answer.text
    for change in ({"tanggal": "besok"}, {"tanggal": "2099-01-01"}, {"hadir": "3"}, {"model": "tidak-ada"}):
        assert 422 == writer.post(PAGE, data={**FORM, **change}).status_code
    assert "Belum ada keputusan" in writer.get(PAGE).text


def test_another_site_may_not_record(writer):
    """A form of somebody else is refused."""
    answer = writer.post(PAGE, data=FORM, headers={"Sec-Fetch-Site": "cross-site"})
    assert 403 == answer.status_code


def test_a_cooperative_that_is_not_there_has_no_page(writer):
    """Nor can anything be recorded for it."""
    assert 404 == writer.get("/koperasi/nobody/keputusan").status_code
    assert 404 == writer.post("/koperasi/nobody/keputusan", data=FORM).status_code
