"""The pages of plans: a dry run in the address, keeping what was shown, what does not fit."""

import datetime as dt
import re

import pytest

from recommender.allocations.settings import AllocationSettings, Hold

DRY = "/alokasi?hitung=1"
NOW = dt.datetime(2026, 11, 21, 4, 0, tzinfo=dt.UTC)


def standing(text):
    """What a dry run rests on, as its form sends it back."""
    return re.search(r'name="keadaan" value="([^"]+)"', text).group(1)


def kept(client, **settings):
    """The address of a plan that was kept through the page."""
    shown = client.get(DRY, params=settings | {"hitung": "1"}).text
    answer = client.post("/alokasi", data={**settings, "keadaan": standing(shown)}, follow_redirects=False)
    assert 303 == answer.status_code
    return answer.headers["location"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("id", ["Rencana membagi tempat", "Hitung rencana", "Peminat sebelum ada rencana", "data-l"]),
        ("en", ["A plan gives the partners", "Make the plan", "How contested offers are"]),
    ],
)
def test_without_a_plan_the_page_says_what_one_is(language, words, client):
    """With a form whose fields all have a default."""
    text = client.get(f"/alokasi?lang={language}").text
    assert [] == [word for word in words if word not in text]
    assert 'name="paling" value="3"' in text


def test_a_dry_run_shows_who_gets_what_and_why_not(client):
    """Worth and proof, pairs with their chance, quotas, waiting lists with what one more place adds."""
    text = " ".join(client.get(DRY).text.split())
    for words in (
        "192 tempat untuk 67 dari 67 koperasi.",
        "terbukti terbaik",
        "6.072,92 poin",
        "Baru hitungan: belum disimpan, belum berlaku.",
        "mendapat satu dari 10 tempat yang ada",
        "Kuota Toko dikelola mitra, tanpa modal penuh; satu tempat lagi menambah 6,26 poin.",
        'aria-label="10 dari 10 tempat terpakai"',
        "melepas Pulsa, paket data dan PPOB",
        "Per kecamatan",
    ):
        assert words in text, words


def test_a_dry_run_keeps_nothing(desk):
    """However often it is asked for."""
    store = desk.app.state.workspace.store
    before = store.head(), store.newest_allocation_entry()
    for address in (DRY, f"{DRY}&paling=2", "/alokasi", "/alokasi.xlsx"):
        assert 200 == desk.get(address).status_code
    assert before == (store.head(), store.newest_allocation_entry())
    assert [] == store.allocations()


def test_settings_stand_in_the_address_and_filters_beside_them(client):
    """The filter's form sends the settings on, and the download has them, too."""
    text = client.get(f"{DRY}&paling=1&status=eligible&status=unknown&kecamatan=Curug").text
    assert '<input type="hidden" name="paling" value="1">' in text
    assert 2 == text.count('<input type="hidden" name="status"') // 2
    assert 'href="/alokasi.xlsx?paling=1&amp;status=eligible&amp;status=unknown&amp;hitung=1"' in text
    assert "10 dari 10 koperasi ditampilkan." in text
    assert "status=eligible&amp;status=unknown" in re.search(r'class="language" href="([^"]+)"', text).group(
        1
    )


def test_a_filter_that_fits_nobody_says_so(client):
    """The rest of the plan is still there."""
    text = client.get(f"{DRY}&kecamatan=Nowhere").text
    assert "Tidak ada yang cocok dengan saringan ini." in text
    assert "Per kecamatan" in text


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ("paling=banyak", "“banyak” bukan bilangan bulat"),
        ("paling=0", "Tulis 1 sampai 20"),
        ("tujuan=cepat", "cepat"),
        ("ubah=-1", "Tulis 0 atau lebih"),
        ("sebelum=rencana-000000000000", "Tidak ada rencana rencana-000000000000"),
    ],
)
def test_settings_that_do_not_fit_come_back_with_a_sentence(sent, sentence, client):
    """And with what was typed."""
    answer = client.get(f"{DRY}&{sent}")
    assert 422 == answer.status_code
    assert sentence in answer.text
    assert "Hitung rencana" in answer.text


def test_limits_that_cannot_all_be_kept_name_the_smallest_change(client):
    """Such a plan cannot be kept from the page."""
    answer = client.get(f"{DRY}&paling=1&tiap_kecamatan=60")
    assert 200 == answer.status_code
    assert "Tidak ada rencana yang memenuhi semua batas" in answer.text
    assert "Turunkan jumlah terkecil" in answer.text
    assert 'name="keadaan"' not in answer.text


def test_what_was_shown_is_kept_and_stays(desk):
    """The plan has an address of its own; the list names it."""
    address = kept(desk, paling="2")
    text = desk.get(address).text
    for words in ("Rencana disimpan dan tidak berubah lagi.", "Disimpan 21 Nov 2026 oleh local", "Sahkan"):
        assert words in text
    listed = desk.get("/alokasi").text
    assert address.split("?")[0] in listed
    assert "Belum ada rencana yang disahkan." in listed


@pytest.mark.slow
def test_a_plan_whose_ground_has_moved_is_shown_again_instead_of_kept(desk):
    """The new result stands there, with what it rests on."""
    shown = standing(desk.get(DRY).text)
    store = desk.app.state.workspace.store
    told = {"cooperative_id": "kkmp-3673011007", "member_count": 99}
    with store.revision(author="t", source="rapat", made_at=NOW) as revision:
        revision.upsert("cooperatives", [told])
    answer = desk.post("/alokasi", data={"keadaan": shown}, follow_redirects=False)
    assert 409 == answer.status_code
    assert "Belum disimpan: data berubah" in answer.text
    assert shown != standing(answer.text)
    assert [] == desk.app.state.workspace.allocations()
    again = desk.post("/alokasi", data={"keadaan": standing(answer.text)}, follow_redirects=False)
    assert 303 == again.status_code


@pytest.mark.parametrize("sent", [{}, {"paling": "x"}, {"keadaan": "1"}, {"paling": "0", "keadaan": "1"}])
def test_a_form_that_was_not_made_by_the_page_keeps_nothing(sent, desk):
    """It comes back as a page."""
    answer = desk.post("/alokasi", data=sent, follow_redirects=False)
    assert answer.status_code in {409, 422}
    assert [] == desk.app.state.workspace.allocations()


def test_settings_are_judged_before_a_plan_is_kept(desk):
    """A known ground with settings that cannot be used."""
    shown = standing(desk.get(DRY).text)
    answer = desk.post("/alokasi", data={"keadaan": shown, "paling": "0"})
    assert 422 == answer.status_code
    assert "Tulis 1 sampai 20" in answer.text


def test_another_site_may_not_keep_a_plan(desk):
    """A form of somebody else is refused."""
    shown = standing(desk.get(DRY).text)
    answer = desk.post("/alokasi", data={"keadaan": shown}, headers={"Sec-Fetch-Site": "cross-site"})
    assert 403 == answer.status_code
    assert [] == desk.app.state.workspace.allocations()


def test_a_long_plan_is_cut_on_the_page_and_whole_in_the_workbook(desk, monkeypatch):
    """As many rows as a browser shows with ease, of whatever there is much of."""
    monkeypatch.setattr("api.web.allocation_page.MOST_ROWS", 2)
    monkeypatch.setattr("api.web.allocation_view.MOST_ROWS", 2)
    first = desk.app.state.workspace.solve_allocation(author="t").allocation_id
    desk.app.state.workspace.publish_allocation(first, author="t", why="rapat")
    text = desk.get(f"{DRY}&paling=1").text
    assert "2 dari 67 koperasi ditampilkan. Semuanya ada di Excel." in text
    moved = text[text.index('id="perubahan"') : text.index('id="hitung"')]
    assert 2 == moved.count('<tr><th scope="row"')
    assert "Yang baru dan yang lepas: 139" in moved


@pytest.mark.slow
def test_a_second_plan_tells_what_it_changes(desk):
    """Kept, new and dropped against the one that holds; a filter shows the dropped ones."""
    first = kept(desk).split("?")[0]
    form = {"siapa": "Kepala Dinas", "sebab": "rapat"}
    assert 303 == desk.post(f"{first}/sahkan", data=form, follow_redirects=False).status_code
    second = kept(desk, paling="2").split("?")[0]
    text = desk.get(second).text
    assert re.search(r"Tetap \d+, baru \d+, lepas \d+\.", text)
    assert "change change-dropped" in text
    dropped = desk.get(f"{second}?perubahan=dropped").text
    shown, total = map(int, re.search(r"(\d+) dari (\d+) koperasi ditampilkan", dropped).groups())
    assert 0 < shown == total < 67


def test_who_comes_next_for_a_place_that_was_given_up_stands_on_top(desk):
    """Only for the plan that holds."""
    plan = kept(desk).split("?")[0]
    declined = {
        "event_id": "e1",
        "cooperative_id": "kkmp-3673011001",
        "offer_id": "toko-dikelola-mitra",
        "kind": "declined",
        "occurred_on": NOW.date(),
        "recorded_by": "t",
    }
    with desk.app.state.workspace.store.revision(author="t", source="t", made_at=NOW) as revision:
        revision.upsert("events", [declined])
    assert "Pengganti untuk tempat" not in desk.get(plan).text
    desk.post(f"{plan}/sahkan", data={"siapa": "Kepala Dinas", "sebab": "rapat"})
    text = desk.get("/alokasi").text
    first = text[text.index("Pengganti untuk tempat") :]
    assert "Toko dikelola mitra, tanpa modal" in first[:600]
    assert "Pipitan" in first[:1500]
    assert text.index("Pengganti untuk tempat") < text.index("Siapa mendapat apa</h2>")
    assert 1 == text.count("dilepas sejak itu")


def test_settings_of_a_kept_plan_are_told(desk):
    """With what was locked, by whom and why."""
    hold = Hold("kkmp-3673011001", "klinik", "forbidden", reason="menunggu izin", recorded_by="dinas")
    settings = AllocationSettings(max_per_cooperative=2, city_budget_idr=900_000_000, holds=(hold,))
    plan = desk.app.state.workspace.solve_allocation(settings, author="t").allocation_id
    text = " ".join(desk.get(f"/alokasi/{plan}").text.split())
    assert "Rp900.000.000" in text
    assert "<b>dilarang</b>" in text
    assert "oleh dinas: menunggu izin" in text


def test_a_plan_that_is_not_there_has_no_page(client):
    """As any address that leads nowhere."""
    assert 404 == client.get("/alokasi/rencana-000000000000").status_code
    assert 404 == client.get("/alokasi/<b>").status_code


def test_too_many_cooperatives_are_planned_for_by_a_command(client, monkeypatch):
    """The page says so instead of letting people wait."""
    monkeypatch.setattr("api.web.allocation_page.MOST_SCORED", 10)
    answer = client.get(f"{DRY}&paling=19")
    assert 422 == answer.status_code
    assert "sanding allocate" in answer.text
    assert 'name="keadaan"' not in answer.text


def test_an_empty_store_says_what_to_do(clients):
    """As the front page does."""
    assert "sanding init --sample serang" in clients["empty"].get("/alokasi").text
    assert "sanding init --sample serang" in clients["empty"].get(DRY).text
