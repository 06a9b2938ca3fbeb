"""`sanding serve`: the API and the pages, on this computer only."""

import ipaddress
import os
import socket
from typing import Annotated

import typer

from api.cli.options import LanguageOption
from recommender.errors import RefusedError

__all__ = ["loopback_host", "serve"]

_FACTORY = "api.app:served_app"
_WORKERS_AT_MOST = 64


def serve(
    host: Annotated[
        str, typer.Option(help="Alamat di komputer ini. / An address of this computer.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Nomor port. / Port.")] = 8000,
    workers: Annotated[
        int, typer.Option(min=1, max=_WORKERS_AT_MOST, help="Banyaknya proses. / Processes.")
    ] = 1,
    language: LanguageOption = "id",
) -> None:
    """Jalankan halaman dan API di komputer ini. / Serve pages and API on this computer."""
    address = loopback_host(host)
    _check_free(address, port)
    from recommender.workspace import open_workspace

    # A store that cannot be used is said here, once, rather than by each process of the server.
    open_workspace().close()
    shown = f"[{address}]" if ":" in address else address
    sentence = {
        "id": f"Sanding di http://{shown}:{port}/ (Ctrl+C untuk berhenti)",
        "en": f"Sanding at http://{shown}:{port}/ (Ctrl+C to stop)",
    }
    typer.echo(sentence[language], err=True)
    _run(address, port, workers)


def loopback_host(host: str) -> str:
    """Return the address to listen on, if only this computer can reach it.

    Raises
    ------
    RefusedError
        When others could reach it: there are no accounts yet.

    Examples
    --------
    >>> loopback_host("localhost"), loopback_host("127.0.0.5"), loopback_host("::1")
    ('127.0.0.1', '127.0.0.5', '::1')
    """
    plain = host.strip().strip("[]")
    if plain.lower() == "localhost":
        return "127.0.0.1"
    try:
        address = ipaddress.ip_address(plain)
    except ValueError:
        address = None
    if address is None or not address.is_loopback or "%" in plain:
        raise RefusedError(
            f"Alamat {host!r} ditolak: belum ada akun pengguna, jadi Sanding hanya boleh dibuka dari "
            "komputer ini. Pakai 127.0.0.1, ::1 atau localhost.",
            f"The address {host!r} is refused: there are no user accounts yet, so Sanding may only be "
            "reached from this computer. Use 127.0.0.1, ::1 or localhost.",
        )
    return str(address)


def _check_free(address: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            if os.name == "posix":
                # As the server does; a port that a stopped server has just left counts as free.
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((address, port))
    except OSError as error:
        raise RefusedError(
            f"Port {port} di {address} tidak dapat dipakai; mungkin Sanding atau program lain sudah "
            "memakainya. Pilih port lain, misalnya --port 8001.",
            f"Port {port} on {address} cannot be used; perhaps Sanding or another program has it already. "
            "Choose another, for example --port 8001.",
        ) from error


def _run(address: str, port: int, workers: int) -> None:
    import uvicorn

    try:
        # Each process reads the settings from the environment; the factory takes nothing.
        uvicorn.run(
            _FACTORY,
            factory=True,
            host=address,
            port=port,
            workers=workers,
            log_level="warning",
            server_header=False,
        )
    except SystemExit as stop:
        if stop.code:
            raise RefusedError(
                "Server tidak dapat dimulai. Sebabnya tertulis di atas.",
                "The server could not start. The reason stands above.",
            ) from stop
