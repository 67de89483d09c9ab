"""vCards as this program writes them: by the letter of the standard, and read back by others."""

from dataclasses import replace
from io import StringIO

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from infoview_desktop.domain.card import Card
from infoview_desktop.domain.text import clean, clean_text
from infoview_desktop.system.vcard import read
from infoview_desktop.system.vcard_writer import write
from tests.pictures import picture

FULL = Card(
    uid="urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
    given_name="Łukasz; Jan",
    middle_name="A, B",
    family_name="Øberg, the 2nd",
    suffix="Jr.",
    credentials="PhD, MBA",
    pronouns="he/him",
    position="Analyst; \\ senior, or so",
    seniority="senior",
    organization="Fjord, Labs; North",
    location="Tromsø, Norway",
    time_zone="Europe/Oslo",
    linkedin="łukasz-øberg",
    connected_on="2026-06-07",
    in_touch_on="2026-07-08",
    source="alumni",
    referrer="urn:uuid:00000000-7dec-11d0-a765-00a0c91e6bf6",
    remarks="First, line\n\n  second: third; \\n is no line\n" + "長い" * 80,
    emails=("l@example.org", "two@example.org"),
    phones=("+47 900 00 001", "tel; 2"),
    links=("https://fjord.example/a,b;c?d=e", "fjord.example", "back\\slash.example"),
    schools=("University of Tromsø; Arctic", "School, 2"),
    past_employers=("Acme, Inc.",),
    tags=("Polar", "school friends"),
)


def written(card: Card) -> str:
    file = StringIO(newline="")
    write(file, card)
    return file.getvalue()


def read_back(directory, card: Card) -> Card:
    path = directory / "people.vcf"
    path.write_bytes(written(card).encode())
    (back,) = read(path, progress=lambda _: None, cancelled=lambda: False).cards
    return back


def test_every_field_comes_back(tmp_path):
    assert read_back(tmp_path, FULL) == replace(FULL, line=1)


def test_a_photo_comes_back(tmp_path):
    assert read_back(tmp_path, replace(FULL, photo=picture(kind="JPEG"))).photo.startswith(b"\xff\xd8")


def test_lines_end_and_are_folded_as_the_standard_has_it():
    text = written(replace(FULL, photo=bytes(1_000))).encode()
    lines = text.split(b"\r\n")
    assert lines.pop() == b""
    assert lines[:3] == [b"BEGIN:VCARD", b"VERSION:4.0", b"PRODID:-//InfoView//InfoView//EN"]
    assert lines[-1] == b"END:VCARD"
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) == 75
    for line in lines:
        line.decode()  # no character was cut


def test_another_reader_understands_it():
    (card,) = vobject.readComponents(written(replace(FULL, photo=picture(kind="JPEG"))))
    assert card.version.value == "4.0"
    assert card.fn.value == "Łukasz; Jan A, B Øberg, the 2nd Jr."
    assert (card.n.value.given, card.n.value.family) == ("Łukasz; Jan", "Øberg, the 2nd")
    assert card.n.value.suffix == ["Jr.", "PhD", "MBA"]
    assert card.org.value == ["Fjord, Labs; North"]
    assert card.title.value == FULL.position
    assert card.note.value == FULL.remarks
    assert [(one.value, one.params) for one in card.email_list] == [
        ("l@example.org", {"PREF": ["1"]}),
        ("two@example.org", {"PREF": ["2"]}),
    ]
    assert card.adr.value.city == "Tromsø, Norway"
    assert card.uid.value == FULL.uid
    assert card.categories.value == ["Polar", "school friends"]
    assert card.url_list[0].value == "https://www.linkedin.com/in/%C5%82ukasz-%C3%B8berg"
    assert card.url_list[1].value.startswith("https://fjord.example/a")
    assert card.photo.value.startswith("data:image/jpeg;base64")


@pytest.mark.parametrize(
    ("uid", "line"),
    [
        ("0A1B2C3D-1111-4222-8333-444455556666", "UID:urn:uuid:0a1b2c3d-1111-4222-8333-444455556666"),
        ("https://cards.example/1", "UID:https://cards.example/1"),
        ("a, b;c", "UID;VALUE=text:a\\, b\\;c"),
    ],
)
def test_what_a_card_calls_itself_is_kept(tmp_path, uid, line):
    card = Card(uid=uid, given_name="Ana")
    assert line in written(card).splitlines()
    assert read_back(tmp_path, card).uid.casefold().removeprefix("urn:uuid:") == uid.casefold()


lines = st.text(max_size=90).map(lambda text: clean(text)[0])


@given(
    given_name=lines.filter(bool),
    family_name=lines,
    suffix=lines,
    credentials=lines,
    position=lines,
    organization=lines,
    remarks=st.text(max_size=200).map(clean_text),
    schools=st.lists(lines.filter(bool), unique_by=str.casefold, max_size=3).map(tuple),
)
def test_any_text_comes_back(tmp_path_factory, **texts):
    card = Card(line=1, uid="urn:x", **texts)
    assert read_back(tmp_path_factory.mktemp("cards"), card) == card
