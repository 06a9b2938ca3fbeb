"""The overview: filters, counts, pages, map and what needs action, on small stores and a national one."""

import datetime as dt

import pytest

from recommender.errors import RefusedError
from recommender.overview.overview import Overviews
from recommender.overview.records import Filters
from recommender.overview.roster import DOCUMENTS
from recommender.settings import Settings
from tests.homes import sample_workspace
from tools.happenings import let_happen

NOW = dt.datetime(2026, 11, 21, 3, 0, tzinfo=dt.UTC)
TODAY = dt.date(2026, 11, 21)


def opened(path, sample):
    """A workspace of its own, on 21 November 2026."""
    return sample_workspace(Settings(home=path), sample=sample, clock=lambda: NOW)


@pytest.fixture(name="city", scope="module")
def _city(tmp_path_factory):
    """The sample."""
    with opened(tmp_path_factory.mktemp("city"), "serang") as workspace:
        yield Overviews(workspace)


def write(workspace, table, *rows):
    """Write rows in a revision of their own."""
    with workspace.store.revision(author="t", source="t", made_at=NOW) as revision:
        revision.upsert(table, rows)


def test_the_best_suggestion_is_the_first_of_the_advice(city):
    """Line for line, whatever page it stands on."""
    best = {line.cooperative_id: line.best for line in city.page(Filters()).lines}
    assert 67 == len(best)
    for advice in city.workspace.suggest_all(top=1):
        assert advice.suggestions[0] == best[advice.cooperative_id]


@pytest.mark.parametrize("name", ["district", "stage", "status", "offer"])
@pytest.mark.slow
def test_each_count_is_what_its_choice_leaves(name, city):
    """Also with another filter in force."""
    for other in (Filters(), Filters(district="Kasemen"), Filters(is_ready=True)):
        facets = city.page(other).facets[name]
        assert facets
        for facet in facets[:6]:
            chosen = {**{one: getattr(other, one) for one in other.__slots__}, name: facet.key}
            assert facet.count == city.page(Filters(**chosen)).matched, (facet, other)


def test_the_ready_are_those_with_an_eligible_suggestion(city):
    """As the advice of each says."""
    ready = {
        advice.cooperative_id
        for advice in city.workspace.suggest_all()
        if any(found.status == "eligible" for found in advice.suggestions)
    }
    page = city.page(Filters(is_ready=True))
    assert ready == {line.cooperative_id for line in page.lines}
    assert len(ready) == page.ready_count == city.page(Filters()).ready_count


def test_words_are_sought_in_names_areas_ids_and_codes(city):
    """Case does not matter; what fits nothing leaves nothing."""
    for text in ("UNYUR", "kkmp-3673011007", "36.73.01.1007"):
        assert ["kkmp-3673011007"] == [line.cooperative_id for line in city.page(Filters(q=text)).lines]
    empty = city.page(Filters(q="zzz"))
    assert (0, 1, 1, []) == (empty.matched, empty.page, empty.page_count, list(empty.lines))


def test_the_map_and_the_list_keep_step(city):
    """One cell per area; those that match are those on the list; none is dropped."""
    filters = Filters(district="Kasemen", status="eligible")
    drawn, page = city.map(filters), city.page(filters)
    assert set(city.workspace.store.frame("areas")["code"]) == {cell.code for cell in drawn.cells}
    assert {line.area_code for line in page.lines} == {cell.code for cell in drawn.cells if cell.matched}
    assert page.matched == sum(drawn.status_counts.values())


def test_unknown_documents_and_days_stay_unknown(tmp_path):
    """Public facts say nothing of documents; nobody is called old without a day."""
    with opened(tmp_path, "serang-kosong") as workspace:
        page = Overviews(workspace).page(Filters())
        assert {(1, 7)} == {(line.documents_known_yes, line.documents_unknown) for line in page.lines}
        blank_row = dict.fromkeys(DOCUMENTS)
        write(workspace, "cooperatives", {"cooperative_id": "kkmp-3673011007", **blank_row})
        blank = Overviews(workspace).page(Filters(need="documents"))
        assert ["kkmp-3673011007"] == [line.cooperative_id for line in blank.lines]
        assert 1 == next(need.count for need in blank.needs if need.kind == "documents")
        for line in page.lines:
            assert (line.oldest_on is None) == (line.oldest_days is None)


def test_what_the_department_has_to_look_at_needs_action_first(tmp_path):
    """Held runs and single events, each counted; nothing once they were looked at."""
    with opened(tmp_path, "serang") as workspace:
        let_happen(workspace)
        needs = Overviews(workspace).page(Filters()).needs
        assert [("events_held", 1), ("events_waiting", 3)] == [(one.kind, one.count) for one in needs[:2]]
        ids = [one.event_id for one in workspace.events_to_review()]
        workspace.review_events(ids, "counted", author="Ani")
        kinds = {one.kind for one in Overviews(workspace).page(Filters()).needs}
        assert set() == {"events_held", "events_waiting"} & kinds


def test_what_needs_action_is_counted_from_facts(tmp_path):
    """Prices, quotas, windows, old data; each names what it is about."""
    with opened(tmp_path, "serang") as workspace:
        old, soon = TODAY - dt.timedelta(91), TODAY + dt.timedelta(30)
        partner = workspace.store.frame("partners")["partner_id"][0]
        price = {"supplier_id": partner, "item": "gula", "unit": "kg", "price_idr": 1, "valid_from": old}
        write(workspace, "prices", {**price, "valid_to": TODAY - dt.timedelta(1)})
        write(workspace, "prices", {**price, "item": "beras", "valid_to": TODAY})
        write(workspace, "cooperatives", {"cooperative_id": "kkmp-3673011007", "observed_on": old})
        write(workspace, "offers", {"offer_id": "brilink", "city_quota": 1, "apply_from": soon})
        write(workspace, "offers", {"offer_id": "token-pln", "city_quota": 0})
        events = [
            {
                "event_id": f"e{number}",
                "cooperative_id": f"kkmp-367301100{number}",
                "offer_id": "brilink",
                "occurred_on": old,
                "kind": "opened",
            }
            for number in (1, 2)
        ]
        write(workspace, "events", events[0])
        full = {need.kind: need for need in Overviews(workspace).page(Filters()).needs}
        write(workspace, "events", events[1])
        page = Overviews(workspace).page(Filters(need="old_data"))
        found = {need.kind: need for need in page.needs}
        assert (1, "brilink") == (full["quota_full"].count, full["quota_full"].offer_id)
        assert (1, "brilink") == (found["quota_over"].count, found["quota_over"].offer_id)
        assert "quota_full" not in found, "a quota of none is no queue"
        assert (soon, "brilink") == (found["opens_soon"].on, found["opens_soon"].offer_id)
        assert (1, 1) == (found["expired_prices"].count, found["old_data"].count)
        assert ["kkmp-3673011007"] == [line.cooperative_id for line in page.lines]


def test_an_answer_follows_the_store(tmp_path):
    """Remembered while nothing changes, made anew when something does."""
    with opened(tmp_path, "serang") as workspace:
        overviews = Overviews(workspace)
        assert 0 == overviews.page(Filters(q="Baru Sekali")).matched
        write(workspace, "cooperatives", {"cooperative_id": "kkmp-3673011007", "name": "KKMP Baru Sekali"})
        assert 1 == overviews.page(Filters(q="baru sekali")).matched


def test_an_empty_store_has_an_empty_page(tmp_path):
    """Areas are there, cooperatives are not."""
    with opened(tmp_path, None) as workspace:
        page = Overviews(workspace).page(Filters())
        assert (0, 0, 1, 0) == (page.total, page.matched, page.page_count, page.ready_count)
        assert {0} == {cell.count for cell in Overviews(workspace).map(Filters()).cells}


@pytest.mark.slow
def test_a_page_of_very_many_shows_lists_and_asks_for_a_district_first(tmp_path):
    """Nothing is scored for all; what would need that is refused with a remedy, a district is answered."""
    count, in_district = 5_400, 12
    with opened(tmp_path, "serang") as workspace:
        codes = [f"11.{n // 100 % 100:02d}.{n // 12 % 100:02d}.{1000 + n % 9000}" for n in range(count)]
        write(
            workspace,
            "areas",
            *(
                {"code": code, "name": f"Desa {n}", "district": f"Kecamatan {n // in_district}"}
                for n, code in enumerate(codes)
            ),
        )
        write(
            workspace,
            "cooperatives",
            *(
                {"cooperative_id": f"n-{n:06d}", "name": f"KDMP {n}", "area_code": code, "stage": n % 7}
                for n, code in enumerate(codes)
            ),
        )
        overviews = Overviews(workspace)
        asked = (Filters(), Filters(q="desa 77"), Filters(stage="active"), Filters(district="kecamatan 5"))
        assert all(len(overviews.page(filters, 2).lines) <= 50 for filters in asked)
        wide, narrow = overviews.page(Filters(status="unknown")), overviews.page(asked[-1])
        assert (True, True, count + 67) == (wide.is_wide, wide.is_unanswered, wide.matched)
        assert (False, in_district) == (narrow.is_wide, narrow.matched)
        assert None is overviews.map(Filters())
        with pytest.raises(RefusedError, match="terlalu banyak"):
            overviews.lines(Filters())
