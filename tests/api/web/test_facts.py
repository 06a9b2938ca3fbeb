"""Correcting a fact: the list changes, the history shows the old value, nothing is lost unseen."""

import datetime as dt
import re

import pytest
from starlette.testclient import TestClient

from api.app import create_app

PLACE = "/koperasi/kkmp-3673011007"
FORM = f"{PLACE}/profil/member_count"
OWN = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture(name="writer")
def _writer(own, app_clock):
    """A client on a store of its own."""
    with TestClient(create_app(own, clock=app_clock), raise_server_exceptions=False) as client:
        yield client


def sent(client, value="1.250", source="buku anggota", day="2026-11-20", *, state=None, **more):
    """Send the form as a browser does, without following the redirect."""
    path = more.pop("path", FORM)
    shown = client.get(path).text
    now = re.search(r'name="keadaan" value="(\d+)"', shown)[1]
    data = {"nilai": value, "sumber": source, "tanggal": day, "keadaan": now if state is None else state}
    return client.post(path, data=data, headers={**OWN, **more}, follow_redirects=False)


def plain(answer):
    """The text of a page in single spaces."""
    return " ".join(re.sub(r"<[^>]+>", " ", answer.text).split())


def test_correct_a_fact_then_the_list_and_the_history(writer):
    """The journey: form, back to the profile, other suggestions, the old value in the history."""
    before = writer.get(PLACE).text
    answer = sent(writer)
    assert 303 == answer.status_code
    assert f"{PLACE}/profil?tersimpan=member_count#isian-member_count" == answer.headers["location"]
    profile = plain(writer.get(answer.headers["location"]))
    assert "Tersimpan. Jumlah anggota kini: 1.250 orang." in profile
    assert "buku anggota 20 Nov 2026, 1 hari yang lalu" in profile
    assert before != writer.get(PLACE).text
    history = plain(writer.get(FORM))
    assert history.index("1.250 orang buku anggota") < history.index("182 orang contoh")
    assert "petugas di komputer ini" in history


def test_an_older_value_is_kept_but_said_not_to_hold(writer):
    """The notice tells which value holds."""
    answer = sent(writer, value="90", day="2026-01-05")
    assert "Nilai yang lebih baru tetap berlaku" in plain(writer.get(answer.headers["location"]))


@pytest.mark.parametrize(
    ("value", "source", "day", "field", "words"),
    [
        ("banyak", "buku", "2026-11-20", "nilai", {"id": "bukan angka", "en": "is no number"}),
        ("", "buku", "2026-11-20", "nilai", {"id": "belum diisi", "en": "no value yet"}),
        ("5", "", "2026-11-20", "asal", {"id": "Sumbernya belum diisi", "en": "no source yet"}),
        ("5", "buku", "2026-11-22", "tanggal", {"id": "belum terjadi", "en": "has not come yet"}),
    ],
)
@pytest.mark.parametrize("language", ["id", "en"])
def test_what_does_not_fit_comes_back_with_its_sentence(language, value, source, day, field, words, writer):
    """What was typed is kept, the focus is on the faulty field, nothing is stored."""
    head = writer.app.state.workspace.store.head()
    answer = sent(writer, value, source, day, **{"Accept-Language": language})
    assert 422 == answer.status_code
    assert words[language] in answer.text
    faulty = [tag for tag in re.findall(r"<(?:input|select)[^>]*>", answer.text) if "aria-invalid" in tag]
    assert 1 == len(faulty)
    assert f'id="{field}"' in faulty[0]
    assert "autofocus" in faulty[0]
    assert f'value="{value}"' in answer.text
    assert f'value="{day}"' in answer.text
    assert head == writer.app.state.workspace.store.head()


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_change_meanwhile_shows_both_values(language, writer):
    """409 with theirs and ours; sending again on purpose overwrites."""
    sent(writer, value="200", source="rapat")
    answer = sent(writer, value="300", state="1", **{"Accept-Language": language})
    assert 409 == answer.status_code
    assert ("200 orang rapat" if language == "id" else "200 people rapat") in plain(answer)
    assert 'value="300"' in answer.text
    assert 303 == sent(writer, value="300").status_code


@pytest.mark.parametrize("state", ["", "x", "-1", "²"])
def test_a_form_without_its_state_is_not_recorded(state, writer):
    """It cannot say what it was made from."""
    assert 409 == sent(writer, state=state).status_code


def test_a_fact_can_be_made_unknown_and_true_or_false(writer):
    """Choices are chosen; unknown is one of them."""
    path = f"{PLACE}/profil/has_deed"
    for value, words in (("tidak", "kini: tidak."), ("hapus", "kini: belum diketahui."), ("ya", "kini: ya.")):
        answer = sent(writer, value, path=path)
        assert words in plain(writer.get(answer.headers["location"]))


def test_the_chosen_language_stays_through_the_form(writer):
    """Also over the redirect."""
    answer = sent(writer, value="1250", path=f"{FORM}?lang=en")
    assert "lang=en" in answer.headers["location"]
    assert "Saved. Members is now: 1,250 people." in plain(writer.get(answer.headers["location"]))


def test_markup_in_a_source_stays_text(writer):
    """Nothing that was typed is ever read as a page."""
    answer = sent(writer, source="<script>alert(1)</script>")
    for path in (answer.headers["location"], FORM):
        assert "<script>" not in writer.get(path).text


@pytest.mark.parametrize("field", ["name", "cooperative_id", "nope"])
def test_what_is_no_fact_has_no_form(field, writer):
    """Neither shown nor taken."""
    path = f"{PLACE}/profil/{field}"
    assert 404 == writer.get(path).status_code
    assert 404 == writer.post(path, data={"nilai": "x"}, headers=OWN).status_code
    assert 404 == writer.post("/koperasi/nobody/profil/member_count", headers=OWN).status_code


@pytest.mark.parametrize(
    ("store", "language", "words"),
    [
        ("serang", "id", ["29 dari 57 isian diketahui", "data contoh", "3 minggu yang lalu"]),
        ("serang", "en", ["29 of 57 fields are known", "example data", "3 weeks ago"]),
        ("kosong", "id", ["3 dari 57 isian diketahui", "perkiraan kelurahan: ", "perlu diperbarui"]),
        ("kosong", "en", ["3 of 57 fields are known", "area estimate: ", "needs an update", "not known"]),
    ],
)
def test_values_look_like_what_they_are(store, language, words, clients):
    """Example, estimate, old and unknown values are told apart."""
    text = plain(clients[store].get(f"{PLACE}/profil", headers={"Accept-Language": language}))
    assert [] == [one for one in words if one not in text]
    assert ("data contoh" in text or "example data" in text) == (store == "serang")


def test_the_profile_is_that_of_the_day(own):
    """Values grow old."""
    later = dt.datetime(2027, 6, 1, 3, 0, tzinfo=dt.UTC)
    with TestClient(create_app(own, clock=lambda: later)) as client:
        assert "perlu diperbarui" in client.get(f"{PLACE}/profil").text
