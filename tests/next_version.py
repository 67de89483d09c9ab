"""The next version of the program, with one more migration."""

from collections.abc import Callable, Iterable

import apsw

from infoview_desktop.store import backup, history, migrations, opening
from infoview_desktop.store.migrations import MIGRATIONS, SCHEMA_VERSION, Migration


def release(
    sql: str,
    *,
    set_attribute: Callable[[object, str, object], None] = setattr,
    closes_history: bool = False,
    rewrites: Iterable[str] = (),
) -> None:
    """Let it be installed from here on; its migration runs this SQL."""

    def apply(connection: apsw.Connection) -> None:
        connection.execute(sql).fetchall()

    step = Migration(SCHEMA_VERSION + 1, apply, closes_history, frozenset(rewrites))
    set_attribute(migrations, "MIGRATIONS", (*MIGRATIONS, step))
    for module in (migrations, opening, backup, history):
        set_attribute(module, "SCHEMA_VERSION", step.number)
    if closes_history:
        set_attribute(history, "HISTORY_OPEN_SINCE", step.number)
