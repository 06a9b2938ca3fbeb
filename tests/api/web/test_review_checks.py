"""Events are looked at before they count or are struck; nothing is decided on what changed meanwhile."""

import re
from html import unescape

import pytest

from api.web.review_checks import MOST_EVENTS
from tools.happenings import OFFER, let_happen

CHECK = "/tinjauan/periksa"
FORM = {"putusan": "struck", "siapa": "Kepala Dinas", "sebab": "tidak pernah terjadi"}


def plain(answer):
    """The text of a page in single spaces."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.text)).split())


def fields(answer, name):
    """Values of the hidden or ticked fields of a name."""
    return re.findall(rf'name="{name}" value="([^"]*)"', answer.text)


def sent(client, *event_ids, query="", **changes):
    """Look at events, then send the form as a browser does."""
    page = client.get(CHECK, params={"peristiwa": list(event_ids)})
    data = {**FORM, "daftar": fields(page, "daftar"), "peristiwa": list(event_ids), **changes}
    return client.post(CHECK + query, data=data, follow_redirects=False)


def found(client):
    """What is on record: event to finding, reason and author."""
    rows = client.app.state.workspace.store.frame("reviews").to_dict("records")
    return {row["event_id"]: (row["verdict"], row["reason"], row["recorded_by"]) for row in rows}


def case_of(client):
    """The address of the run that is held."""
    (case,) = client.app.state.workspace.review_desk().held
    return f"{CHECK}?kasus={case.case_id}"


def test_the_check_page_shows_the_events_and_records_nothing(busy):
    """Ticked, with what was found so far; looking is free."""
    answer = busy.get(CHECK, params={"peristiwa": ["w000", "w001", "w001", "nobody"]})
    assert 200 == answer.status_code
    assert ["w000@1.0", "w001@1.0"] == fields(answer, "daftar")
    assert 2 == answer.text.count("belum diperiksa")
    assert "diberitahukan lewat telepon" in plain(answer)
    assert {} == found(busy)


@pytest.mark.parametrize("language", ["id", "en"])
def test_an_event_is_struck_with_who_and_why(language, busy):
    """The list says so, in the language that was chosen, and the event is off it."""
    answer = sent(busy, "w001", query=f"?lang={language}")
    assert 303 == answer.status_code
    words = {"id": "Dicatat: 1 peristiwa dicoret.", "en": "Recorded: 1 events are struck out."}
    assert words[language] in plain(busy.get(answer.headers["location"]))
    assert {"w001": ("struck", "tidak pernah terjadi", "Kepala Dinas")} == found(busy)
    assert ["w000", "w002"] == fields(busy.get("/tinjauan"), "peristiwa")


def test_a_run_is_looked_at_as_a_whole_and_decided_on_in_part(busy):
    """Some count, the rest is struck; nothing is held afterwards."""
    page = busy.get(case_of(busy))
    assert "10 keberhasilan dari 2 pencatat saja" in plain(page)
    shown = fields(page, "daftar")
    ids = [one.rpartition("@")[0] for one in shown]
    assert (10, ids) == (len(ids), fields(page, "peristiwa"))
    same = {**FORM, "daftar": shown, "kasus": fields(page, "kasus")}
    for part, changes in ((ids[:6], {"putusan": "counted", "sebab": ""}), (ids[6:], {})):
        answer = busy.post(CHECK, data={**same, "peristiwa": part, **changes}, follow_redirects=False)
        assert 303 == answer.status_code
    verdicts = [found(busy)[one][0] for one in ids]
    assert ["counted"] * 6 + ["struck"] * 4 == verdicts
    assert () == busy.app.state.workspace.review_desk().held


def test_the_same_form_sent_twice_records_once(busy):
    """A second press of the button changes nothing."""
    page = busy.get(CHECK, params={"peristiwa": ["w000"]})
    data = {**FORM, "daftar": fields(page, "daftar"), "peristiwa": ["w000"]}
    heads = []
    for _ in range(2):
        assert 303 == busy.post(CHECK, data=data, follow_redirects=False).status_code
        heads.append(busy.app.state.workspace.store.head())
    assert heads[0] == heads[1]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"putusan": ""}, "putusan"),
        ({"putusan": "mungkin"}, "putusan"),
        ({"siapa": "  "}, "siapa"),
        ({"siapa": "x" * 101}, "siapa"),
        ({"sebab": " "}, "sebab"),
        ({"sebab": "x" * 501}, "sebab"),
    ],
)
def test_what_does_not_fit_comes_back_with_what_was_typed(changes, field, busy):
    """The fault stands at its field; nothing is recorded."""
    answer = sent(busy, "w000", "w001", **changes)
    assert 422 == answer.status_code
    assert f'id="{field}-salah"' in answer.text
    typed = {**FORM, **changes}
    for name in {"siapa", "sebab"} - {field}:
        assert f'value="{typed[name]}"' in answer.text
    assert 2 == len(re.findall(r'name="peristiwa" value="w00\d" checked', answer.text))
    assert {} == found(busy)


def test_without_a_tick_nothing_is_recorded(busy):
    """The list stays, and says what is missing."""
    answer = sent(busy, "w000", peristiwa=[])
    assert 422 == answer.status_code
    assert "Centang sedikitnya satu peristiwa." in answer.text
    assert ["w000"] == fields(answer, "peristiwa")
    answer = busy.get(CHECK)
    assert "Belum ada yang dicentang." in plain(answer)
    assert str(answer.url).endswith("/tinjauan?kosong=1")


def test_who_was_slower_sees_the_other_finding_first(busy):
    """Nothing is overwritten unseen; sent again after looking, it is recorded."""
    page = busy.get(CHECK, params={"peristiwa": ["w000", "w001"]})
    data = {**FORM, "daftar": fields(page, "daftar"), "peristiwa": ["w000", "w001"]}
    busy.app.state.workspace.review_events(["w001"], "counted", "dilihat", author="Ani")
    answer = busy.post(CHECK, data=data)
    assert 409 == answer.status_code
    assert "sudah diputuskan sejak halaman dibuka: w001" in plain(answer)
    assert "Dihitung Ani, 21 Nov 2026 (dilihat)" in plain(answer)
    assert 'value="Kepala Dinas"' in answer.text
    assert {"w001": ("counted", "dilihat", "Ani")} == found(busy)
    again = {**data, "daftar": fields(answer, "daftar")}
    assert 303 == busy.post(CHECK, data=again, follow_redirects=False).status_code
    assert {"struck"} == {verdict for verdict, _, _ in found(busy).values()}


def test_an_event_that_was_corrected_meanwhile_is_looked_at_again(busy):
    """What was decided on is not what stands there."""
    page = busy.get(CHECK, params={"peristiwa": ["w000"]})
    workspace = busy.app.state.workspace
    with workspace.store.revision(author="t", source="t", made_at=workspace.now()) as revision:
        revision.upsert("events", [{"event_id": "w000", "offer_id": OFFER}])
    answer = busy.post(CHECK, data={**FORM, "daftar": fields(page, "daftar"), "peristiwa": ["w000"]})
    assert 409 == answer.status_code
    assert {} == found(busy)


def test_what_was_not_shown_is_not_decided_on(busy):
    """A ticked event beside the list is passed over."""
    page = busy.get(CHECK, params={"peristiwa": ["w000"]})
    data = {**FORM, "daftar": fields(page, "daftar"), "peristiwa": ["w000", "w002"]}
    assert 303 == busy.post(CHECK, data=data, follow_redirects=False).status_code
    assert {"w000"} == set(found(busy))


def test_a_very_long_choice_is_cut_and_says_so(desk):
    """What is left comes next."""
    let_happen(desk.app.state.workspace, waiting=MOST_EVENTS + 5)
    ids = [f"w{place:03}" for place in range(MOST_EVENTS + 5)]
    answer = desk.get(CHECK, params={"peristiwa": ids})
    assert MOST_EVENTS == len(fields(answer, "daftar"))
    assert "5 peristiwa lain tidak ada pada halaman ini" in plain(answer)
    data = {**FORM, "daftar": fields(answer, "daftar"), "peristiwa": fields(answer, "peristiwa")}
    assert 303 == desk.post(CHECK, data=data, follow_redirects=False).status_code
    assert MOST_EVENTS == len(found(desk))


def test_what_is_not_there_is_not_found(busy):
    """A run that is no longer held, and events of nobody."""
    assert 404 == busy.get(f"{CHECK}?kasus=000000000000").status_code
    assert 404 == busy.get(f"{CHECK}?peristiwa=nobody").status_code
    stale = {**FORM, "daftar": ["nobody@1.0"], "peristiwa": ["nobody"]}
    assert 404 == busy.post(CHECK, data=stale).status_code


def test_another_site_may_record_nothing(busy):
    """A form of somebody else is refused."""
    data = {**FORM, "daftar": ["w000@1.0"], "peristiwa": ["w000"]}
    assert 403 == busy.post(CHECK, data=data, headers={"Sec-Fetch-Site": "cross-site"}).status_code
    assert {} == found(busy)
