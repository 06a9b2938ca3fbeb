"""One business model: the origin and age of its figures, loans, rivals, all its cooperatives."""

import datetime as dt
import re

from api.web.offer import figures_of
from features.origins import OLD_AFTER_DAYS
from recommender.listing import offer_origins, offer_row

AT = dt.date(2026, 11, 21)


def test_every_figure_says_what_it_rests_on(client):
    """Fact or assumption, for each figure of each offer; a source or the offer's own."""
    store = client.app.state.workspace.store
    for row in client.get("/api/v1/offers", params={"limit": 100}).json()["items"]:
        offer_id = row["offer_id"]
        figures = figures_of(offer_row(store, offer_id), offer_origins(store, offer_id), AT)
        assert {"fact", "assumption"} >= {figure.basis for figure in figures}
        assert "capital_need_idr" in {figure.field for figure in figures}


def test_a_figure_is_old_after_ninety_days(client):
    """On the day itself it is not; an unknown day is no age."""
    offer = dict(offer_row(client.app.state.workspace.store, "token-pln"))
    for confirmed, is_old in (
        (AT - dt.timedelta(days=OLD_AFTER_DAYS), False),
        (AT - dt.timedelta(days=OLD_AFTER_DAYS + 1), True),
        (None, False),
    ):
        found = figures_of(offer | {"confirmed_on": confirmed}, {}, AT)
        assert {is_old} == {figure.is_old for figure in found}


def test_old_figures_are_marked_on_the_page(client):
    """With how many there are."""
    text = client.get("/model-bisnis/lpg-sub-pangkalan", headers={"Accept-Language": "id"}).text
    count = int(re.search(r"(\d+) dari \d+ angka dikonfirmasi lebih dari 90 hari", text).group(1))
    assert count > 0
    assert count == text.count("lebih dari 90 hari</span>")


def test_what_excludes_each_other_is_named(client):
    """The other members by their titles, with links, not the group's code."""
    text = client.get("/model-bisnis/lpg-sub-pangkalan").text
    assert '<a href="/model-bisnis/lpg-pangkalan">Pangkalan LPG 3 kg</a>' in text
    assert "lpg-3kg" not in text
    assert "paling banyak satu dari kelompok" not in client.get("/model-bisnis/token-pln").text


def test_no_loan_is_promised(client):
    """Statements are dated and show their state; with none open the page says so; no need, no loans."""
    text = client.get("/model-bisnis/apotek", headers={"Accept-Language": "id"}).text
    for words in ("Belum ada skema yang dibuka.", "dicabut", "menunggu petunjuk", "14 Nov 2025"):
        assert words in text
    assert "Belum ada skema" not in client.get("/model-bisnis/toko-dikelola-mitra").text


def test_rules_come_with_remedy_cost_and_days(client):
    """Mandatory ones first."""
    text = client.get("/model-bisnis/lpg-sub-pangkalan", headers={"Accept-Language": "id"}).text
    assert text.index("(wajib)") < text.index("(sebaiknya)")
    assert re.search(r"Tanpa biaya\s*· \d+ hari", text)


def test_the_mirror_list_opens_to_all(client):
    """Twenty at first, all on request, with the order kept."""
    page = "/model-bisnis/token-pln"
    short = client.get(page, params={"tujuan": "margin"}).text
    assert "semua=1" in short
    assert "tujuan=margin&amp;semua=1#cermin" in short
    long = client.get(page, params={"tujuan": "margin", "semua": "1"}).text
    links = [len(re.findall(r'href="/koperasi/kkmp-\d+/token-pln', text)) for text in (short, long)]
    everyone = client.app.state.workspace.mirror("token-pln")
    assert [20, len(everyone)] == links
    assert "semua=1#cermin" not in long


def test_english_is_complete(client):
    """No Indonesian words of the page itself are left."""
    text = client.get("/model-bisnis/lpg-sub-pangkalan?lang=en").text
    assert "No scheme has been opened yet." in text
    assert not re.search(r">\W*(Dikonfirmasi|Pembiayaan|wajib|sebaiknya|menunggu|fakta|asumsi)\b", text)
