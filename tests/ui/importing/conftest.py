"""Exports to drop on the window."""

import csv
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from tests.linkedin_people import HEADER, PREAMBLE

WriteExport = Callable[..., Path]


@pytest.fixture
def write_export(tmp_path: Path) -> WriteExport:
    """Writes an export as LinkedIn does: of each person the name, company, position, and the day."""

    def write_export(*people: tuple[str, str, str, str], name: str = "Connections.csv", tail: str = "") -> Path:
        text = StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(HEADER)
        for full_name, company, position, day in people:
            given, _, family = full_name.partition(" ")
            slug = full_name.lower().replace(" ", "-")
            url = f"https://www.linkedin.com/in/{slug}" if full_name else ""
            writer.writerow((given, family, url, "", company, position, day))
        path = tmp_path / name
        path.write_text(PREAMBLE + text.getvalue() + tail, encoding="utf-8")
        return path

    return write_export
