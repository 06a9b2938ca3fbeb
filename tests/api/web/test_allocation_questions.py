"""Questions to a kept plan: why not, what differs, what a setting costs."""

import re

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from recommender.allocations.settings import AllocationSettings
from recommender.errors import RefusedError
from recommender.settings import Settings
from recommender.workspace import Workspace
from tests.homes import sample_workspace

WAITING, GIVEN = "kkmp-3673031014", "kkmp-3673011001"
FULL = "toko-dikelola-mitra"
LARGE = RefusedError("Rencana ini terlalu besar.", "This plan is too large.")


@pytest.fixture(name="asked", scope="module")
def _asked(tmp_path_factory, app_clock):
    """A client on a sample with two plans that were kept, and their ids; the first one holds."""
    settings = Settings(home=tmp_path_factory.mktemp("asked"))
    with sample_workspace(settings, sample="serang", clock=app_clock) as workspace:
        first = workspace.solve_allocation(author="t").allocation_id
        workspace.publish_allocation(first, author="t", why="rapat")
        second = workspace.solve_allocation(AllocationSettings(max_per_cooperative=2), author="t")
    with TestClient(create_app(settings, clock=app_clock), raise_server_exceptions=False) as client:
        yield client, first, second.allocation_id


def test_the_form_asks_for_any_pair(asked):
    """Every cooperative and every offer can be chosen; nothing is answered yet."""
    client, first, _ = asked
    text = client.get(f"/alokasi/{first}/mengapa").text
    assert (67, 30) == tuple(
        len(re.findall("<option", part)) for part in re.findall(r"<select.*?</select>", text, re.DOTALL)
    )
    assert "Pasangan ini" not in text


def test_where_there_are_too_many_to_choose_from_the_id_is_typed(asked, monkeypatch):
    """A list of tens of thousands would help nobody."""
    client, first, _ = asked
    monkeypatch.setattr("api.web.allocation_page.MOST_SCORED", 10)
    text = client.get(f"/alokasi/{first}/mengapa?koperasi={GIVEN}&model={FULL}&x=1").text
    assert f'<input id="koperasi" name="koperasi" value="{GIVEN}"' in text
    assert "Pasangan ini ada dalam rencana." in text


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "id",
            ["Pasangan ini tidak ada dalam rencana.", "Kuota penuh oleh 10 koperasi", "poin lebih rendah."],
        ),
        ("en", ["This pair is not in the plan.", "points less.", "Who has the places, the weakest first"]),
    ],
)
def test_a_pair_that_waits_is_told_why_who_has_the_places_and_what_would_change(language, words, asked):
    """With the shortfall of the best plan that has it."""
    client, first, _ = asked
    text = client.get(f"/alokasi/{first}/mengapa?koperasi={WAITING}&model={FULL}&lang={language}").text
    assert [] == [word for word in words if word not in text]
    assert 10 == text.count('<span class="badge')
    assert "change-dropped" in text


def test_a_pair_that_is_in_the_plan_is_told_so(asked):
    """With how it came in."""
    client, first, _ = asked
    text = client.get(f"/alokasi/{first}/mengapa?koperasi={GIVEN}&model={FULL}").text
    assert "Pasangan ini ada dalam rencana." in text
    assert "mendapat satu dari 10 tempat yang ada" in text


def test_a_pair_that_no_plan_can_hold_is_told_so(asked):
    """Support is no part of any plan."""
    client, first, _ = asked
    text = client.get(f"/alokasi/{first}/mengapa?koperasi={GIVEN}&model=pendampingan").text
    assert "Ini pendampingan" in text
    assert "Tidak ada rencana dalam batas ini yang dapat memuatnya." in text


@pytest.mark.parametrize("query", [f"koperasi=nobody&model={FULL}", f"koperasi={GIVEN}&model=none"])
def test_a_pair_that_the_plan_does_not_know_is_not_found(query, asked):
    """As any address that leads nowhere."""
    client, first, _ = asked
    assert 404 == client.get(f"/alokasi/{first}/mengapa?{query}").status_code


def test_two_plans_stand_side_by_side(asked):
    """Against the one that holds, if no other is named; settings, worth, and every pair that moves."""
    client, first, second = asked
    text = client.get(f"/alokasi/{second}/banding").text
    assert f"A: {first}" in text
    assert f"B: {second}" in text
    assert re.search(r"Tetap \d+, baru \d+, lepas \d+\.", text)
    kept, new, dropped = map(int, re.search(r"Tetap (\d+), baru (\d+), lepas (\d+)", text).groups())
    assert (192, 133) == (kept + dropped, kept + new)
    assert dropped == text.count('class="change change-dropped"')
    other = client.get(f"/alokasi/{first}/banding?dengan={second}").text
    assert f"Tetap {kept}, baru {dropped}, lepas {new}." in other


def test_a_plan_compared_with_itself_has_the_same_pairs(asked):
    """And nothing moves."""
    client, first, _ = asked
    assert "Pasangannya sama." in client.get(f"/alokasi/{first}/banding?dengan={first}").text
    assert 404 == client.get(f"/alokasi/{first}/banding?dengan=nobody").status_code


@pytest.mark.slow
def test_each_setting_of_a_plan_stands_with_its_price(asked):
    """The present one is marked; what is impossible is said; earlier pairs only with a plan before."""
    client, first, second = asked
    text = client.get(f"/alokasi/{first}/pengaturan").text
    assert "Paling banyak tiap koperasi" in text
    assert 3 == text.count('<tr class="present">')
    assert "tidak mungkin" in text
    assert "−2.004" in client.get(f"/alokasi/{second}/pengaturan").text
    assert ["dilepas" in client.get(f"/alokasi/{one}/pengaturan").text for one in (first, second)] == [
        False,
        True,
    ]


def test_a_plan_that_is_too_large_to_be_asked_says_so(asked, monkeypatch):
    """Instead of a page of a fault."""
    client, first, _ = asked

    def refuse(*_args):
        raise LARGE

    monkeypatch.setattr(Workspace, "why_not", refuse)
    monkeypatch.setattr(Workspace, "dials", refuse)
    for address in (f"mengapa?koperasi={GIVEN}&model=apotek", "pengaturan?x=1"):
        answer = client.get(f"/alokasi/{first}/{address}")
        assert 409 == answer.status_code
        assert "Rencana ini terlalu besar." in answer.text


def test_a_plan_that_is_not_there_answers_nothing(client):
    """Whatever is asked."""
    for address in ("mengapa", "banding", "pengaturan"):
        assert 404 == client.get(f"/alokasi/nobody/{address}").status_code


def test_a_single_plan_has_nothing_to_be_compared_with(own, app_clock):
    """The page says so."""
    with TestClient(create_app(own, clock=app_clock)) as client:
        one = client.app.state.workspace.solve_allocation(author="t").allocation_id
        assert "Belum ada rencana lain" in client.get(f"/alokasi/{one}/banding").text
