"""What is learned is registered; it answers only if nobody loses by it."""

import datetime as dt

import pytest

from recommender.errors import RefusedError
from recommender.registry.standing import standing
from recommender.training import train as training
from recommender.training.versions import model_lines
from tests.learned import NOW


def test_without_outcomes_nothing_is_registered(teach, store):
    """The prior stays, and that is no failure."""
    found = teach(0)
    assert (None, False, 0, None) == (found.version, found.promoted, found.outcome_count, found.before)
    assert ([], 0) == (store.model_versions(), store.newest_promotion())


@pytest.mark.slow
def test_a_better_model_answers_from_now_on(teach, store):
    """With who, when and why; what was not learned from is told."""
    found = teach(400, strength=3.0)
    assert (True, True, None) == (found.passed, found.promoted, found.before)
    assert (400, 20, 2, 1) == (
        found.outcome_count, found.cooperative_count, found.waiting_count, found.struck_count,
    )  # fmt: skip
    now = standing(store)
    (promotion,) = store.promotion_log().promotions
    assert found.version == now.version == promotion.to_version
    assert ("Ani", NOW + dt.timedelta(hours=1)) == (promotion.author, promotion.made_at)
    assert "400" in promotion.why
    facts = now.served.manifest.facts
    assert ("5" * 64, 400, True) == (facts.snapshot_sha256, facts.outcome_count, facts.passed)
    assert facts.figures["log_loss_candidate"] < facts.figures["log_loss_prior"]


@pytest.mark.slow
def test_how_many_outcomes_speak_of_today_is_told_and_kept(teach, store):
    """All of them, or those since what makes pairs succeed has turned."""
    steady, turned = teach(200, strength=3.0), teach(299, strength=3.0, turned=True)
    assert (200, 200) == (steady.outcome_count, steady.today_count)
    assert 299 == turned.outcome_count
    assert 120 <= turned.today_count <= 220
    lines = [one for one in model_lines(store, "prior") if one.facts]
    kept = {one.version: one.facts.figures["outcomes_of_today"] for one in lines}
    assert {steady.version: 200.0, turned.version: float(turned.today_count)} == kept


@pytest.mark.slow
def test_training_again_on_the_same_outcomes_changes_nothing(teach, store):
    """Same seed, same bytes; the version stays active and no promotion is written."""
    first, again = teach(240, strength=3.0), teach(240, strength=3.0)
    assert (first.version, True) == (again.version, first.promoted)
    assert (again.version, False) == (again.before, again.promoted)
    assert (1, [first.version]) == (store.newest_promotion(), store.model_versions())


def test_too_few_outcomes_are_registered_but_not_promoted(teach, store):
    """The reasons are told, in both languages."""
    found = teach(6, cooperatives=3)
    assert (False, False) == (found.passed, found.promoted)
    assert [found.version] == store.model_versions()
    assert 0 == store.newest_promotion()
    assert all(one.message_id and one.message_en for one in found.findings)
    assert not all(one.passed for one in found.findings)


@pytest.mark.slow
def test_a_model_of_an_earlier_day_does_not_take_the_place(teach, store):
    """Unless somebody promotes it by hand."""
    newer = teach(240, strength=3.0)
    older = teach(200, strength=3.0, at=NOW.date() - dt.timedelta(200))
    assert (True, False) == (newer.promoted, older.promoted)
    assert "sanding models promote" in older.findings[-1].message_id
    assert newer.version == standing(store).version


@pytest.mark.slow
def test_a_damaged_active_model_is_learned_anew(teach, store):
    """The same outcomes bring the same version back to work."""
    first = teach(240, strength=3.0)
    with store.snapshot() as snapshot:
        connection = snapshot._connection
        connection.exec_driver_sql("UPDATE models SET payload = x'00'")
        connection.commit()
    assert None is standing(store).version
    again = teach(240, strength=3.0)
    assert (first.version, True, None) == (again.version, again.promoted, again.before)
    assert ([], ()) == (store.check(), standing(store).warnings)


def test_somebody_elses_decision_meanwhile_stands(teach, store, monkeypatch):
    """The model is registered, and the reason is told."""

    def refuse(*_, **__):
        raise RefusedError("Baru saja diganti.", "Just changed.")

    monkeypatch.setattr(store, "promote_model", refuse)
    found = teach(240, strength=3.0)
    assert (True, False, "Baru saja diganti.") == (
        found.passed, found.promoted, found.findings[-1].message_id,
    )  # fmt: skip
    assert [found.version] == store.model_versions()


@pytest.mark.slow
def test_real_events_lead_to_a_model(store):
    """From the table of events to what answers."""
    cooperatives, offers = (
        [key[0] for key in store.keys(table)][:size] for table, size in (("cooperatives", 30), ("offers", 8))
    )
    rows = []
    for place, (one, offer) in enumerate((one, offer) for one in cooperatives for offer in offers):
        told = {"cooperative_id": one, "offer_id": offer, "recorded_by": f"Petugas {place % 7}"}
        kind = "opened" if (place * 7) % 10 < 2 + 5 * (offers.index(offer) % 2) else "declined"
        for number, (kept, day) in enumerate((("introduced", 3), (kind, 20))):
            row = {
                "event_id": f"e{place}-{number}",
                "kind": kept,
                "occurred_on": dt.date(2025, 3, day),
                **told,
            }
            rows.append(row)
    with store.revision(author="dinas", source="uji", made_at=NOW) as revision:
        revision.upsert("events", rows)
    found = training.train(store, NOW.date(), "Ani", lambda: NOW)
    assert found.version == store.model_versions()[-1]
    assert found.outcome_count > 50


@pytest.mark.slow
def test_a_model_of_a_day_to_come_does_not_answer_by_itself(teach, store):
    """What has not ended yet counts as failed in it, and it would keep later ones out."""
    early = teach(240, strength=3.0, at=NOW.date() + dt.timedelta(1))
    assert (False, False) == (early.passed, early.promoted)
    assert "belum tiba" in early.findings[-1].message_id
    assert "has not come" in early.findings[-1].message_en
    assert [early.version] == store.model_versions()
    assert teach(240, strength=3.0).promoted
