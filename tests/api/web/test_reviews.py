"""What waits and what is held: named, filtered, cut into pages; damaged rows do not hide the others."""

import re
from html import unescape

import pytest

from tools.happenings import OFFER, let_happen


def plain(answer):
    """The text of a page in single spaces."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.text)).split())


def break_rows(desk, table, column, *event_ids):
    """Leave what is no date in the place of a date, as a foreign program would."""
    names = ", ".join(f"'{one}'" for one in event_ids)
    with desk.app.state.workspace.store.snapshot() as snapshot:
        statement = f"UPDATE {table} SET {column} = 'rusak' WHERE event_id IN ({names})"
        snapshot._connection.exec_driver_sql(statement)
        snapshot._connection.commit()


@pytest.mark.parametrize(
    ("language", "words"), [("id", "Belum ada peristiwa"), ("en", "No events were recorded yet")]
)
def test_without_events_the_page_says_how_they_come(language, words, clients):
    """On every store, and leads to the template."""
    for client in clients.values():
        answer = client.get("/tinjauan", headers={"Accept-Language": language})
        assert words in plain(answer)
        assert "/unduh/templat/events.xlsx" in answer.text


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "id",
            (
                "RPK dan beras SPHP",
                "10 keberhasilan dari 2 pencatat saja, pada 10 koperasi.",
                "antara 1 Jan 2026 dan 10 Jan 2026 (10 hari)",
                "Dari 10 hasil yang dilihat bersama, yang wajar sekitar 1,1 berhasil",
                "lebih jarang daripada 1 dari 1.000.000 kali",
                "akun-1, akun-2",
                "Menunggu kata dinas 3 peristiwa",
                "diperkenalkan, 1 Okt 2026 diberitahukan lewat telepon koperasi itu sendiri",
            ),
        ),
        (
            "en",
            (
                "10 successes from only 2 recorders, at 10 cooperatives.",
                "between 1 Jan 2026 and 10 Jan 2026 (10 days)",
                "rarer than once in 1,000,000",
                "Waiting for the department's word 3 events",
                "introduced, 1 Oct 2026",
            ),
        ),
    ],
)
def test_a_run_and_single_events_are_told_in_plain_words(language, said, busy):
    """Which offer, who, how many days, how improbable; who recorded what, when."""
    text = plain(busy.get("/tinjauan", headers={"Accept-Language": language}))
    assert [] == [words for words in said if words not in text]


def test_filters_narrow_and_stand_in_the_address(busy):
    """By offer, by kind; words that name no choice are passed over."""
    held, waiting = "Periksa kelompok ini", "Periksa yang dicentang"
    cases = {
        "jenis=ditahan": (True, False),
        "jenis=menunggu": (False, True),
        "model=token-pln": (False, True),
        f"model={OFFER}": (True, True),
        "jenis=apa&model=nihil&halaman=x": (True, True),
    }
    for query, expected in cases.items():
        text = busy.get(f"/tinjauan?{query}").text
        assert expected == (held in text, waiting in text), query
    text = busy.get("/tinjauan?jenis=ditahan&model=token-pln").text
    assert "Tidak ada yang cocok dengan saringan ini" in text


def test_a_long_list_has_pages(desk):
    """Fifty to a page, none twice, none left out; held runs come first."""
    let_happen(desk.app.state.workspace, waiting=120)
    seen = []
    for number in (1, 2, 3):
        text = desk.get(f"/tinjauan?halaman={number}").text
        assert f"Halaman {number} dari 3" in text
        assert (number == 1) == ("Periksa kelompok ini" in text)
        seen += re.findall(r'name="peristiwa" value="(w\d+)"', text)
    assert (120, 120) == (len(seen), len(set(seen)))
    assert "halaman=2" in desk.get("/tinjauan?jenis=menunggu").text
    assert "Halaman 3 dari 3" in desk.get("/tinjauan?halaman=99").text


def test_what_was_found_last_stands_below_and_can_be_changed(busy):
    """The latest first, with who and why."""
    busy.app.state.workspace.review_events(["w001"], "struck", "tidak pernah terjadi", author="Ani")
    answer = busy.get("/tinjauan?dicatat=struck&jumlah=1")
    text = plain(answer)
    assert "Dicatat: 1 peristiwa dicoret." in text
    assert "Dicoret Ani, 21 Nov 2026 (tidak pernah terjadi)" in text
    assert 'href="/tinjauan/periksa?peristiwa=w001"' in answer.text
    assert "Menunggu kata dinas 2 peristiwa" in text


def test_damaged_rows_are_named_and_the_rest_is_shown(busy):
    """A row that cannot be read is taken as it was recorded last."""
    busy.app.state.workspace.review_events(["e00-a"], "counted", author="Ani")
    break_rows(busy, "events", "occurred_on", "w001", "e25-b")
    break_rows(busy, "reviews", "reviewed_on", "e00-a")
    answer = busy.get("/tinjauan")
    text = plain(answer)
    assert 200 == answer.status_code
    assert "3 baris tidak dapat dibaca" in text
    assert "events e25-b, events w001, reviews e00-a" in text
    assert "sanding check" in text
    assert "berminat, 2 Okt 2026" in text
    assert "10 keberhasilan dari 2 pencatat saja" in text


def test_an_event_without_a_day_is_named(busy):
    """Nobody can say whether it has happened, so it does not count."""
    with busy.app.state.workspace.store.snapshot() as snapshot:
        statement = "UPDATE events SET occurred_on = NULL WHERE event_id = 'w002'"
        snapshot._connection.exec_driver_sql(statement)
        snapshot._connection.commit()
    assert "1 peristiwa tanpa tanggal tidak dihitung: w002." in plain(busy.get("/tinjauan"))


@pytest.mark.slow
def test_the_front_page_counts_what_waits(busy):
    """And leads here, even when nothing waits."""
    answer = busy.get("/")
    assert "1 kelompok keberhasilan mendadak ditahan 3 peristiwa menunggu kata dinas" in plain(answer)
    assert 3 == answer.text.count('href="/tinjauan"')
    workspace = busy.app.state.workspace
    ids = [one.event_id for one in workspace.events_to_review()]
    workspace.review_events(ids, "counted", author="Ani")
    answer = busy.get("/")
    assert "menunggu kata dinas" not in plain(answer)
    assert 1 == answer.text.count('href="/tinjauan"')


def test_what_is_typed_comes_back_as_text(busy):
    """Markup in a note or an address stays text."""
    workspace = busy.app.state.workspace
    with workspace.store.revision(author="t", source="t", made_at=workspace.now()) as revision:
        revision.upsert("events", [{"event_id": "w001", "note": "<script>alert(1)</script>"}])
    text = busy.get('/tinjauan?model="><script>').text
    assert "<script>" not in text
    assert "&lt;script&gt;" in text
