"""One window per data directory: a second start hands its files to the first and ends."""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.connection import Client, Connection, Listener
from pathlib import Path
from tempfile import gettempdir

_PATIENCE_SECONDS = 5.0
_CALLER_SECONDS = 1.0
"""How long the window waits for a caller to speak: less than the next caller waits for the window."""

_MOST_BYTES = 1024 * 1024
_NONSENSE = (ValueError, TypeError, RecursionError)
_LONGEST_ADDRESS = 100
"""Unix sockets have names of at most 107 bytes."""


def hand_over(directory: Path, files: Sequence[Path]) -> bool:
    """Give `files` to the window that has `directory` open, which comes to the front.

    Returns whether one answered within five seconds.
    """
    message = json.dumps([str(file.absolute()) for file in files]).encode()
    try:
        with Client(_address(directory)) as connection:
            connection.send_bytes(message)
            return connection.poll(_PATIENCE_SECONDS) and bool(connection.recv_bytes(_MOST_BYTES))
    except (OSError, EOFError):
        return False


class Reception:
    """Receives what later starts hand over, in a thread of its own.

    `arrived` is called in that thread with the files, possibly none. The caller holds the directory's lock,
    so whatever socket lies there is left over from a process that was killed.
    """

    def __init__(self, directory: Path, arrived: Callable[[list[Path]], None]) -> None:
        self._arrived = arrived
        self._address = _address(directory)
        self._listener = self._listen()
        self._closing = False
        self._thread = threading.Thread(target=self._serve, name="reception", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Receive no more."""
        self._closing = True
        # A connection of our own wakes the thread, which waits for one.
        with suppress(OSError, EOFError), Client(self._address):
            pass
        self._thread.join(_PATIENCE_SECONDS)
        self._listener.close()

    def _listen(self) -> Listener:
        if sys.platform == "win32":
            return Listener(self._address)
        Path(self._address).unlink(missing_ok=True)
        listener = Listener(self._address)
        Path(self._address).chmod(0o600)
        return listener

    def _serve(self) -> None:
        while not self._closing:
            # A caller that goes away or talks nonsense is none of the window's business.
            with suppress(OSError, EOFError, *_NONSENSE), self._listener.accept() as connection:
                self._receive(connection)

    def _receive(self, connection: Connection) -> None:
        if self._closing or not connection.poll(_CALLER_SECONDS):
            return
        files = [Path(name) for name in json.loads(connection.recv_bytes(_MOST_BYTES))]
        self._arrived(files)
        connection.send_bytes(b"taken")


def _address(directory: Path) -> str:
    """Where the window of this data directory listens; only this user may enter the folder it lies in."""
    directory = directory.resolve()
    name = hashlib.sha256(os.fsencode(directory)).hexdigest()[:24]
    if sys.platform == "win32":
        return rf"\\.\pipe\infoview-{name}"
    inside = directory / "infoview.socket"
    if len(os.fsencode(inside)) <= _LONGEST_ADDRESS:
        return str(inside)
    folder = Path(gettempdir()) / f"infoview-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    status = folder.lstat()
    if status.st_uid != os.getuid() or stat.S_IMODE(status.st_mode) != stat.S_IRWXU:
        message = f"{folder} is not this user's alone"
        raise PermissionError(message)
    return str(folder / f"{name}.socket")
