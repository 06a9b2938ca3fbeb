"""The last good promotion answers; a model that is not whole never does, and says so."""

import datetime as dt

from recommender.registry.standing import active_model, promoted_ones, standing
from recommender.store.model_records import Promotion
from tests.learned import NOW


def test_without_a_promotion_the_prior_answers(store, registered):
    """Being registered is not being promoted."""
    found = standing(store)
    assert 3 == len(registered)
    assert (0, None, None, (), None) == (
        found.number, found.promoted, found.served, found.refused, found.broken_at,
    )  # fmt: skip
    assert (None, ()) == (active_model(store), found.warnings)


def test_the_newest_promotion_answers(store, registered, promote, models):
    """Also inside a snapshot, as of its moment."""
    promote(registered[0])
    with store.snapshot() as snapshot:
        assert registered[0] == active_model(snapshot).version
        promote(registered[1])
        assert registered[0] == active_model(snapshot).version
    found = active_model(store)
    assert (registered[1], models[1].outcome_count) == (found.version, found.model.outcome_count)


def test_going_back_leads_to_what_was_promoted_before(store, registered, promote):
    """What was gone back from does not come again by itself."""
    first, second, third = registered
    for version in (first, second, third):
        promote(version)
    ways = []
    for target in (second, first, None):
        promote(target, "rollback")
        ways.append(standing(store).version)
    assert [second, first, None] == ways
    assert None is standing(store).promoted


def test_a_damaged_model_gives_way_to_the_one_before_it(store, registered, promote, spoil):
    """It is named, with what to do and what answers instead."""
    first, second, _ = registered
    promote(first)
    promote(second)
    spoil(second, payload=store.stored_model(second).payload[:-1])
    found = standing(store)
    assert (second, first) == (found.promoted, found.version)
    assert [second] == [one.version for one in found.refused]
    ((said_id, said_en),) = found.warnings
    assert all(word in said_id for word in (second, first, "sanding train"))
    assert all(word in said_en for word in (second, first, "sanding train"))
    spoil(first, manifest=b"{}")
    found = standing(store)
    assert (None, [second, first]) == (found.version, [one.version for one in found.refused])
    assert "keyakinan ahli" in found.warnings[0][0]


def test_a_damaged_model_never_gives_way_to_one_that_was_gone_back_from(store, registered, promote, spoil):
    """That one was found to be bad."""
    first, second, third = registered
    for version in (first, second, third):
        promote(version)
    promote(second, "rollback")
    spoil(second, seal=bytes(32))
    assert first == standing(store).version


def test_a_model_that_was_exchanged_for_another_whole_one_is_refused(store, registered, promote, spoil):
    """The log knows the seal of what was promoted."""
    first, second, _ = registered
    promote(first)
    promote(second)
    other = store.stored_model(first)
    spoil(second, seal=other.seal, manifest=other.manifest, payload=other.payload)
    assert (first, [second]) == (standing(store).version, [one.version for one in standing(store).refused])


def test_a_model_that_is_gone_is_refused(store, registered, promote, spoil):
    """As if it were damaged."""
    promote(registered[0])
    promote(registered[1])
    spoil(registered[1], version="fit-x")
    assert registered[0] == standing(store).version


def test_a_broken_log_counts_up_to_the_break(store, registered, promote, url):
    """And the department is told."""
    promote(registered[0])
    promote(registered[1])
    with store.snapshot() as snapshot:
        connection = snapshot._connection
        connection.exec_driver_sql("UPDATE promotions SET why = 'x' WHERE number = 2")
        found = standing(snapshot)
    assert (registered[0], 2) == (found.version, found.broken_at)
    assert "nomor 2" in found.warnings[0][0]
    assert url.endswith("sanding.db")


def moved(kind, to):
    """A promotion of which only the way counts."""
    return Promotion(1, NOW, "x", "y", kind, None, to, None)


def test_the_line_of_promotions_follows_the_log():
    """The same version may be promoted again; going back skips what it skips."""
    ways = [moved("promote", one) for one in "abab"]
    assert ["a", "b", "a", "b"] == [one.to_version for one in promoted_ones(ways)]
    back = [*ways, moved("rollback", "a")]
    assert ["a", "b", "a"] == [one.to_version for one in promoted_ones(back)]
    assert ["a"] == [one.to_version for one in promoted_ones([*ways[:3], moved("rollback", "a")])][:1]
    assert [] == promoted_ones([*ways, moved("rollback", None)])
    assert [] == promoted_ones([moved("rollback", None)])


def test_advice_of_a_past_day_rests_on_no_later_day(store, registered, promote):
    """What was learned since must not look wise after the event."""
    promote(registered[0])
    learned_on = NOW.date()
    before = learned_on - dt.timedelta(days=1)
    assert registered[0] == active_model(store, learned_on).version
    assert None is active_model(store, before)
    assert registered[0] == standing(store, before).promoted
