"""The guard of ``tests/conftest.py``: tests stay on this machine."""

import socket

import pytest

# Addresses that are set aside for documentation; nothing answers there.
ELSEWHERE = [(socket.AF_INET, ("192.0.2.1", 9)), (socket.AF_INET6, ("2001:db8::1", 9, 0, 0))]


@pytest.mark.parametrize(("family", "address"), ELSEWHERE)
def test_another_machine_is_out_of_reach(family, address):
    """A connection is refused before anything is sent."""
    with (
        socket.socket(family, socket.SOCK_DGRAM) as door,
        pytest.raises(RuntimeError, match="stay on this machine"),
    ):
        door.connect(address)


def test_a_name_is_not_looked_up():
    """Asking for an address would leave the machine too."""
    with pytest.raises(RuntimeError, match=r"example\.org"):
        socket.getaddrinfo("example.org", 80)


def test_loopback_is_open():
    """Servers and browsers of the tests talk to each other here."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        with socket.create_connection(("localhost", port), timeout=5) as client:
            assert ("127.0.0.1", port) == client.getpeername()[:2]
