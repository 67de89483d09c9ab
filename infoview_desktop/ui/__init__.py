"""How the book is seen: runner, main window, one folder per view.

May import `domain`, `operations`, `store.reads` and PySide6; never peewee, apsw, `system` or sockets.
"""
