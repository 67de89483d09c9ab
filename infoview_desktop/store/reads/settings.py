"""How the window was left."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

from infoview_desktop.store.reads.reader import Reader


def all_settings(reader: Reader) -> dict[str, Any]:
    """Every setting by its name, as it was stored: plain JSON values; one that is none is left out."""
    settings = {}
    for name, value in reader.rows("SELECT name, value FROM setting"):
        with suppress(ValueError, RecursionError):
            settings[name] = json.loads(value)
    return settings
