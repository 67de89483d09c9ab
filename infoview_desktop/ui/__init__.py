"""How the book is seen: runner, main window, one folder per view.

May import `domain`, `operations`, `store.reads` and PySide6; never peewee, apsw, `system` or sockets.
"""

import builtins

import PySide6.QtCore  # noqa: F401 - it puts an import of its own in the place of Python's

# That one reads the source of each module that is imported from now on, to look for features nobody here uses: a
# tenth of the start, and it keeps what it has read.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
