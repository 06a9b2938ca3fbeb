"""Which addresses are this computer's."""

import pytest

from api.security.local import is_known_host, is_loopback


@pytest.mark.parametrize("address", ["127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1", "::1%lo"])
def test_loopback(address):
    """IPv4, IPv6, and one inside the other."""
    assert is_loopback(address)


@pytest.mark.parametrize("address", [None, "", "::", "192.168.1.4", "::ffff:10.0.0.1", "localhost", "1"])
def test_elsewhere(address):
    """An address that cannot be read is elsewhere."""
    assert not is_loopback(address)


@pytest.mark.parametrize(
    "host", ["localhost\n", "localhost:", "localhost:123456", "a@localhost", "[::2]", "localhost."]
)
def test_hosts_that_only_resemble(host):
    """The whole header must fit."""
    assert not is_known_host(host)
