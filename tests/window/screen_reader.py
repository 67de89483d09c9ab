"""Answers what a screen reader is told of a program, and presses what it is asked to; run by the system's Python.

Reads a JSON list from each line of standard input, `[process id, verb, argument …]`, and writes an answer. What
programs tell by themselves in between is kept until it is asked for.
"""

import json
import sys
from collections.abc import Iterator
from typing import Any

import pyatspi
from gi.repository import GLib

ACTIVE = (pyatspi.STATE_SHOWING, pyatspi.STATE_VISIBLE)


def application(process: int) -> Any:
    for each in pyatspi.Registry.getDesktop(0):
        if each is not None and each.get_process_id() == process:
            return each
    return None


def in_sight(thing: Any, depth: int = 0) -> Iterator[Any]:
    """Everything in sight, of lists and tables only what one sees of them."""
    states = thing.getState()
    if depth and not all(states.contains(state) for state in ACTIVE):
        return
    yield thing
    if thing.getRole() in {pyatspi.ROLE_TABLE, pyatspi.ROLE_TREE_TABLE, pyatspi.ROLE_LIST, pyatspi.ROLE_TABLE_CELL}:
        return
    for child in thing:
        if child is not None:
            yield from in_sight(child, depth + 1)


def find(process: int, name: str, interface: str) -> Any:
    """What is in sight with this name and can be used so."""
    root = application(process)
    found = (thing for thing in (in_sight(root) if root else ()) if thing.name == name)
    return next((thing for thing in found if interface in pyatspi.listInterfaces(thing)), None)


def names(process: int) -> list[list[str]]:
    """Role and name of everything in sight."""
    root = application(process)
    return [[thing.getRoleName(), thing.name] for thing in in_sight(root)] if root else []


def unnamed(process: int) -> list[str]:
    """The roles of what can take the focus and has no name."""
    root = application(process)
    return [
        thing.getRoleName()
        for thing in (in_sight(root) if root else ())
        if thing.getState().contains(pyatspi.STATE_FOCUSABLE) and not thing.name
    ]


def press(process: int, name: str) -> bool:
    """Do what Enter or a click would; whether there was something of this name that can be used."""
    thing = find(process, name, "Action")
    if thing is None or not thing.getState().contains(pyatspi.STATE_ENABLED):
        return False
    return bool(thing.queryAction().doAction(0))


def text(process: int, name: str) -> str | None:
    """What stands in a field."""
    thing = find(process, name, "EditableText")
    return None if thing is None else thing.queryText().getText(0, -1)


def focused(process: int) -> list[str]:
    """The name of what has the focus, and of what has it within that.

    The chosen tab says of itself that it has it, wherever it is.
    """
    root = application(process)
    things = in_sight(root) if root else ()
    focused = [thing for thing in things if thing.getState().contains(pyatspi.STATE_FOCUSED)]
    return [thing.name for thing in focused if len(focused) == 1 or thing.getRole() != pyatspi.ROLE_PAGE_TAB]


def checked(process: int) -> list[str]:
    """The names of the buttons that are pressed in."""
    root = application(process)
    things = in_sight(root) if root else ()
    return [thing.name for thing in things if thing.getState().contains(pyatspi.STATE_CHECKED)]


def place(process: int, name: str) -> list[int] | None:
    """Where on the screen the middle of something is."""
    thing = find(process, name, "Component")
    if thing is None:
        return None
    box = thing.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    return [box.x + box.width // 2, box.y + box.height // 2]


def focus(process: int, name: str) -> bool:
    """Give something the focus; whether there was something of this name that takes it."""
    thing = find(process, name, "Component")
    return thing is not None and bool(thing.queryComponent().grabFocus())


def rows(process: int, name: str) -> list[str] | None:
    """What the rows of a list in sight are called."""
    thing = find(process, name, "Accessible")
    return None if thing is None else [child.name for child in thing if child is not None]


def announced(_process: int) -> list[str]:
    """What programs asked to be said since this was asked last."""
    told = list(_announced)
    _announced.clear()
    return told


_announced: list[str] = []


def _on_announcement(event: Any) -> None:
    _announced.append(str(event.any_data))


VERBS = {verb.__name__: verb for verb in (names, unnamed, press, text, focused, checked, place, focus, rows, announced)}


def _on_line(_source: Any, _condition: Any) -> bool:
    """Answer one line; the end of them is the end of the program."""
    line = sys.stdin.readline()
    if not line:
        loop.quit()
        return False
    process, wanted, *rest = json.loads(line)
    try:
        answer = VERBS[wanted](process, *rest)
    except Exception as error:  # noqa: BLE001 - what one looks at may go away meanwhile; the caller asks again
        answer = None
        sys.stderr.write(f"{wanted} {rest}: {error!r}\n")
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()
    return True


pyatspi.Registry.registerEventListener(_on_announcement, "object:announcement")
loop = GLib.MainLoop()
GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, _on_line)
loop.run()
