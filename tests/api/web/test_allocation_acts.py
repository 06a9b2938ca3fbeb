"""A plan holds only after it was checked, and by somebody with a reason."""

import pytest

from recommender.allocations.settings import AllocationSettings
from recommender.settings import Settings
from tests.homes import sample_workspace

FORM = {"siapa": "Kepala Dinas", "sebab": "Berita acara 7/2026"}


def keep_a_plan(workspace):
    """Make a plan that nobody has published."""
    workspace.solve_allocation(author="t")


@pytest.fixture(name="own")
def _own(tmp_path, app_clock):
    """Settings of a sample with a plan that was kept."""
    settings = Settings(home=tmp_path / "home")
    sample_workspace(settings, sample="serang", clock=app_clock, after=keep_a_plan).close()
    return settings


@pytest.fixture(name="plan")
def _plan(desk):
    """The address of the plan that was kept."""
    (kept,) = desk.app.state.workspace.allocations()
    return f"/alokasi/{kept.allocation_id}"


def state_of(desk, plan):
    """What the workspace says of it."""
    return desk.app.state.workspace.allocation(plan.rpartition("/")[2]).state


def test_the_check_page_shows_what_will_hold_and_does_nothing(plan, desk):
    """Places, worth and proof; looking at it publishes nothing."""
    text = desk.get(f"{plan}/sahkan").text
    for words in ("Periksa sebelum disahkan", "192 untuk 67 koperasi", "terbukti terbaik", "Diputuskan oleh"):
        assert words in text
    assert "solved" == state_of(desk, plan)


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_plan_is_published_and_taken_back_with_who_and_why(language, plan, desk):
    """The page of plans shows the one that holds; its history stays."""
    answer = desk.post(f"{plan}/sahkan?lang={language}", data=FORM, follow_redirects=False)
    assert (303, "published") == (answer.status_code, state_of(desk, plan))
    text = desk.get(f"/alokasi?lang={language}").text
    assert {"id": "Disahkan 21 Nov 2026 oleh Kepala Dinas", "en": "Published on 21 Nov 2026 by Kepala Dinas"}[
        language
    ] in text
    assert "(Berita acara 7/2026)" in text
    answer = desk.post(f"{plan}/cabut", data={"siapa": "Sekretaris", "sebab": "kuota berubah"})
    assert "withdrawn" == state_of(desk, plan)
    assert "Dicabut 21 Nov 2026 oleh Sekretaris (kuota berubah)" in " ".join(
        desk.get(f"{plan}?lang=id").text.replace("</li><li>", " ").split()
    )
    assert "Belum ada rencana yang disahkan." in desk.get("/alokasi").text


@pytest.mark.parametrize("act", ["sahkan", "cabut"])
@pytest.mark.parametrize("name", ["siapa", "sebab"])
@pytest.mark.parametrize("text", ["  ", "x" * 501])
def test_without_a_name_and_a_reason_nothing_is_done(act, name, text, plan, desk):
    """The form comes back with what was typed."""
    before = state_of(desk, plan)
    answer = desk.post(f"{plan}/{act}", data={**FORM, name: text})
    assert 422 == answer.status_code
    assert f'id="{name}-salah"' in answer.text
    other = ({"siapa", "sebab"} - {name}).pop()
    assert FORM[other] in answer.text
    assert before == state_of(desk, plan)


def test_a_plan_that_replaces_another_says_what_changes(plan, desk):
    """Before it is published; the earlier one is withdrawn by it."""
    desk.post(f"{plan}/sahkan", data=FORM)
    workspace = desk.app.state.workspace
    second = workspace.solve_allocation(AllocationSettings(max_per_cooperative=2), author="t").allocation_id
    text = desk.get(f"/alokasi/{second}/sahkan").text
    assert f"Menggantikan rencana yang berlaku, {plan.rpartition('/')[2]}" in text
    desk.post(f"/alokasi/{second}/sahkan", data=FORM)
    assert ("withdrawn", second) == (state_of(desk, plan), workspace.published_allocation().allocation_id)


def test_what_cannot_be_published_is_said_on_the_page(desk):
    """A plan without a solution gives nobody anything."""
    settings = AllocationSettings(max_per_cooperative=1, min_per_district=60)
    bare = desk.app.state.workspace.solve_allocation(settings, author="t").allocation_id
    answer = desk.post(f"/alokasi/{bare}/sahkan", data=FORM)
    assert 409 == answer.status_code
    assert 'role="alert"' in answer.text
    assert desk.app.state.workspace.published_allocation() is None


def test_another_site_may_do_neither(plan, desk):
    """A form of somebody else is refused."""
    for act in ("sahkan", "cabut"):
        answer = desk.post(f"{plan}/{act}", data=FORM, headers={"Sec-Fetch-Site": "cross-site"})
        assert 403 == answer.status_code
    assert "solved" == state_of(desk, plan)


def test_a_plan_that_is_not_there_can_neither_be_published_nor_withdrawn(desk):
    """Nor looked at."""
    for act in ("sahkan", "cabut"):
        assert 404 == desk.get(f"/alokasi/nobody/{act}").status_code
        assert 404 == desk.post(f"/alokasi/nobody/{act}", data=FORM).status_code
        assert 404 == desk.post(f"/alokasi/nobody/{act}", data={}).status_code
