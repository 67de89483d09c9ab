"""The verbs without a window, thin over the operations."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import asdict
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from infoview_desktop.domain import known_error
from infoview_desktop.domain.known_error import Damaged, HeldElsewhere, KnownError
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.domain.progress import Progress
from infoview_desktop.operations import backups, contact_imports, event_imports, exports, history
from infoview_desktop.operations.contact_imports import Accounting
from infoview_desktop.operations.outcome import Outcome
from infoview_desktop.store import backup, opening
from infoview_desktop.store.reads import soundness
from infoview_desktop.store.store import Store
from infoview_desktop.system import clock, lock, paths

DONE, CANNOT = 0, 3


def run(arguments: list[str]) -> int:
    """Do what a verb says and return the exit code: 0 done, 3 it cannot be done."""
    options = _parser().parse_args(arguments)
    if isinstance(sys.stdout, TextIOWrapper):
        # A name is no reason to fail where there are no letters for it.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        # Who read the output has gone away; what was asked for is done.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KnownError as error:
        print(error, file=sys.stderr)
        if isinstance(error, Damaged):
            _offer_backup(_directory(options))
        return CANNOT
    except KeyboardInterrupt:
        print(known_error.stopped().sentences[0], file=sys.stderr)
        return CANNOT
    return code


def _parser() -> argparse.ArgumentParser:
    root = argparse.ArgumentParser("infoview-desktop", description="InfoView without a window.", allow_abbrev=False)
    root.add_argument("--data-dir", type=Path, metavar="DIR", help="keep everything under DIR")
    verbs = root.add_subparsers(title="verbs", dest="verb", required=True)

    def verb(name: str, run: Callable[[argparse.Namespace], int], text: str) -> argparse.ArgumentParser:
        added = verbs.add_parser(name, help=text, description=text.capitalize() + ".", allow_abbrev=False)
        added.add_argument("--data-dir", type=Path, metavar="DIR", default=argparse.SUPPRESS)
        added.set_defaults(run=run)
        return added

    importing = verb("import", _import, "import a LinkedIn export, vCards, or a book that was exported as JSON")
    importing.add_argument("file", type=Path, metavar="FILE")
    importing.add_argument("--json", action="store_true", help="print the accounting as one object")
    importing.add_argument("--dry-run", action="store_true", help="say what would happen, and store nothing")
    exporting = verb("export", _export, "write everything out")
    exporting.add_argument("--format", choices=tuple(exports.FORMATS), required=True)
    exporting.add_argument("out", type=Path, metavar="OUT")
    undoing = verb("undo", lambda options: _step(options, history.undo), "undo the last operation")
    redoing = verb("redo", lambda options: _step(options, history.redo), "redo what was undone last")
    checking = verb("check", _check, "check the book")
    for one in (undoing, redoing, checking):
        one.add_argument("--json", action="store_true", help="print the result as one object")
    verb("backup", _back_up, "write a verified copy").add_argument("out", type=Path, metavar="OUT")
    verb("restore", _restore, "put a backup back").add_argument("file", type=Path, metavar="FILE")
    return root


def _directory(options: argparse.Namespace) -> Path:
    return options.data_dir or paths.data_directory()


@contextmanager
def _book(options: argparse.Namespace) -> Iterator[Store]:
    """Open the book to write.

    Raises:
        HeldElsewhere: a window, or another verb, has it open.
    """
    directory = _directory(options)
    held = lock.claim(directory)
    try:
        with closing(opening.open_store(directory, clock=clock.now)) as store:
            yield store
    finally:
        held.release()


@contextmanager
def _book_to_read(options: argparse.Namespace) -> Iterator[Store]:
    """Open the book to read; a window may have it open at the same time."""
    with ExitStack() as stack:
        try:
            store = stack.enter_context(_book(options))
        except HeldElsewhere:
            store = stack.enter_context(closing(opening.open_beside(_directory(options), clock=clock.now)))
        yield store


def _import(options: argparse.Namespace) -> int:
    if event_imports.is_calendar(options.file):
        raise known_error.calendar_in_the_window(options.file.name)
    accounting = _import_book(options) if exports.is_export(options.file) else _import_people(options)
    if options.json:
        _print_json(asdict(accounting))
    else:
        _print_accounting(accounting, options.file.name)
    return DONE


def _import_book(options: argparse.Namespace) -> Accounting:
    if options.dry_run:
        with _book_to_read(options) as store, closing(store.reader()) as reader:
            people = exports.count_people(reader, path=options.file)
    else:
        with _book(options) as store:
            people = exports.read_json(store, path=options.file, progress=Progress()).value
    return Accounting(rows=people, new=people)


def _import_people(options: argparse.Namespace) -> Accounting:
    file = contact_imports.read_file(path=options.file, progress=Progress())
    if options.dry_run:
        with _book_to_read(options) as store, closing(store.reader()) as reader:
            return contact_imports.compare(reader, file=file, progress=Progress()).accounting
    with _book(options) as store:
        return contact_imports.import_people(store, file=file, progress=Progress()).value


def _export(options: argparse.Namespace) -> int:
    with _book_to_read(options) as store, closing(store.reader()) as reader:
        return _say(exports.export(reader, path=options.out, file_format=options.format, progress=Progress()))


def _step(options: argparse.Namespace, verb: Callable[[Store], Outcome[Phrase]]) -> int:
    with _book(options) as store:
        outcome = verb(store)
    if options.json:
        _print_json({"step": str(outcome.value), "changed": sorted(outcome.changed)})
        return DONE
    return _say(outcome)


def _check(options: argparse.Namespace) -> int:
    try:
        with _book_to_read(options) as store, closing(store.reader()) as reader:
            findings = [str(finding) for finding in soundness.findings(reader)]
    except Damaged as damage:
        findings = [str(damage)]
    if options.json:
        _print_json({"sound": not findings, "findings": findings})
    for finding in findings:
        print(finding, file=sys.stderr)
    if findings:
        _offer_backup(_directory(options))
        return CANNOT
    if not options.json:
        print("The book is sound.")
    return DONE


def _back_up(options: argparse.Namespace) -> int:
    with _book_to_read(options) as store:
        return _say(backups.back_up(store, path=options.out))


def _restore(options: argparse.Namespace) -> int:
    directory = _directory(options)
    try:
        with _book(options) as store:
            return _say(backups.restore(store, path=options.file))
    except Damaged:
        held = lock.claim(directory)
        try:
            backups.replace_damaged(directory, path=options.file, clock=clock.now).close()
        finally:
            held.release()
    print(f"{options.file.name} was put back; the damaged files are kept in {directory}.")
    return DONE


def _offer_backup(directory: Path) -> None:
    newest = backup.newest_sound(directory)
    if newest:
        place = directory / backup.FOLDER / newest.name
        print(f"The newest sound backup is of {newest.made_at:%Y-%m-%d %H:%M} UTC: {place}", file=sys.stderr)
        print(f"To put it back: infoview-desktop restore --data-dir '{directory}' '{place}'", file=sys.stderr)


def _say(outcome: Outcome[Any]) -> int:
    if outcome.said:
        print(f"{outcome.said}.")
    return DONE


def _print_json(value: dict[str, Any]) -> None:
    print(json.dumps(value))


def _print_accounting(accounting: Accounting, name: str) -> None:
    print(f"{name}: {accounting.rows:,} records")
    for count, meaning in (
        (accounting.new, "new"),
        (accounting.updated, "changed"),
        (accounting.same, "the same"),
        (accounting.hidden, "hidden, or without a name"),
        (accounting.duplicate, "twice in the file"),
        (accounting.broken, "unreadable"),
    ):
        print(f"{count:>9,} {meaning}")
    for problem in accounting.problems:
        print(f"line {problem.line:,}: {problem.why}", file=sys.stderr)
