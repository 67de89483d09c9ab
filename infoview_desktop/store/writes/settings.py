"""How the window was left."""

from __future__ import annotations

import json
from typing import Any

from infoview_desktop.store.store import Transaction
from infoview_desktop.store.tables import Setting


def change(transaction: Transaction, name: str, value: Any) -> None:  # noqa: ANN401 - any JSON value
    """Store a setting."""
    query = Setting.insert(name=name, value=json.dumps(value)).on_conflict_replace()
    query.execute(transaction.database)
