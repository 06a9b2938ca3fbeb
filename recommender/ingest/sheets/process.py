"""The child as a stream of answers with a deadline; however it ends, nothing of it is left."""

import json
import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from recommender.ingest.sheets.limits import Limits
from recommender.ingest.sheets.refusal import RefusalError

__all__ = ["Child", "running_child"]

_LONGEST_LINE = 8 << 20
_BLOCK = 1 << 16
# The child takes the parent's paths and nothing else of its surroundings.
_START = "import sys; sys.path[:] = {paths!r}; from recommender.ingest.sheets.child import main; main()"


class Child:
    """A running child.

    Parameters
    ----------
    process : subprocess.Popen
    limits : Limits
    """

    def __init__(self, process: "subprocess.Popen[bytes]", limits: Limits) -> None:
        self._process = process
        self._seconds_left = float(limits.wall_seconds)
        self._held = bytearray()
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._output(), selectors.EVENT_READ)

    def ask(self, question: dict[str, Any]) -> None:
        """Send one line to the child."""
        stream = self._process.stdin
        if stream is not None:
            try:
                stream.write(json.dumps(question).encode() + b"\n")
                stream.flush()
            except OSError as error:
                raise RefusalError("reader_crashed") from error

    def answer(self) -> dict[str, Any]:
        """Wait for one line of the child.

        Raises
        ------
        RefusalError
            What the child says of the file; ``reader_timeout`` or ``reader_crashed`` when it says nothing.
        """
        while b"\n" not in self._held:
            block = self._read()
            if not block or len(self._held) > _LONGEST_LINE:
                raise RefusalError("reader_crashed")
            self._held += block
        line, _, rest = self._held.partition(b"\n")
        self._held = bytearray(rest)
        try:
            found = json.loads(line)
        except ValueError as error:
            raise RefusalError("reader_crashed") from error
        if not isinstance(found, dict):
            raise RefusalError("reader_crashed")
        if "refused" in found:
            raise RefusalError(str(found["refused"]), **found["details"])
        return found

    def close(self) -> None:
        """End the child with everything it may have started."""
        self._selector.close()
        with suppress(ProcessLookupError):  # it may have ended already
            os.killpg(self._process.pid, signal.SIGKILL)
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                _close_quietly(stream)
        self._process.wait()

    def _read(self) -> bytes:
        start = time.monotonic()
        is_ready = self._selector.select(max(self._seconds_left, 0.0))
        # only waiting counts: the rows of a long file are worked on in between
        self._seconds_left -= time.monotonic() - start
        if not is_ready:
            raise RefusalError("reader_timeout")
        return os.read(self._output().fileno(), _BLOCK)

    def _output(self) -> Any:  # noqa: ANN401 - a pipe, as it was asked for
        return self._process.stdout


def _close_quietly(stream: Any) -> None:  # noqa: ANN401 - a pipe
    try:
        stream.close()
    except OSError:
        return  # what was left to write goes nowhere: the child has gone


@contextmanager
def running_child(path: Path, limits: Limits) -> Iterator[Child]:
    """Start a child for one file and end it at the end of the block."""
    paths = [os.path.abspath(one) for one in sys.path]  # noqa: PTH100 - paths of Python itself
    process = subprocess.Popen(  # noqa: S603 - this very Python, with a program of our own
        [sys.executable, "-I", "-S", "-c", _START.format(paths=paths)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1", "PATH": os.defpath},
        start_new_session=True,
        close_fds=True,
    )
    child = Child(process, limits)
    try:
        child.ask({"path": str(path.resolve()), "limits": asdict(limits)})
        yield child
    finally:
        child.close()
