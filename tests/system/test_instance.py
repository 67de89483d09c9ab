"""A second start hands its files to the window that is open; nobody else can, and nonsense does no harm."""

import socket
import stat
import sys
from multiprocessing.connection import Client
from pathlib import Path
from queue import Empty, Queue

import pytest

from infoview_desktop.system import instance
from infoview_desktop.system.instance import Reception, hand_over
from tests import program

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="talks to the socket itself")


class Window:
    """What stands for the window: it keeps what arrives."""

    def __init__(self, directory):
        self.directory = directory
        self._arrived = Queue()
        self.reception = Reception(directory, self._arrived.put)

    def next(self):
        return self._arrived.get(timeout=10)

    def is_quiet(self):
        try:
            self._arrived.get_nowait()
        except Empty:
            return True
        return False


@pytest.fixture
def directory(tmp_path):
    return tmp_path


@pytest.fixture
def window(directory):
    window = Window(directory)
    yield window
    window.reception.close()


def test_files_arrive_in_their_order_and_absolute(window, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert hand_over(window.directory, [Path("b.csv"), Path("/a b/ü.csv"), Path("\udcff.csv")])
    assert window.next() == [tmp_path / "b.csv", Path("/a b/ü.csv"), tmp_path / "\udcff.csv"]


def test_a_start_without_files_arrives_too(window):
    assert hand_over(window.directory, [])
    assert window.next() == []


def test_many_starts_arrive_one_after_the_other(window):
    for number in range(20):
        assert hand_over(window.directory, [Path(f"/{number}")])
    assert [window.next() for _ in range(20)] == [[Path(f"/{number}")] for number in range(20)]


def test_another_process_can_hand_over(window):
    code = (
        "import sys; from pathlib import Path; from infoview_desktop.system.instance import hand_over;"
        " sys.exit(not hand_over(Path(sys.argv[1]), [Path(sys.argv[2])]))"
    )
    assert program.run("-c", code, window.directory, "/a.csv").returncode == 0
    assert window.next() == [Path("/a.csv")]


def test_nobody_listens_where_no_window_is(directory):
    assert not hand_over(directory, [Path("/a.csv")])


def test_nobody_listens_after_the_window_has_closed(directory):
    window = Window(directory)
    window.reception.close()
    assert not hand_over(directory, [])


def test_a_socket_left_by_a_killed_window_is_nobody(directory):
    code = (
        "import os, sys; from pathlib import Path; from infoview_desktop.system.instance import Reception;"
        " Reception(Path(sys.argv[1]), print); os.kill(os.getpid(), 9)"
    )
    assert program.run("-c", code, directory).returncode == -9
    assert Path(instance._address(directory)).exists()
    assert not hand_over(directory, [])
    window = Window(directory)
    assert hand_over(directory, [])
    window.reception.close()


@pytest.mark.parametrize(
    "nonsense",
    [b"", b"hello", b"7", b"null", b"[1]", b"{}", b'["\\u0000"]', b"[" * 100_000, b"\xff\xfe", b'[["a"]]'],
    ids=range(10),
)
def test_nonsense_does_not_stop_the_window_from_listening(window, nonsense):
    with Client(instance._address(window.directory)) as connection:
        connection.send_bytes(nonsense)
    assert hand_over(window.directory, [Path("/a.csv")])
    arrived = window.next()
    while arrived != [Path("/a.csv")]:
        assert all(isinstance(path, Path) for path in arrived)
        arrived = window.next()


def test_a_caller_that_says_nothing_or_too_much_does_not_stop_it_either(window, monkeypatch):
    monkeypatch.setattr(instance, "_CALLER_SECONDS", 0.1)
    address = instance._address(window.directory)
    with socket.socket(socket.AF_UNIX) as silent, socket.socket(socket.AF_UNIX) as loud:
        silent.connect(address)
        loud.connect(address)
        loud.sendall(b"\x7f\xff\xff\xff")
        assert hand_over(window.directory, [])
    assert window.next() == []


def test_a_window_that_does_not_answer_is_not_waited_for_without_end(directory, monkeypatch):
    monkeypatch.setattr(instance, "_PATIENCE_SECONDS", 0.1)
    with socket.socket(socket.AF_UNIX) as deaf:
        deaf.bind(instance._address(directory))
        deaf.listen()
        assert not hand_over(directory, [])


class TestTheSocket:
    @pytest.fixture(params=["short", "long"])
    def directory(self, request, tmp_path):
        directory = tmp_path if request.param == "short" else tmp_path / ("long" * 30)
        directory.mkdir(exist_ok=True)
        return directory

    def test_is_for_the_user_alone(self, window):
        address = Path(instance._address(window.directory))
        assert stat.S_IMODE(address.stat().st_mode) == 0o600
        assert stat.S_IMODE(address.parent.stat().st_mode) == 0o700

    def test_has_a_name_that_every_system_takes(self, window):
        assert len(instance._address(window.directory).encode()) <= 104

    def test_is_the_same_however_the_directory_is_written(self, window, tmp_path):
        (tmp_path / "link").symlink_to(window.directory)
        assert hand_over(tmp_path / "link", [])
        assert hand_over(window.directory / "." / ".." / window.directory.name, [])


class TestAPlaceForItThatIsNotOurs:
    @pytest.fixture
    def directory(self, tmp_path, monkeypatch):
        monkeypatch.setattr(instance, "gettempdir", lambda: str(tmp_path))
        directory = tmp_path / ("long" * 30)
        directory.mkdir()
        return directory

    def place(self, directory):
        return next(iter(directory.parent.glob("infoview-*")), directory.parent / f"infoview-{instance.os.getuid()}")

    def test_open_to_others_is_not_used(self, directory):
        self.place(directory).mkdir()
        self.place(directory).chmod(0o755)
        with pytest.raises(PermissionError, match="is not this user's alone"):
            Reception(directory, print)
        assert not hand_over(directory, [])

    def test_that_leads_elsewhere_is_not_used(self, directory, tmp_path):
        elsewhere = tmp_path / "elsewhere"
        elsewhere.mkdir(mode=0o700)
        self.place(directory).symlink_to(elsewhere)
        with pytest.raises(PermissionError, match="is not this user's alone"):
            Reception(directory, print)
