"""Which pairs may be chosen, and why the others may not."""

import numpy as np
import pytest

from models.allocation.problem import CLOSED, HELD, LOCKED, OPEN
from recommender.allocations.pair_states import CAUSES, pair_states
from recommender.allocations.pair_values import pair_values
from recommender.allocations.settings import AllocationSettings, Hold
from recommender.errors import NotFoundError, RefusedError

UNYUR = "kkmp-3673011007"
KONSINYASI = "konsinyasi"


def states(workspace, *holds, **settings):
    """Return the states of today's pairs."""
    source = workspace.gathered()
    asked = AllocationSettings(**settings)
    return source, pair_states(source, pair_values(source, asked.objective), asked, holds)


def where(source, cooperative_id, offer_id):
    """Return row and column of a pair."""
    rows = list(source.cooperatives["cooperative_id"])
    return rows.index(cooperative_id), source.context.offer_ids.index(offer_id)


def event(workspace, offer_id, kind="opened", cooperative_id=UNYUR):
    """Write an event of today."""
    with workspace.store.revision(author="t", source="t", made_at=workspace.now()) as revision:
        row = {"event_id": f"e-{offer_id}-{cooperative_id}", "cooperative_id": cooperative_id}
        row |= {"offer_id": offer_id, "occurred_on": workspace.today(), "kind": kind}
        revision.upsert("events", [row])


def test_a_pair_is_closed_exactly_where_it_has_a_cause(read_serang):
    """Without holds nothing is locked or kept back."""
    _, found = states(read_serang)
    assert np.array_equal(found.state == CLOSED, found.cause != 0)
    assert {CLOSED, OPEN} == set(np.unique(found.state).tolist())


def test_support_is_no_part_of_a_plan(read_serang):
    """Mentoring is never chosen."""
    source, found = states(read_serang)
    column = source.context.offer_ids.index("pendampingan")
    assert {CAUSES.index("support")} == set(found.cause[:, column].tolist())


def test_only_statuses_that_are_asked_for_are_open(writable):
    """Fewer with each status left out; ``blocked`` lets in those against the rules as well."""
    rule = {"offer_id": KONSINYASI, "rule_id": "never", "field": "member_count", "operator": ">="}
    with writable.store.revision(author="t", source="t", made_at=writable.now()) as revision:
        revision.upsert("requirements", [rule | {"value": "9999", "severity": "must"}])
    counts = [
        int((states(writable, statuses=asked)[1].state == OPEN).sum())
        for asked in (
            ("eligible",),
            ("eligible", "unknown"),
            ("eligible", "needs_steps", "unknown"),
            ("eligible", "needs_steps", "unknown", "blocked"),
        )
    ]
    assert counts == sorted(counts)
    assert counts[0] < counts[2] < counts[3]
    source, found = states(writable)
    assert CAUSES[found.cause[where(source, UNYUR, KONSINYASI)]] == "unremedied"


def test_what_runs_closes_itself_its_group_and_its_neighbourhood(writable):
    """A running LPG outlet: the other LPG offer there is closed, and so is a neighbour within its spacing."""
    with writable.store.revision(author="t", source="t", made_at=writable.now()) as revision:
        place = {"latitude_deg": -6.1, "longitude_deg": 106.15}
        rows = [{"cooperative_id": UNYUR, **place}, {"cooperative_id": "kkmp-3673011001", **place}]
        revision.upsert("cooperatives", rows)
    event(writable, "lpg-pangkalan")
    source, found = states(writable)
    assert CAUSES[found.cause[where(source, UNYUR, "lpg-pangkalan")]] == "runs"
    assert CAUSES[found.cause[where(source, UNYUR, "lpg-sub-pangkalan")]] == "group_runs"
    near = CAUSES[found.cause[where(source, "kkmp-3673011001", "lpg-pangkalan")]]
    assert near in ("near_holder", "unremedied")


def test_holds_set_the_state_of_their_pair(read_serang):
    """Locked, kept back, forbidden; a lock reaches a status that was not asked for."""
    kinds = {"locked": LOCKED, "held": HELD, "forbidden": CLOSED}
    for kind, state in kinds.items():
        hold = Hold(UNYUR, KONSINYASI, kind, "rapat", "Ani")
        source, found = states(read_serang, hold, statuses=("eligible",))
        assert state == found.state[where(source, UNYUR, KONSINYASI)]
        assert hold == found.hold_of(UNYUR, KONSINYASI)
        assert found.hold_of(UNYUR, "perisai") is None


def test_a_hold_of_what_runs_already_has_nothing_to_do(writable):
    """It is not counted."""
    event(writable, KONSINYASI)
    source, found = states(writable, Hold(UNYUR, KONSINYASI))
    assert () == found.holds
    assert CLOSED == found.state[where(source, UNYUR, KONSINYASI)]


@pytest.mark.parametrize(("pair", "said"), [(("k?", KONSINYASI), "k?"), ((UNYUR, "o?"), "o?")])
def test_a_hold_of_nobody_is_named(read_serang, pair, said):
    """An unknown id is the user's slip of the pen."""
    with pytest.raises(NotFoundError, match=said.replace("?", r"\?")):
        states(read_serang, Hold(*pair))


def test_a_lock_against_a_rule_is_refused_with_the_rule(read_serang):
    """Support cannot be locked; the sentence says what to do."""
    with pytest.raises(RefusedError, match=r"Hapus dari daftar kunci.*support"):
        states(read_serang, Hold(UNYUR, "pendampingan"))
