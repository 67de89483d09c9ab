"""Other address books' vCards, as each of them really writes them."""

from dataclasses import asdict
from pathlib import Path

import pytest

from infoview_desktop.domain.card import Card
from infoview_desktop.system.vcard import CardsFile, is_vcard, read

DATA = Path(__file__).parent.parent / "data" / "vcard"


def read_quietly(path: Path) -> CardsFile:
    return read(path, progress=lambda _: None, cancelled=lambda: False)


def read_text(directory: Path, *lines: str, end: str = "\r\n") -> CardsFile:
    path = directory / "people.vcf"
    path.write_bytes(end.join(lines).encode())
    return read_quietly(path)


def read_card(directory: Path, *lines: str, version: str = "3.0") -> Card:
    """The one card that has these lines."""
    (card,) = read_text(directory, "BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD").cards
    return card


def said(card: Card) -> dict[str, object]:
    """What a card says, but for its line and photo, and for a uid that is made up for it."""
    told = {name: value for name, value in asdict(card).items() if value and name not in {"line", "photo"}}
    return {name: value for name, value in told.items() if name != "uid" or not str(value).startswith("urn:uuid:")}


def test_google_writes_groups_and_escapes_addresses():
    file = read_quietly(DATA / "google.vcf")
    assert (file.rows, file.hidden, file.broken) == (3, 2, 0)
    assert said(file.cards[0]) == {
        "given_name": "Ana María",
        "family_name": "Ruiz",
        "credentials": "Dr.",
        "position": "Programme Officer",
        "organization": "Oxfam",
        "location": "Madrid, Spain",
        "linkedin": "ana-ruiz-example",
        "remarks": "Met in Lisbon.\nLikes maps, and trains.",
        "emails": ("ana@example.org", "ana.ruiz@oxfam.example"),
        "phones": ("+34 600 111 222", "+34 91 000 00 00"),
        "links": ("http://www.google.com/profiles/1",),
        "tags": ("Alumni",),
    }
    assert file.cards[0].photo == b""


def test_apple_writes_preferences_profiles_companies_and_groups():
    file = read_quietly(DATA / "apple.vcf")
    assert (file.rows, file.hidden, file.broken) == (3, 2, 0)
    assert said(file.cards[0]) == {
        "uid": "0A1B2C3D-1111-4222-8333-444455556666",
        "given_name": "Łukasz",
        "middle_name": "Jan",
        "family_name": "Øberg",
        "suffix": "Jr.",
        "position": "Glaciologist",
        "organization": "Fjord Labs",
        "location": "Tromsø, Norway",
        "linkedin": "lukasz-oberg",
        "remarks": "Knows everybody in Tromsø",
        "emails": ("lukasz@fjord.example",),
        "phones": ("+47 900 00 001",),
        "links": ("https://fjord.example/lukasz",),
        "tags": ("Polar", "School friends"),
    }
    assert file.cards[0].photo.startswith(b"\xff\xd8\xff")


def test_outlook_writes_windows_letters_and_quoted_printable():
    (card,) = read_quietly(DATA / "outlook.vcf").cards
    assert said(card) == {
        "given_name": "Jörg",
        "family_name": "Müller",
        "credentials": "Dr.",
        "position": "Einkäufer",
        "organization": "Gerätebau Süd GmbH",
        "location": "München, Deutschland",
        "remarks": "Kennt die Messe in Köln.\nRuft gern zurück.",
        "emails": ("joerg@sued.example",),
        "phones": ("+49 (89) 000-11",),
    }
    assert card.photo


def test_thunderbird_writes_small_letters_and_an_address_for_a_name():
    mei, bo = read_quietly(DATA / "thunderbird.vcf").cards
    assert (mei.given_name, mei.family_name, mei.organization) == ("Mei", "Wang", "Harbour Museum")
    assert (mei.phones, mei.links, mei.location) == (
        ("+351 21 000 00 00",),
        ("www.harbour.example",),
        "Lisboa, Portugal",
    )
    assert (bo.given_name, bo.uid) == ("bo@example.org", "8d5b1a10-0000-4000-8000-000000000001")


def test_nextcloud_writes_titles_in_two_languages():
    file = read_quietly(DATA / "nextcloud.vcf")
    (card,) = file.cards
    assert said(card) == {
        "uid": "3f0e0000-aaaa-4bbb-8ccc-000000000001",
        "given_name": "Noor",
        "family_name": "de Vries",
        "credentials": "MSc",
        "pronouns": "they/them",
        "position": "Onderzoeker, Lecturer",
        "organization": "Universiteit Voorbeeld",
        "time_zone": "Europe/Amsterdam",
        "linkedin": "noor-de-vries",
        "emails": ("noor@example.org",),
        "phones": ("+31 6 0000 0001",),
        "tags": ("choir", "work", "old"),
    }
    assert [problem.why for problem in file.problems] == [
        "“javascript:alert(1)” is not an address on the web; the person is imported without it"
    ]


def test_android_writes_names_in_quoted_printable_over_lines():
    file = read_quietly(DATA / "android.vcf")
    assert (file.rows, file.hidden, file.broken) == (3, 1, 0)
    kalliope, mum = file.cards
    assert (kalliope.given_name, kalliope.family_name) == ("Καλλιόπη", "Ελένη Παπαδοπούλου")
    assert (kalliope.organization, kalliope.remarks) == ("Βιβλιοθήκη", "Πρώτη γραμμή\nδεύτερη")  # noqa: RUF001 - Greek
    assert (kalliope.phones, bool(kalliope.photo)) == (("+30 690 000 0001",), True)
    assert (mum.given_name, mum.phones) == ("Mum", ("0600 111 333",))


def test_version_4_has_pronouns_profiles_and_data_addresses():
    file = read_quietly(DATA / "version_4.vcf")
    assert (file.rows, file.hidden) == (2, 1)
    assert said(file.cards[0]) | {"uid": ""} == {
        "uid": "",
        "given_name": "Simone",
        "family_name": "Perrault",
        "credentials": "ing. jr, M.Sc.",
        "pronouns": "she/her",
        "position": "Engineer, networks",
        "organization": "Viagénie",
        "location": "Québec, Canada",
        "time_zone": "America/Toronto",
        "linkedin": "simone-perrault",
        "remarks": "First line\nsecond; third",
        "emails": ("simone@viagenie.example",),
        "phones": ("+1-418-555-0101",),
        "links": ("https://viagenie.example/~simone",),
        "tags": ("standards", "mail"),
    }
    assert file.cards[0].uid == "urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6"
    assert file.cards[0].photo


@pytest.mark.parametrize("name", ["byte_order_mark", "utf16", "utf16_without_mark", "old_mac_line_ends"])
def test_a_file_may_be_saved_in_any_way(name):
    zoe, chaim = read_quietly(DATA / f"{name}.vcf").cards
    assert (zoe.given_name, zoe.family_name, zoe.line) == ("Zoë", "Ångström", 1)
    assert (chaim.given_name, chaim.family_name, chaim.line) == ("חיים", "לוי", 7)


def test_a_line_may_declare_its_own_letters():
    (zoe,) = read_quietly(DATA / "latin_1.vcf").cards
    assert (zoe.given_name, zoe.family_name) == ("Zoë", "Ångström")


def test_every_broken_card_is_counted_and_told_with_its_line():
    file = read_quietly(DATA / "broken.vcf")
    assert (file.rows, len(file.cards), file.hidden, file.broken) == (7, 3, 0, 4)
    assert [(problem.line, problem.left_out) for problem in file.problems] == [
        (1, True),
        (2, True),
        (9, False),
        (12, True),
        (29, False),
        (31, True),
    ]
    bo, mei, noor = file.cards
    assert bo.emails == ("bo@example.org",)
    assert (mei.given_name, mei.phones) == ("Mei", ("+1 555 0101",))
    assert (noor.family_name, noor.photo) == ("de Vries", b"")


@pytest.mark.parametrize(
    ("line", "given", "family", "credentials"),
    [
        ("FN:Ana Ruiz", "Ana", "Ruiz", ""),
        ("FN:Ana María Ruiz", "Ana María", "Ruiz", ""),
        ("FN:Vincent van der Velde", "Vincent", "van der Velde", ""),
        ("FN:Ruiz\\, Ana", "Ana", "Ruiz", ""),
        ("FN:Bo Chen\\, PhD\\, MBA", "Bo", "Chen", "PhD, MBA"),
        ("FN:王美咲", "王美咲", "", ""),
        ("N:Chen, PhD;Bo", "Bo", "Chen", "PhD"),
        ("N:Ruiz;Ana,María;;;", "Ana María", "Ruiz", ""),
        ("NICKNAME:Mum", "Mum", "", ""),
        ("N:van 't Hoff;Jacobus;;Prof.;", "Jacobus", "van 't Hoff", "Prof."),
        ("N:Ruiz;Ana;;Mrs.;", "Ana", "Ruiz", ""),
    ],
)
def test_a_name_is_parted_as_well_as_can_be(tmp_path, line, given, family, credentials):
    card = read_card(tmp_path, line)
    assert (card.given_name, card.family_name, card.credentials) == (given, family, credentials)


@pytest.mark.parametrize(
    "line", ["N:;;;;", "FN:", "ORG:Acme", "EMAIL:a@example.org", "N:;;;;\r\nFN:Acme\r\nORG:Acme", "KIND:org\r\nFN:Acme"]
)
def test_a_card_without_a_persons_name_is_hidden(tmp_path, line):
    file = read_text(tmp_path, "BEGIN:VCARD", line, "END:VCARD")
    assert (file.rows, file.hidden, file.cards, file.problems) == (1, 1, (), ())


def test_what_cannot_be_seen_is_taken_out_and_counted(tmp_path):
    file = read_text(tmp_path, "BEGIN:VCARD", "FN:A\u202ena Ru\u200biz", "NOTE:a\u0007b\\nc", "END:VCARD")
    assert (file.cards[0].given_name, file.cards[0].remarks, file.cleaned) == ("Ana", "ab\nc", 2)


def test_a_long_name_a_joined_emoji_and_a_name_from_right_to_left_stay(tmp_path):
    for name in ("x" * 200, "👩‍🚀", "محمد"):
        assert read_card(tmp_path, f"FN:{name} Ruiz").given_name == name


def test_a_card_without_a_uid_gets_the_same_one_each_time(tmp_path):
    first = read_card(tmp_path, "FN:Ana Ruiz", "TEL:1")
    assert first.uid.startswith("urn:uuid:")
    assert read_card(tmp_path, "X-OTHER:1", "FN:Ana Ruiz", "TEL:1").uid == first.uid
    assert read_card(tmp_path, "FN:Ana Ruiz", "TEL:2").uid != first.uid


@pytest.mark.parametrize(
    ("name", "content", "known"),
    [
        ("a.VCF", b"", True),
        ("a.vcard", b"", True),
        ("a.txt", b"\xef\xbb\xbfBEGIN:VCARD", True),
        ("a.txt", "BEGIN:VCARD".encode("utf-16"), True),
        ("a.csv", b"First Name", False),
    ],
)
def test_vcards_are_known_by_their_name_or_by_how_they_begin(tmp_path, name, content, known):
    (tmp_path / name).write_bytes(content)
    assert is_vcard(tmp_path / name) is known


def test_a_file_that_is_not_there_is_none(tmp_path):
    assert not is_vcard(tmp_path / "nothing")
