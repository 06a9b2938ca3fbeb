"""A server of the product in a process of its own."""

import http.client
import socket
from contextlib import closing

import pytest

from recommender.settings import Settings
from recommender.workspace import init_workspace
from tools.serving import DATED_APP, NOW, dated_clock, served


@pytest.mark.slow
def test_a_server_answers_until_it_is_stopped(tmp_path):
    """It lives on the day of the sample and leaves its port behind."""
    assert NOW == dated_clock()
    init_workspace(Settings(home=tmp_path), sample="serang-kosong", clock=dated_clock).close()
    with (
        served(DATED_APP, SANDING_HOME=str(tmp_path)) as port,
        closing(http.client.HTTPConnection("127.0.0.1", port, timeout=30)) as connection,
    ):
        connection.request("GET", "/koperasi/kkmp-3673011007")
        answer = connection.getresponse()
        assert 200 == answer.status
        assert "per 21 Nov 2026" in answer.read().decode()
    with pytest.raises(OSError, match=r"."):
        socket.create_connection(("127.0.0.1", port), timeout=1)
