"""The cooperative's page leads on: to its profile, to what if, to comparing and to why not."""

import re

import pytest

PLACE = "/koperasi/kkmp-3673011007"


@pytest.mark.parametrize("store", ["serang", "kosong"])
@pytest.mark.parametrize("language", ["id", "en"])
def test_every_card_has_its_chart_and_leads_to_a_comparison(store, language, clients):
    """Bars in words and numbers as well as drawn."""
    text = clients[store].get(PLACE, headers={"Accept-Language": language}).text
    assert 5 == text.count('class="effects"')
    assert 5 == len(re.findall(r"/banding\?a=[a-z0-9-]+", text))
    for charts in re.findall(r'<ul class="effects">(.*?)</ul>', text, re.DOTALL):
        assert 2 <= charts.count("<li>") <= 5
        assert charts.count("<svg") == len(re.findall(r"[+−]\d", charts))


def test_why_not_offers_all_that_is_not_shown(client):
    """Every other offer can be asked about, blocked and running ones included."""
    text = client.get(PLACE).text
    form = text[text.index('id="mengapa-bukan"') :]
    offered = set(re.findall(r'<option value="([^"]+)"', form))
    workspace = client.app.state.workspace
    shown = {one.offer_id for one in workspace.suggest("kkmp-3673011007", top=5).suggestions}
    assert set(workspace.gathered().context.offer_ids) - shown == offered


@pytest.mark.parametrize("query", ["", "?tujuan=margin", "?lang=en"])
def test_why_not_leads_to_the_explanation(query, client):
    """With the objective and the language it was asked under."""
    joint = "&" if query else "?"
    answer = client.get(f"{PLACE}/mengapa{query}{joint}model=bank-sampah", follow_redirects=False)
    assert (303, f"{PLACE}/bank-sampah{query}") == (answer.status_code, answer.headers["location"])
    assert 303 == client.get(f"{PLACE}/mengapa", follow_redirects=False).status_code


def test_missing_facts_lead_to_their_forms(client):
    """What is worth asking can be filled in at once."""
    text = client.get(PLACE).text
    ask = text[text.index('id="tanya"') :]
    assert 3 == len(re.findall(rf'href="{PLACE}/profil/[a-z_0-9]+"', ask[: ask.index("</ol>")]))
