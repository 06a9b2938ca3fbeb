"""``sanding serve``: on this computer only, and only with a store."""

import socket
import subprocess
import sys
import time
import urllib.request

import pytest

from api.cli.serve import loopback_host
from recommender.errors import RefusedError


@pytest.mark.parametrize("host", ["127.0.0.1", "127.255.0.9", "::1", "[::1]", "localhost", "LOCALHOST"])
def test_this_computer_may_be_served(host):
    """The whole of 127.0.0.0/8, ::1 and localhost."""
    assert loopback_host(host)


@pytest.mark.parametrize(
    "host",
    [
        "0.0.0.0",  # noqa: S104 - this is refused
        "::",
        "192.168.1.5",
        "10.0.0.1",
        "8.8.8.8",
        "example.org",
        "",
        "localhost.example.org",
        "127.0.0.1.example.org",
        "::ffff:0.0.0.0",
        "fe80::1%lo",
    ],
)
@pytest.mark.usefixtures("home")
def test_others_are_not_let_in_while_there_are_no_accounts(host, refused):
    """Exit 1 with the reason."""
    with pytest.raises(RefusedError):
        loopback_host(host)
    assert "belum ada akun pengguna" in refused("serve", "--host", host)[0]


@pytest.mark.usefixtures("home")
def test_a_port_in_use_is_said(refused):
    """With a way out."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert f"Port {port} " in refused("serve", "--port", port)[0]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="a process is stopped otherwise there")
@pytest.mark.usefixtures("home")
def test_the_server_answers_and_stops(process):
    """The store is opened, the address told, the first page served, and an interrupt ends it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = process("serve", "--port", port)
    try:
        address = f"http://127.0.0.1:{port}"
        assert f"Sanding di {address}/" in server.stderr.readline().decode()
        assert 200 == _status(f"{address}/health/live", seconds=60)
    finally:
        server.terminate()
        try:
            server.communicate(timeout=20)
        except subprocess.TimeoutExpired:
            server.kill()
            server.communicate()


def _status(address, seconds):
    until = time.monotonic() + seconds
    while True:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - loopback
                return answer.status
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)
