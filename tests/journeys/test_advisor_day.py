"""An advisor's day: find a cooperative, understand its list, suppose, correct, print."""

import pytest

from tests.journeys.addresses import COOPERATIVE

MEMBERS = f"{COOPERATIVE}/profil/member_count"


def listed(page):
    """Headings and chances of the suggestions, in their order."""
    return page.locator(".cards h3, .cards .chance-line").all_inner_texts()


def follow(page, target):
    """Click the first link that leads to an address, and wait for it."""
    page.locator(f"main a[href^='{target}']:visible").first.click()
    page.wait_for_url(f"**{target}*")


def test_from_a_name_to_reasons_and_steps(server_url, page_at):
    """Three clicks from the front page to why, on a phone: reasons, doubts, steps, every term."""
    page = page_at(360)
    page.goto(server_url)
    page.fill("input[name=q]", "unyur")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?*q=unyur*")
    assert 1 == page.locator("main tbody th a").count()
    follow(page, COOPERATIVE)
    best = page.locator(".cards > li").first
    words = best.inner_text()
    for part in ("Peluang berhasil", "Yang mendukung", "Yang memberatkan", "Yang masih kurang"):
        assert part in words
    assert best.locator("h4 + ul li").count() >= 2
    best.locator(".more a").first.click()
    page.wait_for_url(f"**{COOPERATIVE}/*")
    assert page.locator("table.terms tbody tr").count() > 5
    assert page.locator("#syarat").is_visible()
    page.go_back()
    page.go_back()
    assert "unyur" == page.input_value("input[name=q]")


@pytest.mark.parametrize("scripts", [True, False])
def test_supposing_changes_the_list_and_stores_nothing(scripts, server_url, page_at):
    """More capital and room move suggestions; the cooperative's own page stays as it was."""
    page = page_at(1280, scripts=scripts)
    page.goto(server_url + COOPERATIVE)
    before = listed(page)
    follow(page, f"{COOPERATIVE}/andai")
    page.fill("[name=own_capital_idr]", "250.000.000")
    page.fill("[name=shop_area_m2]", "80")
    page.locator("form.what-if button").click()
    page.wait_for_url("**own_capital_idr=250.000.000*")
    assert page.locator("table.rows tbody tr:not(.same)").count() > 0
    assert "→" in page.locator("table.rows tbody td").first.inner_text()
    assert "250.000.000" == page.input_value("[name=own_capital_idr]")
    page.goto(server_url + COOPERATIVE)
    assert before == listed(page)


@pytest.mark.parametrize("scripts", [True, False])
def test_a_corrected_fact_changes_the_list_and_stays(scripts, own_server_url, page_at):
    """From the profile to the form and back; the new value stands there, and the list has changed."""
    page = page_at(1280, scripts=scripts)
    page.goto(own_server_url + COOPERATIVE)
    before = listed(page)
    follow(page, f"{COOPERATIVE}/profil")
    follow(page, MEMBERS)
    page.fill("#nilai", "1.250")
    page.fill("[name=sumber]", "Buku daftar anggota")
    page.locator("form.fact button").click()
    page.wait_for_url(f"**{COOPERATIVE}/profil?*")
    assert "1.250" in page.locator("[role=status]").first.inner_text()
    assert "Buku daftar anggota" in page.locator("#isian-member_count").inner_text()
    page.locator(f"[role=status] a[href^='{COOPERATIVE}']").click()
    after = listed(page)
    assert before != after
    page.goto(f"{own_server_url}/?q=unyur")
    assert "1.250" in page.locator("main").inner_text()


def test_a_wrong_value_is_named_beside_its_field(own_server_url, page_at):
    """What was typed stays, the field has the focus and says what is expected; nothing is stored."""
    page = page_at(360, refusals=True)
    page.goto(own_server_url + MEMBERS)
    page.fill("#nilai", "kira-kira banyak")
    page.fill("[name=sumber]", "kunjungan")
    page.locator("form.fact button").click()
    page.wait_for_selector("#nilai-salah")
    assert "kira-kira banyak" == page.input_value("#nilai")
    assert "kunjungan" == page.input_value("[name=sumber]")
    assert "true" == page.get_attribute("#nilai", "aria-invalid")
    assert "nilai" == page.evaluate("document.activeElement.id")
    assert len(page.inner_text("#nilai-salah")) > 15
    page.goto(f"{own_server_url}{COOPERATIVE}/profil")
    assert "182" in page.locator("#isian-member_count").inner_text()


def test_two_advisors_do_not_overwrite_each_other_unseen(own_server_url, page_at):
    """Who saves second sees the other's value before deciding."""
    first, second = page_at(1280), page_at(1280, refusals=True)
    for page, value in ((first, "200"), (second, "300")):
        page.goto(own_server_url + MEMBERS)
        page.fill("#nilai", value)
        page.fill("[name=sumber]", "rapat anggota")
    first.locator("form.fact button").click()
    first.wait_for_url(f"**{COOPERATIVE}/profil?*")
    second.locator("form.fact button").click()
    second.wait_for_selector("[role=alert]")
    words = second.locator("[role=alert]").inner_text()
    assert "200" in words
    assert "300" in words
    second.locator("form.fact button").click()
    second.wait_for_url(f"**{COOPERATIVE}/profil?*")
    assert "300" in second.locator("#isian-member_count").inner_text()


def test_two_business_models_are_compared(server_url, page_at):
    """From the cooperative's page; the choice stands in the address and survives a reload."""
    page = page_at(360)
    page.goto(server_url + COOPERATIVE)
    follow(page, f"{COOPERATIVE}/banding")
    page.select_option("select[name=a]", "token-pln")
    page.select_option("select[name=b]", "lpg-sub-pangkalan")
    page.locator("main form button").first.click()
    page.wait_for_url("**a=token-pln&b=lpg-sub-pangkalan*")
    page.reload()
    assert "lpg-sub-pangkalan" == page.input_value("select[name=b]")


def test_the_sheet_for_the_meeting_bears_the_same_suggestions(server_url, page_at):
    """What was seen on the screen is what the members are handed, in the same order."""
    page = page_at(1280)
    page.goto(server_url + COOPERATIVE)
    titles = page.locator(".cards h3").all_inner_texts()[:3]
    page.goto(f"{server_url}/cetak/kkmp-3673011007")
    page.emulate_media(media="print")
    words = page.locator("main").inner_text()
    places = [words.index(title.partition("\n")[0].lstrip("123. ")) for title in titles]
    assert sorted(places) == places
    assert not page.locator("header.top").is_visible()
