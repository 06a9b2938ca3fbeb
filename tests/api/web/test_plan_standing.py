"""What the plan that holds says on a cooperative's page."""

from api.web.plan_standing import contests_by_offer, plan_standing
from recommender.errors import RefusedError
from recommender.workspace import Workspace

WAITING, GIVEN, FULL = "kkmp-3673031014", "kkmp-3673011001", "toko-dikelola-mitra"


def test_only_offers_with_few_places_are_contested(client):
    """What has no limit has nothing to be contested; of whoever does not exist nothing is told."""
    found = contests_by_offer(client.app.state.workspace, "balanced")
    assert {FULL, "gudang-dingin"} == found.keys()
    assert (10, 10) == (found[FULL].wanted, found[FULL].places)


def test_without_a_plan_that_holds_nothing_is_said(desk):
    """A plan that was only kept does not count."""
    workspace = desk.app.state.workspace
    workspace.solve_allocation(author="t")
    assert plan_standing(workspace, GIVEN) is None
    text = desk.get(f"/koperasi/{WAITING}").text
    assert "Dalam rencana" not in text
    assert "Diminati 10 koperasi, ada 10 tempat." in text


def test_a_cooperative_sees_what_it_gets_and_what_it_waits_for(desk):
    """On its page and on each suggestion, as soon as the plan is published, and no longer than that."""
    assert "Dalam rencana" not in desk.get(f"/koperasi/{WAITING}").text
    workspace = desk.app.state.workspace
    kept = workspace.solve_allocation(author="t").allocation_id
    workspace.publish_allocation(kept, author="t", why="rapat")
    text = " ".join(desk.get(f"/koperasi/{WAITING}").text.split())
    for words in (
        "Rencana yang berlaku, data per 21 Nov 2026:",
        "Menunggu Toko dikelola mitra, tanpa modal (nomor 1).",
        "Dalam rencana yang berlaku: mendapat.",
        "Dalam rencana yang berlaku: menunggu sebagai nomor 1.",
        f'href="/alokasi/{kept}/mengapa?koperasi={WAITING}&amp;model={FULL}"',
    ):
        assert words in text, words
    workspace.withdraw_allocation(kept, author="t", why="batal")
    assert "Dalam rencana" not in desk.get(f"/koperasi/{WAITING}").text


def test_a_standing_holds_the_pairs_of_one_cooperative(desk):
    """One that the plan does not know is in none of its lists."""
    workspace = desk.app.state.workspace
    workspace.publish_allocation(
        workspace.solve_allocation(author="t").allocation_id, author="t", why="rapat"
    )
    found = plan_standing(workspace, GIVEN)
    assert FULL in found.gets
    assert {GIVEN} == {one.cooperative_id for one in found.gets.values()}
    assert (1, None) == (plan_standing(workspace, WAITING).waits[FULL].position, found.unserved)
    unknown = plan_standing(workspace, "nobody")
    assert ({}, {}, None) == (unknown.gets, unknown.waits, unknown.unserved)


def test_a_plan_that_cannot_be_read_takes_no_cooperatives_page_away(desk, monkeypatch):
    """Only the page of plans speaks of it, beside its form."""

    def refuse(*_args):
        raise RefusedError("Rencana ini rusak.", "This plan is damaged.")

    monkeypatch.setattr(Workspace, "published_allocation", refuse)
    assert plan_standing(desk.app.state.workspace, GIVEN) is None
    assert 200 == desk.get(f"/koperasi/{GIVEN}").status_code
    answer = desk.get("/alokasi")
    assert 409 == answer.status_code
    assert "Rencana ini rusak." in answer.text
    assert "Hitung rencana" in answer.text
