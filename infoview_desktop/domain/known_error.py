"""What can go wrong that the user can help with: what happened, what is safe, what to do."""

from __future__ import annotations

from infoview_desktop.domain.phrase import Phrase


class KnownError(Exception):
    """A trouble with a plain sentence for each of the three things a person asks then.

    `sentences` says what happened, what is safe and what to do, in that order and only where there is
    something to say. Anything else that is raised is a bug.
    """

    def __init__(self, what: Phrase, safe: Phrase, advice: Phrase) -> None:
        super().__init__(what, safe, advice)
        self.sentences = tuple(phrase for phrase in (what, safe, advice) if phrase.text)

    def __str__(self) -> str:
        return " ".join(map(str, self.sentences))


class Damaged(KnownError):  # noqa: N818 - it is the book that is
    """The book's file cannot be trusted; a backup may be put back in its place."""


class HeldElsewhere(KnownError):  # noqa: N818 - it is the book that is
    """Another InfoView has the book open."""


class Stopped(KnownError):  # noqa: N818 - the user wanted it
    """The user stopped it, and nothing of it was kept."""


NOTHING = Phrase("")
NOTHING_CHANGED = Phrase("Nothing was changed.")
STORED_IS_SAFE = Phrase("Everything stored before is safe.")


def stopped() -> Stopped:
    """The user pressed Cancel."""
    return Stopped(Phrase("Cancelled."), NOTHING_CHANGED, NOTHING)


def disk_full() -> KnownError:
    """SQLite found no room."""
    return KnownError(
        Phrase("The disk is full, so this was not saved."),
        STORED_IS_SAFE,
        Phrase("Make some room and try again."),
    )


def disk_trouble() -> KnownError:
    """The operating system could not read or write."""
    return KnownError(
        Phrase("The disk did not accept this, so it was not saved."),
        STORED_IS_SAFE,
        Phrase("Look after the disk, then try again."),
    )


def held_by_another_program() -> KnownError:
    """Some other program holds SQLite's lock for more than the five seconds waited."""
    return KnownError(
        Phrase("Another program is using the book's file."),
        NOTHING_CHANGED,
        Phrase("Close that program and try again."),
    )


def window_is_open() -> HeldElsewhere:
    """A verb that writes was called while a window has the book open."""
    return HeldElsewhere(
        Phrase("The InfoView window is open and has this book in use."),
        NOTHING_CHANGED,
        Phrase("Do it in the window, or close the window and try again."),
    )


def does_not_answer() -> HeldElsewhere:
    """The lock is held, but nobody takes the files over."""
    return HeldElsewhere(
        Phrase("Another InfoView is using this book and does not answer."),
        NOTHING_CHANGED,
        Phrase("Wait until it has finished, or end it, and try again."),
    )


def no_display() -> KnownError:
    """There is no screen to open a window on."""
    return KnownError(
        Phrase("There is no display to open a window on."),
        NOTHING,
        Phrase("The verbs (see --help) need none."),
    )


def newer_book(version: int, known: int) -> KnownError:
    """The book was written by a later version of the program."""
    return KnownError(
        Phrase(
            "This book was written by a newer InfoView (version {version} of the book; this one knows {known}).",
            {"version": version, "known": known},
        ),
        Phrase("It was not touched."),
        Phrase("Install the newer InfoView to open it."),
    )


def not_a_book(name: str) -> Damaged:
    """The file is not SQLite's, or SQLite cannot make sense of it."""
    return Damaged(
        Phrase("{name} is damaged or is not InfoView's book.", {"name": name}),
        Phrase("It was not touched."),
        Phrase("Put back a backup."),
    )


def another_programs_book(name: str) -> Damaged:
    """The file is a sound SQLite database of some other program."""
    return Damaged(
        Phrase("{name} belongs to another program.", {"name": name}),
        Phrase("It was not touched."),
        Phrase("Put back a backup, or move that file away."),
    )


def damaged_book(name: str) -> Damaged:
    """SQLite's own check found damage inside."""
    return Damaged(
        Phrase("{name} is damaged.", {"name": name}),
        Phrase("It was not touched, and nothing was deleted."),
        Phrase("Put back a backup; the damaged file is kept beside it."),
    )


def read_only() -> KnownError:
    """The directory or the file does not let itself be written."""
    return KnownError(
        Phrase("The book can be read but not changed: its folder or file is read-only."),
        STORED_IS_SAFE,
        Phrase("Give yourself the right to write there, then open InfoView again."),
    )


def cannot_open_folder(folder: str) -> KnownError:
    """The data directory cannot be made or entered."""
    return KnownError(
        Phrase("InfoView cannot use the folder {folder}.", {"folder": folder}),
        NOTHING_CHANGED,
        Phrase("Choose another one, or see to its permissions."),
    )


def nothing_to_undo() -> KnownError:
    """The history is empty, or all of it is undone."""
    return KnownError(Phrase("There is nothing to undo."), NOTHING, NOTHING)


def nothing_to_redo() -> KnownError:
    """Nothing was undone since the last change."""
    return KnownError(Phrase("There is nothing to redo."), NOTHING, NOTHING)


def history_closed(label: str) -> KnownError:
    """The step was recorded under an earlier shape of the book."""
    return KnownError(
        Phrase("{label} was made before the last update and can no longer be undone.", {"label": label}),
        NOTHING_CHANGED,
        Phrase("A backup from before the update is kept."),
    )


def cannot_step(label: str) -> KnownError:
    """The rows are no longer as the step left them."""
    return KnownError(
        Phrase("{label} cannot be undone or redone: the book has changed since.", {"label": label}),
        NOTHING_CHANGED,
        NOTHING,
    )


def gone() -> KnownError:
    """The person was deleted meanwhile."""
    return KnownError(
        Phrase("This person is no longer in the book."), NOTHING_CHANGED, Phrase("Undo brings people back.")
    )


def name_needed() -> KnownError:
    """A contact would be left without any name."""
    return KnownError(Phrase("A person needs a name."), NOTHING_CHANGED, NOTHING)


def tag_needed() -> KnownError:
    """People were to be tagged with nothing."""
    return KnownError(Phrase("A tag needs a name."), NOTHING_CHANGED, NOTHING)


def no_such_choice(text: str) -> KnownError:
    """A field that has a few values was given another one."""
    return KnownError(Phrase("{text} is not one of the choices.", {"text": text}), NOTHING_CHANGED, NOTHING)


def no_date(text: str) -> KnownError:
    """What was typed is no day of the calendar."""
    return KnownError(
        Phrase("{text} is not a date.", {"text": text}), NOTHING_CHANGED, Phrase("Write it as 2026-11-22.")
    )


def no_time_zone(text: str) -> KnownError:
    """What was typed is not the name of a time zone."""
    return KnownError(
        Phrase("There is no time zone called {text}.", {"text": text}),
        NOTHING_CHANGED,
        Phrase("Choose one that is offered as you type a city, such as Europe/Madrid."),
    )


def nobody_called(name: str) -> KnownError:
    """A person who is named is not in the book."""
    return KnownError(
        Phrase("Nobody in the book is called {name}.", {"name": name}),
        NOTHING_CHANGED,
        Phrase("Add them first, and choose them then."),
    )


def own_referrer() -> KnownError:
    """Somebody was to have referred themselves."""
    return KnownError(Phrase("Nobody refers themselves."), NOTHING_CHANGED, NOTHING)


def one_person() -> KnownError:
    """Somebody was to be merged with, or told apart from, themselves."""
    return KnownError(
        Phrase("This is one and the same person."), NOTHING_CHANGED, Phrase("Choose two different people.")
    )


def too_many_to_merge() -> KnownError:
    """More than two people were to be merged at once."""
    return KnownError(Phrase("Two people at a time can be merged."), NOTHING_CHANGED, Phrase("Select two."))


def organization_gone() -> KnownError:
    """The organization was deleted, merged or let go meanwhile."""
    return KnownError(Phrase("This organization is no longer in the book."), NOTHING_CHANGED, NOTHING)


def organization_name_needed() -> KnownError:
    """An organization would be left without a name."""
    return KnownError(Phrase("An organization needs a name."), NOTHING_CHANGED, NOTHING)


def organization_exists(name: str) -> KnownError:
    """Another organization is called so already, or was before it was merged or renamed."""
    return KnownError(
        Phrase("There is already an organization called {name}.", {"name": name}),
        NOTHING_CHANGED,
        Phrase("To make one of the two, choose Merge with … on the page of either."),
    )


def no_number(text: str) -> KnownError:
    """A field that counts was given something else, or more than it can hold."""
    return KnownError(Phrase("{text} is not a number that fits here.", {"text": text}), NOTHING_CHANGED, NOTHING)


def not_listed() -> KnownError:
    """Something was said of somebody who is not on the short list."""
    return KnownError(Phrase("This person is not on the short list."), NOTHING_CHANGED, NOTHING)


def note_gone() -> KnownError:
    """A note, or what it said before, was removed meanwhile."""
    return KnownError(Phrase("This note is no longer in the book."), NOTHING_CHANGED, Phrase("Undo brings notes back."))


def note_too_long(most: int) -> KnownError:
    """More was put into a note than one can hold."""
    return KnownError(
        Phrase("A note can hold {most} characters, and this is more.", {"most": most}),
        NOTHING_CHANGED,
        Phrase("Make several notes of it."),
    )


def no_such_direction() -> KnownError:
    """A direction was taken away meanwhile."""
    return KnownError(Phrase("This direction is no longer in the book."), NOTHING_CHANGED, NOTHING)


def direction_name_needed() -> KnownError:
    """A direction would be left without a name."""
    return KnownError(Phrase("A direction needs a name."), NOTHING_CHANGED, NOTHING)


def unreadable_file(reason: str) -> KnownError:
    """A file given for import is not what it should be; `reason` is a whole sentence."""
    return KnownError(Phrase("{reason}", {"reason": reason}), NOTHING_CHANGED, NOTHING)


def cannot_write_file(name: str, reason: str) -> KnownError:
    """An export or a backup cannot be written where the user wants it."""
    return KnownError(
        Phrase("{name} cannot be written: {reason}.", {"name": name, "reason": reason}),
        STORED_IS_SAFE,
        Phrase("Choose another place."),
    )


def not_a_backup(name: str) -> KnownError:
    """The file to restore is not a sound book."""
    return KnownError(
        Phrase("{name} is not a sound backup of an InfoView book.", {"name": name}), NOTHING_CHANGED, NOTHING
    )


def book_not_empty() -> KnownError:
    """An export of a whole book can be read only into an empty one."""
    return KnownError(
        Phrase("This file is a whole book, and this book already has people."),
        NOTHING_CHANGED,
        Phrase("Read it into an empty folder with --data-dir."),
    )


def no_longer_there() -> KnownError:
    """An interview, a follow-up or a line of the story was deleted, undone or merged away meanwhile."""
    return KnownError(Phrase("This is not there any more."), NOTHING_CHANGED, NOTHING)


def no_time_to_invite_to() -> KnownError:
    """An invitation was wanted to an interview that has no time, or is gone."""
    return KnownError(
        Phrase("There is no time yet to invite anybody to."), NOTHING_CHANGED, Phrase("Agree on one first.")
    )


def not_of_these_times(day: str) -> KnownError:
    """A day or a moment lies too far away for anybody to mean it."""
    return KnownError(
        Phrase("{day} is too far away.", {"day": day}), NOTHING_CHANGED, Phrase("Look at the year, please.")
    )


def still_to_come() -> KnownError:
    """Something was said to have happened later than now."""
    return KnownError(
        Phrase("This moment is still to come."), NOTHING_CHANGED, Phrase("Write it down when it has happened.")
    )


def too_few_or_many(least: int, most: int) -> KnownError:
    """A number of days makes no sense."""
    return KnownError(
        Phrase("It has to be from {least} to {most} days.", {"least": least, "most": most}), NOTHING_CHANGED, NOTHING
    )


def ends_before_it_begins() -> KnownError:
    """The hours of a working day are turned round."""
    return KnownError(Phrase("The working day has to end after it begins."), NOTHING_CHANGED, NOTHING)


def calendar_shown_already() -> KnownError:
    """A calendar was to be added whose file is among the others."""
    return KnownError(Phrase("This calendar is shown already."), NOTHING_CHANGED, NOTHING)


def calendar_in_the_window(name: str) -> KnownError:
    """A calendar was to be imported without a window."""
    return KnownError(
        Phrase("{name} is a calendar, and which of its events are interviews is for you to say.", {"name": name}),
        NOTHING_CHANGED,
        Phrase("Open it with InfoView's window."),
    )


def on_another_machine(name: str) -> KnownError:
    """A file that is read again and again would be fetched over the network each time."""
    return KnownError(
        Phrase("{name} is on another machine, and nothing is loaded from there by itself.", {"name": name}),
        NOTHING_CHANGED,
        Phrase("Copy it to this machine first."),
    )


def name_for_it_needed() -> KnownError:
    """A cadence or a calendar would be left without a name."""
    return KnownError(Phrase("It needs a name."), NOTHING_CHANGED, NOTHING)
