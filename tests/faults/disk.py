"""A disk that fails, or a process that dies, at one chosen write of SQLite.

SQLite lets its own system calls be replaced: each write, truncation and deletion is counted on its way to the
operating system. All else stays as it is, the log and its shared memory included.
"""

import ctypes
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import apsw

_BYTES = (ctypes.c_int, ctypes.c_void_p, ctypes.c_size_t)
_PLACE = ctypes.c_int64
_CALLS: dict[str, tuple[Any, ...]] = {
    "write": _BYTES,
    "pwrite": (*_BYTES, _PLACE),
    "pwrite64": (*_BYTES, _PLACE),
    "ftruncate": (ctypes.c_int, _PLACE),
    "unlink": (ctypes.c_char_p,),
}

_LIBC = ctypes.CDLL(None, use_errno=True)


class Disk:
    """`done` counts what SQLite did to files since `watched`; what happens at a certain count can be set."""

    def __init__(self) -> None:
        self.done = 0
        self._last: int | None = None
        self._error = 0

    def fail(self, *, after: int, error: int) -> None:
        """Let everything fail with `error` once `after` more calls have gone well."""
        self._last, self._error = self.done + after, error

    def kill(self, *, after: int) -> None:
        """Let the process die in the midst of the call after `after` more, with half of it done."""
        self._last, self._error = self.done + after, 0

    def mend(self) -> None:
        """Let everything go well again."""
        self._last = None

    def _counted(self, name: str, types: tuple[Any, ...]) -> Any:
        real = getattr(_LIBC, name)
        real.argtypes, real.restype = types, ctypes.c_ssize_t

        def call(*arguments: Any) -> int:
            if self._last is not None and self.done >= self._last:
                if self._error:
                    ctypes.set_errno(self._error)
                    return -1
                _die_half_way(real, arguments)
            self.done += 1
            result: int = real(*arguments)
            return result

        return ctypes.CFUNCTYPE(ctypes.c_ssize_t, *types, use_errno=True)(call)


def _die_half_way(call: Callable[..., int], arguments: tuple[Any, ...]) -> None:
    if len(arguments) >= len(_BYTES):
        file, start, size, *place = arguments
        call(file, start, size // 2, *place)
    os.kill(os.getpid(), signal.SIGKILL)


@contextmanager
def watched() -> Iterator[Disk]:
    """Count within the block."""
    disk = Disk()
    system = apsw.VFS("watched", base="")
    calls = {name: disk._counted(name, types) for name, types in _CALLS.items() if system.xGetSystemCall(name)}
    for name, call in calls.items():
        system.xSetSystemCall(name, ctypes.cast(call, ctypes.c_void_p).value)
    try:
        yield disk
    finally:
        for name in calls:
            system.xSetSystemCall(name, 0)
        system.unregister()
