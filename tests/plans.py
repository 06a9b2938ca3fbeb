"""Plans as records, from a few values; what is not named is made up."""

import datetime as dt
from dataclasses import replace

from recommender.allocations.records import (
    Allocation,
    Assignment,
    Change,
    HeldPair,
    QuotaLine,
    Unserved,
    WaitingLine,
)
from recommender.allocations.settings import AllocationSettings, Hold

DAY = dt.date(2026, 11, 21)
DISTRICTS = {"k1": "Curug", "k2": "Curug", "k3": "Serang", "k4": None}


def make_pair(cooperative_id, offer_id, **changes):
    """Make one pair of a plan."""
    pair = Assignment(
        cooperative_id=cooperative_id,
        cooperative_name=f"Koperasi {cooperative_id}",
        district=DISTRICTS.get(cooperative_id),
        offer_id=offer_id,
        offer_title=f"Model {offer_id}",
        partner_name="Mitra",
        status="eligible",
        success_probability=0.5,
        lower=0.25,
        upper=0.75,
        value=10.0,
        change="new",
        reason=("Pilihan ke-1.", "Choice 1."),
    )
    return replace(pair, **changes)


def make_wait(cooperative_id, offer_id, position, **changes):
    """Make one line of a waiting list."""
    line = WaitingLine(
        offer_id=offer_id,
        offer_title=f"Model {offer_id}",
        position=position,
        cooperative_id=cooperative_id,
        cooperative_name=f"Koperasi {cooperative_id}",
        district=DISTRICTS.get(cooperative_id),
        gain=2.5,
        gives_up=(),
    )
    return replace(line, **changes)


def make_quota(offer_id, **changes):
    """Make one quota: full, with what one more place would add."""
    line = QuotaLine(
        offer_id=offer_id,
        offer_title=f"Model {offer_id}",
        district=None,
        quota=3,
        taken=1,
        given=2,
        left=0,
        wanted=4,
        price=2.5,
        price_bound=None,
        says=("Penuh.", "Full."),
    )
    return replace(line, **changes)


def make_unserved(cooperative_id):
    """Make one cooperative that gets nothing."""
    return Unserved(
        cooperative_id, f"Koperasi {cooperative_id}", DISTRICTS.get(cooperative_id), ("Penuh.", "Full.")
    )


def make_change(kind, cooperative_id, offer_id, before=None, after=None):
    """Make one difference between two plans."""
    return Change(
        kind, cooperative_id, f"Koperasi {cooperative_id}", offer_id, f"Model {offer_id}", before, after
    )


def make_held(cooperative_id, offer_id):
    """Make one place that is kept back."""
    hold = Hold(cooperative_id, offer_id, "held", reason="menunggu izin", recorded_by="dinas")
    return HeldPair(cooperative_id, f"Koperasi {cooperative_id}", offer_id, f"Model {offer_id}", hold)


def make_plan(**changes):
    """Make a plan: three of four get something, one offer is full, two wait for it, one pair is dropped."""
    plan = Allocation(
        allocation_id="rencana-000000000001",
        state="solved",
        at=DAY,
        settings=AllocationSettings(),
        status="optimal",
        total_value=30.0,
        unit="points",
        bound=30.0,
        gap=0.0,
        assignments=(make_pair("k1", "o1"), make_pair("k1", "o2", change="kept"), make_pair("k2", "o1")),
        held=(make_held("k4", "o3"),),
        quotas=(make_quota("o1"), make_quota("o3", left=2, given=1, taken=0, price=0.0)),
        waiting=(make_wait("k3", "o1", 1), make_wait("k2", "o2", 2, gives_up=("o1",))),
        unserved=(make_unserved("k3"),),
        changes=(
            make_change("new", "k1", "o1", after=10.0),
            make_change("kept", "k1", "o2", 10.0, 10.0),
            make_change("dropped", "k3", "o2", before=8.0),
        ),
        relaxations=(),
        warnings=(),
        cooperative_count=4,
        revision_id=7,
        model_version="prior-1",
        previous_id="rencana-000000000000",
    )
    return replace(plan, **changes)
