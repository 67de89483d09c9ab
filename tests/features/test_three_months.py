"""A search over three months, from the first name to keeping in touch, in a window, by keyboard and by mouse."""

from collections.abc import Callable

import pytest

from infoview_desktop.store.all_tables import RECORDED, table_name
from infoview_desktop.ui.today import writing
from infoview_desktop.ui.window.main_window import MainWindow
from tests.features.conftest import Calendar, Tell, Until
from tests.features.searcher import ALT, CONTROL, SHIFT, Key, Searcher
from tests.ui import hand

PEOPLE = ("Ana Ruiz", "Bo Chen", "Cleo Park", "Dara Okoye")
Meet = Callable[[MainWindow], Searcher]


@pytest.fixture
def meet(calendar: Calendar, until: Until) -> Meet:
    return lambda window: Searcher(window, calendar, until)


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was opened outside."""
    urls: list[str] = []
    monkeypatch.setattr(writing.QDesktopServices, "openUrl", lambda url: urls.append(url.toString()) or True)
    return urls


def begin(me: Searcher) -> None:
    """On a Monday: whom one knows, whom one wants to talk to, and where one lives."""
    me.add("Ana Ruiz", Position="Analyst", Organization="Oxfam", **{"E-mail": "ana@example.org"})
    me.add("Bo Chen", Position="Director", Organization="Oxfam")
    me.add("Cleo Park", Position="Engineer", Organization="Umbrella", Tags="alumni")
    me.add("Dara Okoye", Position="Nurse", Organization="Globex")
    for name in ("Ana Ruiz", "Bo Chen", "Cleo Park"):
        me.find(name)
        me.do(f"{name} is on the short list", lambda: me.key(Key.Key_D, CONTROL))
    me.choose("Dara Okoye")
    me.do("Dara Okoye is on the short list", lambda: me.press("Want to talk to"))
    me.key(Key.Key_Comma, CONTROL)
    hand.type_into(me.top, "Country", "Poland")
    me.key(Key.Key_Return)
    me.until(lambda: "11 November 2026" in me.sheet)
    me.key(Key.Key_Escape)
    me.until(lambda: not me.sheets)


def ask(me: Searcher) -> None:
    """On a Friday before noon three people are asked; at Oxfam one at a time."""
    me.wait_for_day("2026-11-06 09:30")
    me.log("Ana Ruiz", "W", "Asked Ana Ruiz for a conversation")
    me.find("Bo Chen")
    assert "Ana Ruiz there was asked on 6 November" in me.heading
    assert "right from 12 November on" in me.heading
    me.choose("Cleo Park")
    me.press("Log")
    me.do("Asked Cleo Park", lambda: me.press("Wrote, W"))
    me.log("Dara Okoye", "W", "Asked Dara Okoye")


def wait_over_a_holiday(me: Searcher) -> None:
    """The holiday does not count; after three working days a second person is asked, and one reply cancels it all."""
    me.open_day("2026-11-11 09:00")
    assert me.due == []
    assert me.reads("Nothing to do now. Next: Ask a second person at Oxfam, tomorrow.")
    me.open_day("2026-11-12 09:00")
    (second,) = me.due
    assert second.startswith("Ask a second person at Oxfam | 3 working days without a reply from Ana Ruiz (11 November")
    assert "was a holiday) · you know 1 more" in second
    me.key(Key.Key_Return)
    me.until(lambda: [line.split(" | ")[0] for line in me.contacts] == ["Ana Ruiz", "Bo Chen"])
    me.log("Bo Chen", "W", "Asked Bo Chen")
    me.log("Cleo Park", "Y", "Cleo Park replied")
    assert not any("Write again" in line or "Follow" in line for line in me.story)
    me.open_today()
    (offer,) = me.due
    assert offer.startswith("Offer Cleo Park times | They said yes today · offer two or three times")
    me.find("Cleo Park")


def book(me: Searcher) -> None:
    """The interview is booked with the sheet, and nothing else waits; one who said no is let be."""
    me.key(Key.Key_I, CONTROL | SHIFT)
    hand.type_into(me.top, "Day", "18/11/2026")
    hand.type_into(me.top, "Time", "15:00")
    me.confirm("Add", "Interview with Cleo Park added")
    me.open_today()
    assert me.due == []
    me.wait_for_day("2026-11-13 09:00")
    me.log("Bo Chen", "N", "Bo Chen replied")


def confirm_hold_and_thank(me: Searcher, sent: list[str]) -> None:
    """The day before, the day, and the day after, each worked through with one key for each thing."""
    me.open_day("2026-11-17 09:00")
    (confirm,) = me.due
    assert confirm.startswith(
        "Confirm tomorrow\N{RIGHT SINGLE QUOTATION MARK}s conversation with Cleo Park | You talk tomorrow at 3"
    )
    me.do("Wrote to Cleo Park", lambda: me.key("d"))
    me.open_day("2026-11-18 09:00")
    ana, dara = me.due
    silent = "7 working days without a reply (11 November was a holiday) · second and last"
    assert ana.startswith(f"Follow up with Ana Ruiz | {silent}")
    assert dara.startswith(f"Follow up with Dara Okoye | {silent}")
    me.key(Key.Key_Return)
    assert sent == ["mailto:ana@example.org"]
    me.do("Wrote to Ana Ruiz again", lambda: me.key(Key.Key_Return))
    me.key("r")
    me.do("Dara Okoye replied", lambda: me.key("l"))
    assert me.due == []
    assert me.reads("Nothing to do now. One conversation today.")
    me.open_day("2026-11-18 15:30")
    (how,) = me.due
    assert how.startswith("How was it with Cleo Park?")
    me.do("Talked with Cleo Park", lambda: me.key("h"))
    me.open_day("2026-11-19 09:20")
    (thank,) = me.due
    assert thank.startswith(
        "Thank Cleo Park | You talked yesterday until 3:20 pm · a thank-you counts most within 24 h"
    )
    assert "6 h left" in thank
    me.key("d")
    me.until(lambda: me.due == [])


def let_rest(me: Searcher) -> None:
    """Two messages without an answer: there is no third, and rest is offered."""
    for day in ("2026-11-20 09:00", "2026-11-26 09:00"):
        me.open_day(day)
        assert me.due == []
    me.open_day("2026-11-27 09:00")
    (rest,) = me.due
    assert rest.startswith("Let it rest with Ana Ruiz | 7 working days without a reply · two messages are enough")
    me.key(Key.Key_Return)
    me.until(lambda: me.due == [])


def see_how_far_it_has_come(me: Searcher) -> None:
    """The board and the filter of the contacts tell the same."""
    me.key(Key.Key_4, ALT)
    stages = {"Replied": ["Dara Okoye"], "Thanked": ["Cleo Park"], "Closed": ["Ana Ruiz", "Bo Chen"]}
    me.until(lambda: {stage: sorted(names) for stage, names in me.columns.items()} == stages)
    me.key(Key.Key_F, CONTROL)
    hand.type_into(me.window, "Filter contacts", "stage:closed")
    me.until(lambda: me.contacts == ["Ana Ruiz | Analyst · Oxfam | closed", "Bo Chen | Director · Oxfam | closed"])
    hand.type_into(me.window, "Filter contacts", "")
    me.until(lambda: len(me.contacts) == len(PEOPLE))


def keep_in_touch(me: Searcher) -> None:
    """Thirty days from the last contact of any kind; whoever said later is asked again when it is time."""
    me.choose("Cleo Park")
    me.open_tab("About")
    me.pick("Keep in touch", "every 30 days")
    me.until(lambda: "Keep in touch: every 30 days" in map(hand.name_of, hand.visible(me.window)))
    me.open_tab("Notes")
    me.wait_for_day("2026-12-01 12:00")
    me.log("Cleo Park", "C", "Called Cleo Park")
    me.open_day("2026-12-21 09:00")
    (again,) = me.due
    assert again.startswith("Ask Dara Okoye again | They said “later” on 18 November")
    me.key("r")
    me.do("Dara Okoye replied", lambda: me.key("n"))
    me.until(lambda: me.due == [])
    me.open_day("2026-12-30 09:00")
    assert me.due == []
    me.open_day("2026-12-31 09:00")
    (keep,) = me.due
    assert keep.startswith("Keep in touch with Cleo Park | 30 days since you were last in touch · every 30 days")
    me.key("d")
    me.until(lambda: me.due == [])


def promise(me: Searcher) -> None:
    """A follow-up of one's own: put off once, then skipped for a reason."""
    me.wait_for_day("2027-01-04 09:00")
    me.find("Bo Chen")
    me.key(Key.Key_U, CONTROL | SHIFT)
    hand.type_into(me.top, "Reason", "Send the article")
    me.press("In 3 working days")
    me.confirm("Remember", "")
    me.open_day("2027-01-07 09:00")
    assert me.due == []
    me.open_day("2027-01-08 09:00")
    (own,) = me.due
    assert own.startswith("Follow up with Bo Chen | Send the article")
    me.key("l")
    first = hand.shown_in(me.menu)[0]
    assert first.startswith("Next working day\t1 ")
    assert "11 Jan" in first
    me.key("1")
    me.until(lambda: me.due == [])
    me.open_day("2027-01-11 09:00")
    (own,) = me.due
    assert "Send the article · you put it off from 8 January" in own
    me.key("s")
    me.key("2")
    me.until(lambda: me.due == [])


def undo_everything(me: Searcher) -> int:
    """Step by step, until the book is as it was at the beginning; tells how many steps it took."""
    steps = 0
    me.key(Key.Key_2, ALT)
    while me.action("undo").isEnabled():
        me.do("Undone: ", lambda: me.key(Key.Key_Z, CONTROL))
        steps += 1
    return steps


def test_a_search_is_entered_worked_through_undone_and_done_again(tell: Tell, meet: Meet, sent: list[str]):
    told: list[object] = []

    def autumn(window: MainWindow) -> None:
        me = meet(window)
        begin(me)
        ask(me)
        wait_over_a_holiday(me)
        book(me)
        confirm_hold_and_thank(me, sent)

    def winter(window: MainWindow) -> None:
        me = meet(window)
        let_rest(me)
        see_how_far_it_has_come(me)
        keep_in_touch(me)
        promise(me)
        told.append(rows(me))

    def second_thoughts(window: MainWindow) -> None:
        me = meet(window)
        steps = undo_everything(me)
        assert me.reads("Bring the people you know")
        assert not any(rows(me).values())
        for _ in range(steps):
            me.do("Done again: ", lambda: me.key(Key.Key_Z, CONTROL | SHIFT))
        assert not me.action("redo").isEnabled()
        assert rows(me) == told[0]

    for story in (autumn, winter, second_thoughts):
        tell(story)


def rows(me: Searcher) -> dict[str, list[tuple[object, ...]]]:
    """Everything that the book holds."""
    read = me.window._runner.read
    return {name: read.rows(f"SELECT * FROM {name} ORDER BY 1, 2") for name in map(table_name, RECORDED)}  # noqa: S608 - the book's own tables
