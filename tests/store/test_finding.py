"""Whatever is called as somebody types, best first."""

import pytest

from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.operations import contacts
from infoview_desktop.store.reads import finding
from infoview_desktop.store.reads.finding import Findings, Limits
from tests.book import Book
from tests.notes import write_note

LIMITS = Limits(people=8, organizations=4, tags=3, interviews=4, notes=4)


def find(book: Book, typed: str, limits: Limits = LIMITS) -> Findings:
    return finding.find(book.read, typed=typed, limits=limits)


def people(book: Book, typed: str) -> list[str]:
    return [person.name.text for person in find(book, typed).people]


def told(book: Book, typed: str) -> list[str]:
    """Why each is found: in what field stands what was looked for, with the parts in brackets."""
    found = []
    for person in find(book, typed).people:
        shown = person.told or person.work
        text = shown.text
        for begin, end in reversed(shown.parts):
            text = f"{text[:begin]}[{text[begin:end]}]{text[end:]}"
        found.append(f"{person.field}: {text}")
    return found


def put_on_the_short_list(book: Book, contact_id: int) -> None:
    row = "INSERT INTO short_list (contact_id, reason, motivation, added_at) VALUES (?, '', 0, '2026-06-07')"
    with book.store.transaction(Phrase("Want to talk to")):
        book.store.connection.execute(row, (contact_id,))


def test_the_beginning_of_a_name_comes_before_a_word_of_it_and_that_before_all_else(book: Book):
    book.add("Zoë Rossi", organization="Anders & Co")
    book.add("Bo Andersen")
    book.add("Anders Berg")
    assert people(book, "and") == ["Anders Berg", "Bo Andersen", "Zoë Rossi"]


def test_who_is_called_exactly_so_comes_first_then_the_short_list(book: Book):
    book.add("Ana Abara")
    listed = book.add("Ana Zubiri")
    book.add("Ana", position="Chef")
    put_on_the_short_list(book, listed)
    assert people(book, "ana") == ["Ana", "Ana Zubiri", "Ana Abara"]


def test_whoever_is_on_the_short_list_is_found_among_many(book: Book):
    for number in range(12):
        book.add(f"Maria {number:02}", position="Analyst")
    last = book.add("Maria Zubiri")
    put_on_the_short_list(book, last)
    assert people(book, "mar")[0] == "Maria Zubiri"
    assert people(book, "zub") == ["Maria Zubiri"]
    assert len(people(book, "mar")) == LIMITS.people


def test_of_namesakes_who_is_known_best_comes_first(book: Book):
    for _ in range(LIMITS.people):
        book.add("Ana Ruiz")
    best = book.add("Ana Ruiz", position="Analyst", organization="Oxfam")
    assert find(book, "ana ruiz").people[0].line.id == best


@pytest.mark.parametrize("typed", ["berg and", "And ber", '"anders b"', "name:and"])
def test_words_are_found_in_any_order(typed: str, book: Book):
    book.add("Anders Berg")
    assert people(book, typed) == ["Anders Berg"]


@pytest.mark.parametrize(
    ("field", "text", "typed", "why"),
    [
        ("position", "Head of Data", "data", ": Head of [Data]"),
        ("organization", "Open Harbour", "harb", ": Open [Harb]our"),
        ("tags", "lima, alumni", "alu", "tags: [alu]mni"),
        ("emails", "a@example.org, ana@oxfam.org", "oxfam", "emails: ana@[oxfam].org"),
        ("location", "Malmö, Sweden", "malmo", "location: [Malmö], Sweden"),
        ("schools", "Lund, Oslo", "osl", "schools: [Osl]o"),
        ("past_employers", "Acme", "acme", "past_employers: [Acme]"),
        ("phones", "+46 70 123", "123", "phones: +46 70 [123]"),
        ("links", "https://ana.example.org", "example", "links: https://ana.[example].org"),
        ("remarks", "Met at the fair.\nKnows Bo.", "knows", "remarks: Met at the fair. [Knows] Bo."),
    ],
)
def test_it_tells_why_somebody_is_found(field: str, text: str, typed: str, why: str, book: Book):
    book.edit(book.add("Zoë Rossi"), field, text)
    assert told(book, typed) == [why]


def test_of_long_remarks_it_tells_what_stands_around(book: Book):
    book.edit(book.add("Zoë Rossi"), "remarks", f"{'word ' * 200}kayak {'more ' * 200}")
    assert told(book, "kayak")[0].startswith("remarks: … word word word word [kayak] more")


def test_the_name_tells_by_itself_why_it_is_found(book: Book):
    book.edit(book.add("Zoë Rossi", position="Rossini"), "remarks", "rossi")
    assert told(book, "rossi") == [": Rossini"]


def test_facets_narrow_and_only_what_they_name_is_looked_for(book: Book):
    book.add("Ana Ruiz", organization="Oxfam", tag_names="oxford")
    book.add("Bo Chen", organization="Acme", tag_names="oxford")
    found = find(book, "company:ox")
    assert [person.name.text for person in found.people] == ["Ana Ruiz"]
    assert [organization.name.text for organization in found.organizations] == ["Oxfam"]
    assert found.tags == ()
    assert [tag.name.text for tag in find(book, "tag:ox").tags] == ["oxford"]
    assert find(book, "tag:ox").organizations == ()


def test_organizations_are_sorted_by_how_one_is_placed_there(book: Book):
    for name, organization in (("A", "Open Data"), ("B", "Open Harbour"), ("C", "Open Harbour"), ("D", "The Open")):
        book.add(name, organization=organization)
    found = find(book, "open").organizations
    assert [(each.name.text, each.people) for each in found] == [("Open Harbour", 2), ("Open Data", 1), ("The Open", 1)]
    assert find(book, "open data").organizations[0].name.parts == ((0, 4), (5, 9))


def test_people_in_the_trash_are_neither_found_nor_counted(book: Book):
    book.add("Ana Ruiz", organization="Oxfam", tag_names="alumni")
    gone = book.add("Ana Berg", organization="Oxfam", tag_names="alumni")
    book.delete(gone)
    found = find(book, "ana")
    assert [person.line.id for person in found.people] != [gone]
    assert [each.people for each in find(book, "oxf").organizations] == [1]
    assert [each.people for each in find(book, "alu").tags] == [1]
    assert finding.people(book.read, contact_ids=[gone, 1])[0].name.text == "Ana Ruiz"


def test_tags_are_found_by_their_words_and_only_if_somebody_has_them(book: Book):
    contact_id = book.add("Ana Ruiz", tag_names="follow up, ümlaut, up")
    assert [tag.name.text for tag in find(book, "up").tags] == ["up", "follow up"]
    assert [tag.name.text for tag in find(book, "uml").tags] == ["ümlaut"]
    contacts.delete(book.store, contact_ids=[contact_id])
    assert find(book, "up").tags == ()


@pytest.mark.parametrize("typed", ["", "  ", '"', "* (", "company:", "%", "_", "'; DROP TABLE contact; --", "a" * 5000])
def test_whatever_is_typed_is_taken_as_it_is(typed: str, book: Book):
    book.add("Ana Ruiz", organization="Oxfam", tag_names="alumni")
    found = find(book, typed)
    assert (found.people, found.organizations, found.tags) == ((), (), ())


def test_notes_are_found_with_the_sentence_and_whom_they_are_about(book):
    ana = book.add("Ana Ruiz", organization="Oxfam")
    write_note(book, "A list of books\nOne on statistics.")
    write_note(book, "Before we talk\nShe came late. She began with statistics. Now she leads.", contact_id=ana)
    found = finding.find(book.read, typed="statis", limits=LIMITS).notes
    assert [(note.title.text, note.found.text, note.people.text) for note in found] == [
        ("Before we talk", "She began with statistics. Now she leads.", "Ana Ruiz"),
        ("A list of books", "One on statistics.", ""),
    ]
    assert finding.find(book.read, typed="at:oxfam", limits=LIMITS).notes[0].title.text == "Before we talk"
    assert finding.find(book.read, typed="nothing", limits=LIMITS).notes == ()
