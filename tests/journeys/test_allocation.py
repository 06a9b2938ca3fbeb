"""A plan for the whole city: made, read, asked, kept, checked, published, taken to Excel and to paper."""

import pytest
from python_calamine import CalamineWorkbook

from tests.journeys.looking import sticking_out, violations

WAITING, GIVEN, FULL = "kkmp-3673031014", "kkmp-3673011001", "toko-dikelola-mitra"
WIDTHS = (1280, 360, 320)
# What is looked at once two plans were kept: below the address of the second one.
KEPT_PAGES = (
    "",
    "?perubahan=dropped",
    f"/mengapa?koperasi={WAITING}&model={FULL}",
    "/banding",
    "/pengaturan",
)


def publish(page, address):
    """Check a plan and let it hold."""
    page.goto(f"{address}/sahkan")
    page.get_by_label("Diputuskan oleh").fill("Kepala Dinas")
    page.get_by_label("Dasar atau alasan").fill("Berita acara 7/2026")
    page.get_by_role("button", name="Sahkan rencana ini").click()
    page.wait_for_url(f"{address}")


def keep(page, server_url, query=""):
    """Make a plan with these settings, keep it, and return its address."""
    page.goto(f"{server_url}/alokasi?hitung=1{query}")
    page.get_by_role("button", name="Simpan").click()
    page.wait_for_url("**/alokasi/rencana-*")
    return page.url.split("?")[0]


@pytest.mark.parametrize(("width", "scripts"), [(1280, True), (360, False)])
def test_a_plan_is_made_understood_kept_and_published(width, scripts, own_server_url, page_at):
    """On a laptop, and on a phone without scripts; the cooperative's page tells what it gets."""
    page = page_at(width, scripts=scripts)
    page.goto(own_server_url)
    page.get_by_role("navigation", name="Menu utama").get_by_role("link", name="Alokasi").click()
    page.wait_for_url("**/alokasi")
    page.get_by_label("Paling banyak tiap koperasi").fill("2")
    page.get_by_role("button", name="Hitung rencana").click()
    page.wait_for_url("**/alokasi?*paling=2*")
    assert page.get_by_text("terbukti terbaik").is_visible()
    page.get_by_label("Paling banyak tiap koperasi").fill("3")
    page.get_by_role("button", name="Hitung rencana").click()
    page.wait_for_url("**/alokasi?*paling=3*")
    assert page.get_by_text("192 tempat untuk 67 dari 67 koperasi.").is_visible()
    waiting = page.get_by_role("list", name="Toko dikelola mitra, tanpa modal")
    assert ["Pipitan", "Sukajaya", "Taktakan"] == [
        line.split(",")[0] for line in waiting.get_by_role("listitem").all_inner_texts()
    ]
    page.get_by_role("button", name="Simpan").click()
    page.wait_for_url("**/alokasi/rencana-*")
    address = page.url.split("?")[0]
    page.get_by_role("link", name="Mengapa Koperasi Kelurahan Merah Putih Pipitan").click()
    page.wait_for_url("**/mengapa?*")
    assert page.get_by_text("Kuota penuh oleh 10 koperasi").is_visible()
    page.go_back()
    page.get_by_role("link", name="Sahkan", exact=True).click()
    page.wait_for_url("**/sahkan")
    publish(page, address)
    assert page.get_by_text("Disahkan 21 Nov 2026 oleh Kepala Dinas").is_visible()
    page.goto(f"{own_server_url}/koperasi/{WAITING}")
    assert page.get_by_text("Menunggu Toko dikelola mitra, tanpa modal (nomor 1).").is_visible()
    page.goto(f"{address}/tempat?koperasi={GIVEN}&model={FULL}")
    page.get_by_label("Siapa yang melepas").select_option("declined")
    page.get_by_label("Dicatat oleh").last.fill("Pendamping")
    page.get_by_role("button", name="Lepas atau tolak").click()
    page.wait_for_url("**dicatat=lepas*")
    page.get_by_role("navigation", name="Menu utama").get_by_role("link", name="Alokasi").click()
    page.wait_for_url("**/alokasi")
    next_one = page.get_by_role("region", name="Pengganti untuk tempat yang dilepas")
    assert "Pipitan" in next_one.get_by_role("listitem").first.inner_text()


def test_pages_of_kept_plans_are_accessible_and_fit(own_server_url, page_at):
    """All of them, with a plan that holds and one that would change it, at every width."""
    page = page_at(1280)
    first = keep(page, own_server_url)
    publish(page, first)
    second = keep(page, own_server_url, "&paling=2")
    addresses = [second + rest for rest in KEPT_PAGES]
    addresses += [f"{second}/sahkan", f"{first}/cabut", f"{own_server_url}/alokasi?kecamatan=Serang"]
    addresses += [f"{own_server_url}/koperasi/{WAITING}", f"{first}/tempat?koperasi={GIVEN}&model={FULL}"]
    faults = {}
    for address in addresses:
        page.goto(address)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            faults[address, width] = sticking_out(page) + (violations(page) if width != WIDTHS[1] else [])
    assert {} == {place: found for place, found in faults.items() if found}


def test_the_workbook_says_what_the_page_says(server_url, page_at):
    """Downloaded by its link and read again: as many pairs as the page counts."""
    page = page_at(1280)
    page.goto(f"{server_url}/alokasi?hitung=1&paling=2")
    with page.expect_download() as started:
        page.get_by_role("link", name="Unduh Excel").click()
    book = CalamineWorkbook.from_path(started.value.path())
    rows = book.get_sheet_by_name("Rencana").to_python()[1:]
    assert page.get_by_text(f"{len(rows)} tempat untuk {len({row[0] for row in rows})} dari 67").is_visible()
    assert len(rows) == page.locator(".gets > li").count()


def test_a_wrong_setting_keeps_what_was_typed(server_url, page_at):
    """The sentence stands beside its field."""
    page = page_at(360, refusals=True)
    page.goto(f"{server_url}/alokasi")
    page.get_by_label("Paling banyak tiap koperasi").fill("tiga")
    page.get_by_role("button", name="Hitung rencana").click()
    page.wait_for_url("**/alokasi?*paling=tiga*")
    field = page.get_by_label("Paling banyak tiap koperasi")
    assert ("tiga", "true") == (field.input_value(), field.get_attribute("aria-invalid"))
    assert page.get_by_text("“tiga” bukan bilangan bulat").is_visible()
    assert [] == violations(page) + sticking_out(page)


def test_the_menu_is_at_the_thumb_on_a_phone(server_url, page_at):
    """Four places in a bar at the bottom, large enough, which hides nothing that is in use."""
    page = page_at(360, height=700)
    page.goto(f"{server_url}/alokasi")
    menu = page.get_by_role("navigation", name="Menu utama")
    boxes = [link.bounding_box() for link in menu.get_by_role("link").all()]
    assert 4 == len(boxes)
    assert all(box["height"] >= 44 and box["width"] >= 44 for box in boxes)
    assert {700.0} == {box["y"] + box["height"] for box in boxes}
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    foot = page.locator("footer p").last.bounding_box()
    assert foot["y"] + foot["height"] <= boxes[0]["y"]


def test_a_plan_on_paper_holds_the_plan_and_no_buttons(server_url, page_at):
    """Neither menu nor form; the meters keep their colours."""
    page = page_at(1280)
    page.goto(f"{server_url}/alokasi?hitung=1")
    page.emulate_media(media="print")
    for hidden in (".top nav", ".keep", ".plan-form", ".tools", "form.filter"):
        assert not page.locator(hidden).first.is_visible(), hidden
    assert page.locator(".pairs").is_visible()
    meter = page.locator(".meter rect").first
    assert "exact" == meter.evaluate("one => getComputedStyle(one).printColorAdjust")
