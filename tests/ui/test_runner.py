"""The real runner, with its threads: in which order things are done, and who hears of it."""

import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from infoview_desktop.domain import known_error
from infoview_desktop.domain.known_error import KnownError
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.domain.progress import Progress
from infoview_desktop.operations import contacts
from infoview_desktop.operations.outcome import Outcome
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.store.store import Store
from infoview_desktop.ui.runner import POOL_THREADS, Runner
from tests.book import Book

FOREVER = "WITH RECURSIVE forever(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM forever) SELECT max(n) FROM forever"
PATIENCE = 5.0


@pytest.fixture
def runner(qapp: object, store: Store) -> Iterator[Runner]:  # noqa: ARG001 - signals need an application
    runner = Runner(store)
    yield runner
    runner.close()


class Gate:
    """Work that stands still until it is let go on; `begun` says that it stands."""

    def __init__(self) -> None:
        self.begun = threading.Event()
        self.let_go = threading.Event()

    def __call__(self, _source: object) -> Outcome[None]:
        self.begun.set()
        assert self.let_go.wait(PATIENCE)
        return Outcome(None)


def added(store: Store, *, name: str) -> Outcome[int]:
    return contacts.add(store, given_name=name, family_name="")


def count(reader: Reader) -> int:
    return int(reader.value("SELECT count(*) FROM contact"))


def endless(reader: Reader, *, begun: threading.Event) -> int:
    """A question without an answer; `begun` says that SQLite is at it."""
    reader._connection.set_progress_handler(lambda: bool(begun.set()), 1000)
    return int(reader.value(FOREVER))


def refused(_source: object) -> Outcome[None]:
    raise known_error.name_needed()


def broken(_source: object) -> Outcome[None]:
    message = "a bug"
    raise LookupError(message)


def everything(signal: Any) -> list[Any]:
    """Whatever the signal carries from now on."""
    heard: list[Any] = []
    signal.connect(heard.append)
    return heard


def answered(runner: Runner, qtbot: Any, question: Callable[..., Any] = count, **arguments: Any) -> Any:
    answers: list[Any] = []
    runner.ask(question, then=answers.append, **arguments)
    qtbot.waitUntil(lambda: bool(answers))
    return answers[0]


def test_verbs_are_done_one_after_the_other_in_one_thread(runner: Runner, qtbot: Any):
    done: list[tuple[int, str]] = []

    def verb(_store: Store, *, number: int) -> Outcome[None]:
        done.append((number, threading.current_thread().name))
        return Outcome(None)

    with qtbot.waitSignals([runner.changed]):
        for number in range(20):
            runner.do(verb, number=number)
        runner.do(added, name="Ana")
    assert done == [(number, "store") for number in range(20)]


def test_answers_arrive_in_the_main_thread(runner: Runner, qtbot: Any):
    threads: list[threading.Thread] = []
    runner.do(added, name="Ana", then=lambda _outcome: threads.append(threading.current_thread()))
    runner.ask(count, then=lambda _count: threads.append(threading.current_thread()))
    qtbot.waitUntil(lambda: len(threads) == 2)
    assert set(threads) == {threading.main_thread()}


def test_what_changed_is_broadcast_once_after_the_one_who_asked_has_heard(runner: Runner, qtbot: Any):
    heard: list[object] = []
    runner.changed.connect(heard.append)
    runner.said.connect(lambda outcome: heard.append(str(outcome.said)))
    runner.do(added, name="Ana", then=lambda outcome: heard.append(outcome.value), ended=lambda: heard.append("ended"))
    qtbot.waitUntil(lambda: "ended" in heard)
    assert heard == [1, frozenset({"contact"}), "Ana added", "ended"]


def test_a_verb_that_changes_nothing_is_not_broadcast(runner: Runner, qtbot: Any):
    broadcast, said = everything(runner.changed), everything(runner.said)
    ended: list[bool] = []
    runner.do(lambda _store: Outcome(None), ended=lambda: ended.append(True))
    qtbot.waitUntil(lambda: bool(ended))
    assert (broadcast, said) == ([], [])


def test_of_questions_with_one_key_only_the_newest_is_answered(runner: Runner, qtbot: Any):
    answers: list[str] = []
    for typed in ("l", "lu", "luk"):
        runner.ask(lambda _reader, typed=typed: typed, then=answers.append, key="filter")
    assert answered(runner, qtbot) == 0
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == ["luk"]


def test_a_question_that_is_out_of_date_is_interrupted(runner: Runner, qtbot: Any):
    begun = threading.Event()
    # Were they not interrupted, they would keep the whole pool for ever.
    for _ in range(POOL_THREADS + 1):
        begun.clear()
        runner.ask(endless, begun=begun, key="filter")
        assert begun.wait(PATIENCE)
    assert answered(runner, qtbot, key="filter") == 0


def test_questions_with_different_keys_do_not_disturb_each_other(runner: Runner, qtbot: Any):
    answers: list[str] = []
    runner.ask(lambda _reader: "people", then=answers.append, key="contacts")
    runner.ask(lambda _reader: "tags", then=answers.append, key="tags")
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert sorted(answers) == ["people", "tags"]


def test_questions_are_answered_while_a_verb_takes_long(runner: Runner, qtbot: Any):
    gate = Gate()
    runner.do(gate)
    assert gate.begun.wait(PATIENCE)
    assert answered(runner, qtbot) == 0
    gate.let_go.set()


def test_cancel_rolls_back_what_was_begun(runner: Runner, book: Book, qtbot: Any):
    begun = threading.Event()

    def long(store: Store, *, progress: Progress) -> Outcome[None]:
        with store.transaction(Phrase("Long work")) as transaction:
            transaction.connection.execute("INSERT INTO tag (name) VALUES ('half done')")
            begun.set()
            while True:
                progress.reached(0.5)

    broadcast, ended = everything(runner.changed), []
    task = runner.do(long, told=lambda _fraction: None, ended=lambda: ended.append(True))
    assert begun.wait(PATIENCE)
    task.cancel()
    qtbot.waitUntil(lambda: bool(ended))
    assert (book.count("tag"), broadcast) == (0, [])


def test_progress_is_told_in_the_main_thread_and_not_after_a_cancel(runner: Runner, qtbot: Any):
    told: list[float] = []

    def long(_source: object, *, progress: Progress) -> None:
        while True:
            progress.reached(0.5)

    task = runner.ask(long, told=told.append)
    qtbot.waitUntil(lambda: bool(told))
    task.cancel()
    told.clear()
    assert answered(runner, qtbot) == 0
    assert told == []


def test_long_work_leaves_the_main_thread_its_turns(runner: Runner, qtbot: Any):
    def long(_source: object, *, progress: Progress) -> float:
        began, worked = time.perf_counter(), time.thread_time()
        while time.perf_counter() - began < 0.2:
            progress.cancelled()
        return (time.thread_time() - worked) / 0.2

    assert answered(runner, qtbot, long, told=lambda _fraction: None) < 0.85


def test_who_is_told_of_the_end_hears_it_even_if_it_was_cancelled_before_it_began(runner: Runner, qtbot: Any):
    gates = [Gate() for _ in range(POOL_THREADS)]
    for gate in gates:
        runner.ask(gate)
        assert gate.begun.wait(PATIENCE)
    answers: list[int] = []
    ended: list[bool] = []
    runner.ask(count, then=answers.append, ended=lambda: ended.append(True)).cancel()
    for gate in gates:
        gate.let_go.set()
    qtbot.waitUntil(lambda: bool(ended))
    assert answers == []


def test_a_known_error_goes_to_the_one_who_asked(runner: Runner, qtbot: Any):
    troubled = everything(runner.troubled)
    failed: list[KnownError] = []
    runner.do(refused, failed=failed.append)
    qtbot.waitUntil(lambda: bool(failed))
    assert str(failed[0]).startswith("A person needs a name.")
    assert troubled == []


def test_a_known_error_that_nobody_waits_for_is_shown_to_the_user(runner: Runner, qtbot: Any):
    with qtbot.waitSignal(runner.troubled) as signal:
        runner.do(refused)
    assert str(signal.args[0]).startswith("A person needs a name.")


@pytest.mark.parametrize("how", ["do", "ask"])
def test_a_bug_is_reported_and_the_application_goes_on(runner: Runner, qtbot: Any, how: str):
    ended: list[bool] = []
    with qtbot.waitSignal(runner.broke) as signal:
        getattr(runner, how)(broken, ended=lambda: ended.append(True))
    assert isinstance(signal.args[0], LookupError)
    assert ended == [True]
    runner.do(added, name="Ana")
    qtbot.waitUntil(lambda: answered(runner, qtbot) == 1)


def test_a_bug_in_a_verb_leaves_nothing_behind(runner: Runner, book: Book, qtbot: Any):
    def half(store: Store) -> Outcome[None]:
        with store.transaction(Phrase("Half")) as transaction:
            transaction.connection.execute("INSERT INTO tag (name) VALUES ('half done')")
            message = "a bug"
            raise LookupError(message)

    with qtbot.waitSignal(runner.broke):
        runner.do(half)
    assert (book.count("tag"), book.count("history")) == (0, 0)


@pytest.mark.usefixtures("qapp")
def test_closing_waits_for_the_verbs_that_were_asked_for(book: Book):
    runner = Runner(book.store)
    for name in ("Ana", "Bo", "Chloé"):
        runner.do(added, name=name)
    runner.close()
    assert book.names() == ["Ana", "Bo", "Chloé"]


def test_what_is_answered_after_closing_is_heard_by_nobody(book: Book, qapp: QApplication):
    runner = Runner(book.store)
    heard = everything(runner.changed)
    runner.do(added, name="Ana", then=heard.append)
    runner.close()
    qapp.processEvents()
    assert (book.names(), heard) == (["Ana"], [])


@pytest.mark.usefixtures("qapp")
def test_closing_interrupts_questions(store: Store):
    runner = Runner(store)
    begun = threading.Event()
    runner.ask(endless, begun=begun)
    assert begun.wait(PATIENCE)
    started = time.monotonic()
    runner.close()
    assert time.monotonic() - started < PATIENCE
