"""How the window was left."""

from __future__ import annotations

import json
from typing import Any

from infoview_desktop.store.reads.reader import Reader


def all_settings(reader: Reader) -> dict[str, Any]:
    """Every setting by its name, as it was stored: plain JSON values."""
    return {name: json.loads(value) for name, value in reader.rows("SELECT name, value FROM setting")}
