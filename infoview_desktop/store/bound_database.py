"""peewee over a connection that is already open."""

from __future__ import annotations

import apsw
from playhouse.apsw_ext import APSWDatabase


class BoundDatabase(APSWDatabase):  # type: ignore[misc]  # peewee has no types
    """peewee's view of a connection that is already open and belongs to one thread at a time."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._bound = connection
        super().__init__("the connection it is given", thread_safe=False)
        self.connect()

    def _connect(self) -> apsw.Connection:
        return self._bound
