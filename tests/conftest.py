"""What holds for every test: no network but loopback, no settings from outside, fixed examples.

Warnings are errors (``pyproject.toml``). Nothing here is a fixture of the product; those stand
beside the tests that use them.
"""

import gc
import ipaddress
import os
import sys
from collections.abc import Generator

import pytest
from hypothesis import settings

# Examples are derived from the test itself: two runs try the same ones, on any machine.
settings.register_profile("sanding", derandomize=True, database=None, deadline=None)
settings.load_profile("sanding")

_WATCHED = frozenset({"socket.connect", "socket.sendto", "socket.getaddrinfo"})
_BY_NAME = frozenset({"", "localhost", "localhost.localdomain", "testserver"})


class NetworkForbiddenError(RuntimeError):
    """A test tried to leave this machine."""


def is_on_this_machine(host: object) -> bool:
    """Tell whether an address is loopback (or nothing at all, or a local socket's path)."""
    if host is None:
        return True
    name = host.decode() if isinstance(host, bytes) else str(host)
    if name in _BY_NAME:
        return True
    try:
        address = ipaddress.ip_address(name.partition("%")[0])
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


def _forbid_network(event: str, arguments: tuple[object, ...]) -> None:
    if event not in _WATCHED:
        return
    target = arguments[0] if event == "socket.getaddrinfo" else arguments[1]
    # A local socket's address is its path; that of the internet is a tuple, host first.
    if event != "socket.getaddrinfo":
        if not isinstance(target, tuple):
            return
        target = target[0]
    if not is_on_this_machine(target):
        sentence = f"A test tried to reach {target!r}; tests stay on this machine."
        raise NetworkForbiddenError(sentence)


def pytest_configure() -> None:
    """Shut the network and forget the shell's own settings before anything is collected."""
    for name in [name for name in os.environ if name.startswith("SANDING_")]:
        if not name.startswith("SANDING_TEST_"):
            del os.environ[name]
    sys.addaudithook(_forbid_network)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Keep the thousands of tests out of what is searched for garbage: they stay until the end."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.collect()
        gc.freeze()
        gc.enable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Start with the files whose tests take longest, so that none of them is left to the end."""
    files: dict[str, int] = {}
    for item in items:
        weight = sum(item.get_closest_marker(name) is not None for name in ("browser", "slow", "postgres"))
        name = item.nodeid.partition("::")[0]
        files[name] = files.get(name, 0) + weight
    items.sort(key=lambda item: -files[item.nodeid.partition("::")[0]])
