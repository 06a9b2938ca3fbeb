"""One record per run of advice."""

import datetime as dt


def test_a_run_is_on_record_once_with_all_that_made_it(own):
    """Asking again adds nothing."""
    advice = own.suggest("kkmp-3673011007", author="penguji")
    run = own.store.run(advice.recommendation_id)
    assert dt.date(2026, 11, 21) == run.at_date
    assert "penguji" == run.author
    assert own.store.head().digest == run.data_digest
    assert own.model_version() == run.model_version
    own.suggest("kkmp-3673011007", author="orang lain")
    assert "penguji" == own.store.run(advice.recommendation_id).author


def test_the_id_follows_content_and_nothing_else(own):
    """Another day, objective or fact gives another id; another asker does not."""
    first = own.suggest("kkmp-3673011007").recommendation_id
    assert first == own.suggest("kkmp-3673021008", author="x").recommendation_id
    assert first != own.suggest("kkmp-3673011007", objective="success").recommendation_id
    assert first != own.suggest("kkmp-3673011007", at=dt.date(2026, 11, 22)).recommendation_id
    with own.store.revision(author="uji", source="uji", made_at=own.now()) as revision:
        revision.upsert("cooperatives", [{"cooperative_id": "kkmp-3673011007", "member_count": 300}])
    assert first != own.suggest("kkmp-3673011007").recommendation_id


def test_a_changed_fact_changes_the_advice_at_once(own):
    """No stale answer from memory."""
    before = own.suggest("kkmp-3673021008", top=1).suggestions[0]
    with own.store.revision(author="uji", source="uji", made_at=own.now()) as revision:
        revision.upsert(
            "cooperatives",
            [{"cooperative_id": "kkmp-3673021008", "board_skill_level": 4, "member_count": 500}],
        )
    after = own.suggest("kkmp-3673021008", top=1).suggestions[0]
    assert after.success_probability > before.success_probability
