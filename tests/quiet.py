"""Noise fails a test: what Python logs, and what Qt says while a test is cleaned up.

What Qt says before that is pytest-qt's business, and what Python warns of is pytest's own. A conftest takes
part by importing both names.
"""

import logging
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_HARMLESS = {QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg}


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown() -> Iterator[None]:
    """Fail where Qt complains of how things end; pytest-qt has stopped listening by then."""
    complaints: list[str] = []

    def hear(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if kind not in _HARMLESS:
            complaints.append(text)

    before = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
    assert not complaints


@pytest.fixture(autouse=True)
def nothing_is_logged(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    yield
    records = [record for when in ("setup", "call") for record in caplog.get_records(when)]
    assert [record.getMessage() for record in records if record.levelno >= logging.WARNING] == []
