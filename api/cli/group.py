"""Every failure to its exit code and its two sentences."""

import os
import sys
import traceback
from typing import Any, TextIO

import typer
from typer.core import TyperGroup

from recommender.errors import RecommenderError

__all__ = ["DONE", "REFUSED", "AnsweringGroup"]

DONE = 0
REFUSED = 1


class AnsweringGroup(TyperGroup):
    """The one place where an exception becomes sentences on standard error and an exit code.

    0 done; 1 refused, broken off or failed; 2 wrong usage; 130 stopped with Ctrl+C.
    """

    def main(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as in the class above it
        """Run a command line and leave the process with its exit code."""
        kwargs["standalone_mode"] = False
        sys.exit(_exit_code(lambda: super(AnsweringGroup, self).main(*args, **kwargs)))


def _exit_code(command: Any) -> int:  # noqa: ANN401 - returns whatever a command returns
    try:
        answer = command()
        sys.stdout.flush()
    except RecommenderError as error:
        _tell(error.message_id, error.message_en)
        _tell_faults(error)
    except typer.TyperException as error:
        return _wrong_usage(error)
    except typer.Abort:
        return 130
    except (BrokenPipeError, KeyboardInterrupt) as error:
        _close_quietly(sys.stdout)
        return 130 if isinstance(error, KeyboardInterrupt) else REFUSED
    except OSError as error:
        _close_quietly(sys.stdout)
        _broken_off(error)
    except Exception as error:  # noqa: BLE001 - the door: nothing may reach the user as a traceback
        _unexpected(error)
    else:
        # Typer hands an exit code back when a command ended with one.
        return answer if isinstance(answer, int) else DONE
    return REFUSED


def _tell(*sentences: str) -> None:
    for sentence in sentences:
        typer.echo(sentence, err=True)


def _tell_faults(error: RecommenderError) -> None:
    from recommender.errors import ImportRefusedError

    if isinstance(error, ImportRefusedError):
        from api.cli.fault_view import fault_lines

        _tell(*fault_lines(error.faults))


def _wrong_usage(error: typer.TyperException) -> int:
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "sanding"
    message = error.format_message().strip()
    if "\n" in message:
        _tell(message)  # nothing was asked for: the message is the help itself
    elif message:
        message = message if message.endswith((".", "?", "!")) else f"{message}."
        _tell(
            f"Perintah tidak dapat dibaca. Lihat `{command} --help`.",
            f"Wrong usage: {message} See `{command} --help`.",
        )
    return error.exit_code


def _broken_off(error: OSError) -> None:
    _show_traceback(error)
    _tell(
        f"Berkas atau keluaran tidak dapat dibaca atau ditulis ({error}). Periksa ruang disk dan izinnya, "
        "lalu ulangi.",
        f"A file or the output cannot be read or written ({error}). Check the room on the disk and its "
        "permissions, then try again.",
    )


def _show_traceback(error: Exception) -> None:
    if os.environ.get("SANDING_DEBUG") == "1":
        traceback.print_exception(error)


def _unexpected(error: Exception) -> None:
    _show_traceback(error)
    _tell(
        f"Terjadi kesalahan yang tidak terduga ({type(error).__name__}). Ulangi dengan SANDING_DEBUG=1 "
        "dan kirimkan pesannya kepada pengelola.",
        f"Something unexpected went wrong ({type(error).__name__}). Run it again with SANDING_DEBUG=1 "
        "and send the message to the maintainers.",
    )


def _close_quietly(stream: TextIO) -> None:
    # Whoever read has gone; what Python still holds for it must not raise again at exit.
    try:
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, stream.fileno())
        os.close(nothing)
    except (OSError, ValueError):
        return
