"""Races for the last place: one wins, the others are told, and who dies on the way leaves all or nothing."""

import datetime as dt
import os
import random
import subprocess
import sys
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from models.requirements.places import places_on
from recommender.allocations.accepting import accept_place
from recommender.allocations.releasing import Leaving, release_place
from recommender.errors import RefusedError
from recommender.store.opening import open_store

TODAY = dt.date(2026, 3, 1)
MADE_AT = dt.datetime(2026, 3, 1, 2, 30, tzinfo=dt.UTC)
ROOT = Path(__file__).parents[2]
RACERS = ("K0", "K1", "K2", "K3")
HOLDERS = ("H0", "H1")
FULL = {"sqlite": 1000, "postgresql": 100}
FREED = {"sqlite": 120, "postgresql": 40}
PROCESSES = 24
CRASHES = {"sqlite": 24, "postgresql": 12}


@pytest.fixture(name="arena")
def _arena(store_url):
    """A store with racers and holders, and a way to put offers into it whose last place is to be had."""
    with open_store(store_url) as store:
        with store.revision(author="dinas", source="test", made_at=MADE_AT) as revision:
            revision.upsert("areas", [{"code": "36.73.01.1001", "name": "Serang", "district": "Serang"}])
            revision.upsert("partners", [{"partner_id": "bulog", "name": "Bulog"}])
            ids = (*RACERS, *HOLDERS)
            common = {"area_code": "36.73.01.1001"}
            revision.upsert("cooperatives", [{"cooperative_id": one, "name": one, **common} for one in ids])

        def offers(count, *, free):
            """Write offers by turns with one to three places, of which so many are free, the others held."""
            names = [f"o{number:04d}" for number in range(count)]
            rows, events = [], []
            for number, name in enumerate(names):
                quota = 1 + number % 3 if free else 1 + number % 2
                limit = "city_quota" if number % 4 else "district_quota"
                common = {"partner_id": "bulog", "title": name, "sector": "staples"}
                rows.append({"offer_id": name, limit: quota, **common})
                for holder in HOLDERS[: quota - free]:
                    taken = {"cooperative_id": holder, "offer_id": name, "occurred_on": TODAY}
                    events.append({"event_id": f"{name}-{holder}", "kind": "approved", **taken})
            with store.revision(author="dinas", source="test", made_at=MADE_AT) as revision:
                revision.upsert("offers", rows)
                revision.upsert("events", events)
            return names

        yield store, offers


def attempt(store, cooperative_id, offer_id, **more):
    """Accept; whether a place was got. A refusal has to be the one about places."""
    try:
        return accept_place(
            store, cooperative_id, offer_id, author=cooperative_id, made_at=MADE_AT, **more
        ).is_new
    except RefusedError as error:
        if "Tidak ada tempat tersisa" not in error.message_id:
            raise
        return False


def raced(url, contestants, names):
    """Let every contestant (a function of its own store and an offer) run for each offer at the same time."""
    together = threading.Barrier(len(contestants))

    def run(contestant):
        with open_store(url) as own:
            return [(together.wait(), contestant(own, name))[1] for name in names]

    with ThreadPoolExecutor(len(contestants)) as threads:
        return list(threads.map(run, contestants))


def racer(cooperative_id):
    """A contestant that tries once."""
    return lambda store, name: attempt(store, cooperative_id, name)


def holders(store):
    """Who holds a place of which offer, and how many were given beyond any quota."""
    offers = store.frame("offers")
    district_of = dict.fromkeys((*RACERS, *HOLDERS), "36.73.01")
    places = places_on(store.frame("events"), offers, district_of, TODAY)
    assert all(left >= 0 for left in (*places.left_in_city.values(), *places.left_in_district.values()))
    return places.holders


@pytest.mark.slow
def test_a_thousand_last_places_have_a_thousand_winners(arena, store_url, engine_name):
    """None is doubled, none is lost; who came too late was told, and no event says otherwise."""
    store, offers = arena
    names = offers(FULL[engine_name], free=1)
    before = store.count("events")
    results = raced(store_url, [racer(one) for one in RACERS], names)
    winners = {
        (one, name)
        for one, won in zip(RACERS, results, strict=True)
        for name, is_won in zip(names, won, strict=True)
        if is_won
    }
    assert dict.fromkeys(names, 1) == dict(Counter(name for _, name in winners))
    assert winners == {pair for pair in holders(store) if pair[0] in RACERS}
    recorded = store.frame("events", columns=("recorded_by",))["recorded_by"]
    assert (len(names), len(names)) == (len(recorded) - before, int(recorded.notna().sum()))
    assert [] == store.check()


@pytest.mark.slow
def test_a_place_that_is_freed_meanwhile_is_neither_lost_nor_doubled(arena, store_url, engine_name):
    """Whoever keeps asking until it was freed: one of them has it, and the one who left has it no more."""
    store, offers = arena
    names = offers(FREED[engine_name], free=0)
    freed, won = ({name: threading.Event() for name in names} for _ in range(2))

    def leave(own, name):
        gone = release_place(own, "H0", name, Leaving("declined"), author="H0", made_at=MADE_AT)
        freed[name].set()
        return gone.frees_place

    def keep_asking(cooperative_id):
        def ask(own, name):
            while not won[name].is_set():
                is_last = freed[name].is_set()
                if attempt(own, cooperative_id, name):
                    won[name].set()
                    return True
                if is_last:
                    return False
            return False

        return ask

    left, *results = raced(store_url, [leave, *map(keep_asking, RACERS[:3])], names)
    assert all(left)
    assert [1] * len(names) == [sum(one) for one in zip(*results, strict=True)]
    held = holders(store)
    assert set(names) == {name for one, name in held if one in RACERS}
    assert set() == {pair for pair in held if pair[0] == "H0"}
    assert len(names) == store.newest_allocation_entry()
    assert [] == store.check()


@contextmanager
def started(*arguments):
    """A process of ``racer.py`` that is ready; gives ways to send a line and to hear the answer."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    command = [sys.executable, "-P", str(Path(__file__).with_name("racer.py")), *arguments]
    process = subprocess.Popen(
        command, env=environment, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT
    )
    try:

        def send(line):
            process.stdin.write(f"{line}\n")
            process.stdin.flush()

        def hear():
            return process.stdout.readline().strip()

        yield send, hear
    finally:
        process.stdin.close()
        process.wait(timeout=30)
        process.stdout.close()


@pytest.mark.slow
def test_two_processes_never_share_a_last_place(arena, store_url):
    """Not one lock within a process, but the database's own."""
    store, offers = arena
    names = offers(PROCESSES, free=1)
    with ExitStack() as stack:
        racers = [stack.enter_context(started("race", store_url, one)) for one in RACERS[:2]]
        assert ["ready", "ready"] == [hear() for _, hear in racers]
        answers = []
        for name in names:
            for send, _ in racers:
                send(name)
            answers.append(sorted(hear() for _, hear in racers))
    assert [["refused", "won"]] * len(names) == answers
    held = {pair for pair in holders(store) if pair[0] in RACERS}
    assert (len(names), set(names)) == (len(held), {name for _, name in held})
    assert [] == store.check()


@pytest.mark.slow
def test_who_dies_in_the_middle_leaves_all_or_nothing(arena, store_url, engine_name):
    """The event and the row of the plan's log, or neither; the next one is not kept waiting."""
    store, offers = arena
    names = offers(CRASHES[engine_name], free=1)
    plan = store.register_allocation(b"a", "solved", author="x", made_at=MADE_AT).allocation_id
    store.publish_allocation(plan, after=1, author="x", why=None, made_at=MADE_AT)
    chance = random.Random(20260301)  # noqa: S311 - only when to die
    certain = ("rows", "seal", "log")
    ends = Counter()
    with started("die", store_url) as (send, hear):
        assert "ready" == hear()
        for number, name in enumerate(names):
            where = certain[number % 6] if number % 6 < 3 else str(chance.randrange(400))
            send(f"K0 {name} {plan} {where}")
            end = hear()
            assert end in {"-9", "0"}
            assert "-9" == end or where not in certain
            entries = store.pair_entries("K0", name)
            is_held = ("K0", name) in holders(store)
            assert is_held == (["accepted"] == [one.kind for one in entries])
            assert not is_held or where not in certain
            assert is_held or end == "-9"
            ends[is_held] += 1
            # the place is either taken or free, and whoever comes next is told so at once
            assert attempt(store, "K1", name, allocation_id=plan) != is_held
    assert ends[False] >= len(names) // 2
    assert [] == store.check()
