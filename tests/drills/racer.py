"""A process of its own that accepts places when it is told to, or dies in the middle of it.

Started as ``racer.py race URL COOPERATIVE`` it accepts each offer that a line on its standard input names,
and answers ``won``, ``refused`` or the name of another error. Started as ``racer.py die URL`` each line has a
cooperative, an offer, a plan and where to die; a child of its own does, and the answer is how it ended.
"""

import datetime as dt
import os
import signal
import sys
import time

from recommender.allocations.accepting import accept_place
from recommender.errors import RefusedError
from recommender.store import conditional
from recommender.store.opening import open_store
from recommender.store.recorder import Recorder

MADE_AT = dt.datetime(2026, 3, 1, 2, 30, tzinfo=dt.UTC)


def race(url, cooperative_id):
    """Accept what is named, line by line."""
    with open_store(url) as store:
        _say("ready")
        for line in sys.stdin:
            try:
                accept_place(store, cooperative_id, line.strip(), author=cooperative_id, made_at=MADE_AT)
                _say("won")
            except RefusedError:
                _say("refused")
            except Exception as error:  # noqa: BLE001 - whatever it is, the test has to see it
                _say(repr(error))


def die(url):
    """Let a child accept and die, once for each line."""
    _say("ready")
    for line in sys.stdin:
        cooperative_id, offer_id, plan, where = line.split()
        child = os.fork()
        if not child:
            _accept_and_die(url, cooperative_id, offer_id, plan, where)
        if where.isdigit():
            time.sleep(int(where) / 10_000)
            os.kill(child, signal.SIGKILL)
        _say(str(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])))


def _accept_and_die(url, cooperative_id, offer_id, plan, where):
    """Die where it is said; a number is the parent's business, and then this may end well."""

    def dead(*_arguments, **_options):
        os.kill(os.getpid(), signal.SIGKILL)

    note = conditional.add_entry

    def noted(*arguments, **options):
        note(*arguments, **options)
        dead()

    if where == "rows":
        Recorder.seal = dead
    elif where == "seal":
        conditional.add_entry = dead
    elif where == "log":
        conditional.add_entry = noted
    store = open_store(url)
    accept_place(store, cooperative_id, offer_id, allocation_id=plan, author="x", made_at=MADE_AT)
    os._exit(0)


def _say(word):
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    {"race": race, "die": die}[sys.argv[1]](*sys.argv[2:])
