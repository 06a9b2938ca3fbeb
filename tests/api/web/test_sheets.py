"""Sheets say what the meeting needs, in both languages, for one cooperative or for many."""

import re

import pytest

from api.web import sheets
from api.web.qr import qr_drawing

ONE = "/cetak/kkmp-3673011007"


def words(answer):
    """The text of a page, in one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", answer.text).split())


def test_a_sheet_has_everything_the_meeting_needs(client):
    """Options, votes, lines for the decision, signatures, what it is and which run it comes from."""
    answer = client.get(ONE, headers={"Accept-Language": "id"})
    text = words(answer)
    for expected in (
        "Lembar rapat anggota",
        "Unyur",
        "data contoh",
        "Kira-kira",
        "rentang 80%:",
        "Modal",
        "Margin/bulan",
        "( asumsi )".replace(" ", ""),
        "Sisa tempat",
        "Setuju",
        "Tidak setuju",
        "Keputusan:",
        "Nomor berita acara:",
        "Tanggal:",
        "Ketua",
        "Sekretaris",
        "Pendamping",
        "Perkiraan sistem, bukan keputusan.",
    ):
        assert expected in text
    assert 3 == answer.text.count('class="option-title')
    assert 8 == answer.text.count('class="box"')
    advice = client.app.state.workspace.suggest("kkmp-3673011007")
    assert advice.recommendation_id in text
    assert advice.model_version in text


def test_the_options_are_the_three_best(client):
    """In the order of the page."""
    best = client.app.state.workspace.suggest("kkmp-3673011007", top=3).suggestions
    text = words(client.get(ONE))
    places = [text.index(pair.offer_title) for pair in best]
    assert sorted(places) == places


def test_english_is_complete(client):
    """The words of the sheet are English; what the department wrote stays as it is."""
    text = words(client.get(f"{ONE}?lang=en"))
    for expected in ("Members' meeting sheet".replace("'", "&#39;"), "80% range", "For", "Against", "Chair"):
        assert expected in text
    assert not re.search(r"\b(Setuju|Keputusan|Ketua|Tanggal|langkah lagi)\b", text)


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1:9000"])
def test_the_code_leads_to_the_page_under_the_name_that_was_asked(host, client):
    """The answer for one name is never given to another."""
    address = f"http://{host}/koperasi/kkmp-3673011007"
    text = client.get(ONE, headers={"Host": host}).text
    assert address in text
    assert qr_drawing(address).path in text


def test_the_paper_is_chosen_in_the_address(client):
    """A4 unless F4 is asked for; words that name no paper are A4."""
    found = {paper: client.get(ONE, params={"kertas": paper}).text for paper in ("", "a4", "f4", "F4", "x")}
    kinds = {paper: re.findall(r"sheet sheet-(\w+)", text) for paper, text in found.items()}
    assert {"": ["a4"], "a4": ["a4"], "f4": ["f4"], "F4": ["f4"], "x": ["a4"]} == kinds


@pytest.mark.parametrize(
    ("query", "count"),
    [({}, 67), ({"district": "kasemen"}, 10), ({"district": "Kasemen", "q": "ka"}, 2), ({"q": "zzz"}, 0)],
)
def test_filters_choose_the_sheets(query, count, client):
    """As on the front page; each cooperative once."""
    text = client.get("/cetak", params=query).text
    assert count == len(set(re.findall(r"/koperasi/(kkmp-\d+)</span>", text))) == text.count("<article")
    assert ("Tidak ada yang cocok" in text) == (count == 0)


def test_one_sheet_is_the_same_alone_and_among_many(client):
    """However it was computed."""

    def sheet(text):
        start = text.index("<article")
        return text[start : text.index("</article>", start)].replace("lembar-1", "")

    alone = client.get("/cetak/kkmp-3673011007").text
    every = client.get("/cetak").text
    assert sheet(alone) in re.sub(r"lembar-\d+", "", every)
    few = client.get("/cetak", params={"q": "kkmp-3673011007"}).text
    assert sheet(alone) == sheet(few)


def test_too_many_sheets_are_refused_with_what_to_do(client, monkeypatch):
    """Before anything is computed; a district is offered instead."""
    assert 500 == sheets.MOST_SHEETS
    monkeypatch.setattr(sheets, "MOST_SHEETS", 50)
    answer = client.get("/cetak", headers={"Accept-Language": "id"})
    assert 422 == answer.status_code
    assert "paling banyak 500 lembar" in answer.text
    assert "/cetak?district=" in answer.text
    assert 200 == client.get("/cetak", params={"district": "Kasemen"}).status_code


def test_a_cooperative_that_is_not_there_has_no_sheet(client):
    """A page says so."""
    assert 404 == client.get("/cetak/tidak-ada").status_code


def test_no_options_leave_room_for_a_decision(clients):
    """Unknown profiles still give a sheet; an empty store says what to do."""
    answer = clients["kosong"].get("/cetak?district=Kasemen")
    assert 10 == answer.text.count("<article")
    assert "sanding init --sample serang" in clients["empty"].get("/cetak").text


def test_sheets_carry_no_inline_style(client):
    """The policy would drop it."""
    assert not re.search(r"\sstyle=|<style|<script", client.get("/cetak?district=Curug").text)
