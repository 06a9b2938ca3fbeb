"""What-if shows before and after and stores nothing."""

import re

import pytest

from api.web.what_if import DOCUMENTS, NUMBERS

PLACE = "/koperasi/kkmp-3673011007/andai"
ASKED = {"own_capital_idr": "50 juta", "shop_area_m2": "40", "has_business_number": "ya"}


def plain(answer):
    """The text of a page in single spaces."""
    return " ".join(re.sub(r"<[^>]+>", " ", answer.text).split())


@pytest.mark.parametrize(
    ("language", "words"),
    [("id", ["data tidak disimpan", "Sebelum → sesudah", "naik"]), ("en", ["nothing is stored", "up"])],
)
@pytest.mark.parametrize("store", ["serang", "kosong"])
def test_before_and_after_without_a_trace(store, language, words, clients):
    """The store's head is the same, the address holds what was supposed."""
    client = clients[store]
    head = client.app.state.workspace.store.head()
    answer = client.get(PLACE, params=ASKED, headers={"Accept-Language": language})
    assert 200 == answer.status_code
    assert [] == [one for one in words if one not in plain(answer)]
    assert re.search(r"\d+ → \d+", plain(answer))
    assert 'value="50 juta"' in answer.text
    assert re.search(r'id="has_business_number"[^>]* checked', answer.text)
    assert head == client.app.state.workspace.store.head()


@pytest.mark.parametrize("language", ["id", "en"])
def test_what_cannot_be_read_comes_back_on_the_form(language, client):
    """With its sentence, and what was typed."""
    answer = client.get(PLACE, params={"member_count": "banyak"}, headers={"Accept-Language": language})
    assert 422 == answer.status_code
    assert ("bukan angka" if language == "id" else "is no number") in answer.text
    assert 'value="banyak"' in answer.text
    assert 1 == answer.text.count('aria-invalid="true"')
    assert "autofocus" in answer.text


def test_an_empty_form_changes_nothing(client):
    """Blank means as it is; the page says what to do."""
    blank = dict.fromkeys((*NUMBERS, *DOCUMENTS), "")
    assert "Isi paling sedikit satu pengandaian" in client.get(PLACE, params=blank).text


def test_documents_that_are_there_are_not_asked_for(client):
    """They are listed; the others can be ticked."""
    text = client.get(PLACE).text
    assert 'id="has_deed"' not in text
    assert 'id="has_business_number"' in text
    assert "Sudah ada: Akta pendirian" in text


def test_the_objective_is_kept(client):
    """In the form and in the answer."""
    text = client.get(PLACE, params={**ASKED, "tujuan": "margin"}).text
    assert '<input type="hidden" name="tujuan" value="margin">' in text
    assert "Urut menurut tujuan “Margin”" in text


def test_no_such_cooperative(client):
    """Refused as everywhere."""
    assert 404 == client.get("/koperasi/nobody/andai").status_code
