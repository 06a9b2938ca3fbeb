"""What became of a place is recorded from the plan that holds; the last one is taken once."""

import pytest

from api.web.allocation_places import REASON_CODES
from features.schema.loader import column
from recommender.allocations.releasing import LEAVING_KINDS
from recommender.allocations.settings import AllocationSettings
from recommender.settings import Settings
from tests.homes import sample_workspace

FIRST, SECOND, FULL = "kkmp-3673011001", "kkmp-3673031014", "toko-dikelola-mitra"
TAKE = {"koperasi": FIRST, "model": FULL, "tindakan": "terima", "siapa": "Ani", "catatan": "rapat"}
LEAVE = {"koperasi": FIRST, "model": FULL, "tindakan": "lepas", "siapa": "Ani", "jenis": "declined"}


def hold_a_plan(workspace):
    """Make a plan and publish it."""
    kept = workspace.solve_allocation(author="t").allocation_id
    workspace.publish_allocation(kept, author="t", why="rapat")


@pytest.fixture(name="own")
def _own(tmp_path, app_clock):
    """Settings of a sample with a plan that holds."""
    settings = Settings(home=tmp_path / "home")
    sample_workspace(settings, sample="serang", clock=app_clock, after=hold_a_plan).close()
    return settings


@pytest.fixture(name="plan")
def _plan(desk):
    """The address of the plan that holds."""
    return f"/alokasi/{desk.app.state.workspace.published_allocation().allocation_id}"


def place(plan, cooperative_id=FIRST, **query):
    """The address of one place."""
    words = "".join(f"&{name}={value}" for name, value in query.items())
    return f"{plan}/tempat?koperasi={cooperative_id}&model={FULL}{words}"


def events(desk):
    """What is recorded of the pair: kind and author."""
    return [(one.kind, one.author) for one in desk.app.state.workspace.store.pair_entries(FIRST, FULL)]


def test_the_words_are_those_of_the_table_of_events():
    """Every reason there is, and kinds that give a place up."""
    assert set(REASON_CODES) == set(column("events", "reason_code").choices)
    assert set(LEAVING_KINDS) < set(column("events", "kind").choices)


@pytest.mark.parametrize(
    ("cooperative_id", "words"),
    [
        (FIRST, "Rencana memberi tempat ini."),
        (SECOND, "Menunggu sebagai nomor 1."),
        ("kkmp-3673011007", "Tidak ada dalam rencana."),
    ],
)
def test_the_page_says_how_the_pair_stands(cooperative_id, words, plan, desk):
    """And records nothing by being looked at."""
    text = desk.get(place(plan, cooperative_id)).text
    assert words in text
    assert "Belum ada jawaban yang dicatat." in text
    assert [] == events(desk)


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_place_is_accepted_and_given_up_again(language, plan, desk):
    """Each with who and why; the next on the list then stands on the page of the plan."""
    done = desk.post(f"{plan}/tempat?lang={language}", data=TAKE, follow_redirects=False)
    assert 303 == done.status_code
    text = desk.get(done.headers["location"]).text
    assert {"id": "Tempat diterima dan dicatat.", "en": "The place is accepted and recorded."}[
        language
    ] in text
    assert {"id": "Diterima 21 Nov 2026, dicatat Ani", "en": "recorded by Ani"}[language] in text
    assert "(rapat)" in text
    assert [("accepted", "Ani")] == events(desk)
    left = {**LEAVE, "jenis": "stopped", "sebab": "capital"}
    assert 303 == desk.post(f"{plan}/tempat", data=left, follow_redirects=False).status_code
    assert [("accepted", "Ani"), ("released", "Ani")] == events(desk)
    assert "Pengganti untuk tempat yang dilepas" in desk.get("/alokasi").text


def test_accepting_twice_records_once(plan, desk):
    """A form that is sent again changes nothing."""
    for _ in range(2):
        assert 303 == desk.post(f"{plan}/tempat", data=TAKE, follow_redirects=False).status_code
    assert 1 == len(events(desk))


def test_the_place_after_the_last_one_is_not_there(plan, desk):
    """The page says so; nothing is recorded."""
    given = [
        one for one in desk.app.state.workspace.published_allocation().assignments if one.offer_id == FULL
    ]
    for one in given:
        taken = {**TAKE, "koperasi": one.cooperative_id}
        assert 303 == desk.post(f"{plan}/tempat", data=taken, follow_redirects=False).status_code
    answer = desk.post(f"{plan}/tempat", data={**TAKE, "koperasi": SECOND})
    assert 409 == answer.status_code
    assert "Tidak ada tempat tersisa" in answer.text
    assert 'value="Ani"' in answer.text
    assert () == desk.app.state.workspace.store.pair_entries(SECOND, FULL)


@pytest.mark.parametrize(
    "change", [{"siapa": " "}, {"siapa": "x" * 101}, {"tindakan": "hapus"}, {"tindakan": ""}]
)
def test_what_does_not_fit_is_not_recorded(change, plan, desk):
    """The form comes back with what was typed."""
    answer = desk.post(f"{plan}/tempat", data={**TAKE, **change})
    assert 422 == answer.status_code
    assert [] == events(desk)


@pytest.mark.parametrize("change", [{"jenis": "hilang"}, {"sebab": "entah"}, {"jenis": "stopped"}])
def test_how_a_place_is_given_up_has_to_make_sense(change, plan, desk):
    """A kind and a reason that there are; only what is held can stop."""
    answer = desk.post(f"{plan}/tempat", data={**LEAVE, **change})
    assert 409 == answer.status_code
    assert 'role="alert"' in answer.text
    assert [] == events(desk)


@pytest.mark.usefixtures("plan")
def test_only_the_plan_that_holds_takes_answers(desk):
    """A form of an older page is refused, and the page of another plan has none."""
    workspace = desk.app.state.workspace
    other = workspace.solve_allocation(AllocationSettings(max_per_cooperative=2), author="t").allocation_id
    assert "Rencana ini tidak sedang berlaku" in desk.get(place(f"/alokasi/{other}")).text
    assert 409 == desk.post(f"/alokasi/{other}/tempat", data=TAKE).status_code
    assert [] == events(desk)


def test_another_site_may_record_nothing(plan, desk):
    """A form of somebody else is refused."""
    answer = desk.post(f"{plan}/tempat", data=TAKE, headers={"Sec-Fetch-Site": "cross-site"})
    assert 403 == answer.status_code
    assert [] == events(desk)


@pytest.mark.parametrize("query", ["", "?koperasi=nobody&model=klinik", f"?koperasi={FIRST}&model=none"])
def test_a_place_of_nobody_is_not_found(query, plan, desk):
    """Whether it is looked at or answered."""
    assert 404 == desk.get(f"{plan}/tempat{query}").status_code
    assert 404 == desk.post(f"{plan}/tempat", data={**TAKE, "koperasi": "nobody"}).status_code
    assert 404 == desk.post("/alokasi/nobody/tempat", data=TAKE).status_code


def test_the_plan_and_the_cooperatives_page_lead_here(plan, desk):
    """To the same place."""
    target = place(plan).replace("&", "&amp;")
    assert target in desk.get(f"{plan}?kecamatan=Serang").text
    assert target in desk.get(f"/koperasi/{FIRST}").text
