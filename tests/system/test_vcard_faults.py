"""vCards that are broken, huge or hostile: read in little time and memory, with every card in one count."""

import time
import tracemalloc
from base64 import b64encode
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview_desktop.domain.progress import Cancelled
from infoview_desktop.system import vcard, vcard_lines
from infoview_desktop.system.regular_file import UnreadableFile
from infoview_desktop.system.vcard import CardsFile, read

MEGABYTE = 1024 * 1024


def read_bytes(directory: Path, content: bytes) -> CardsFile:
    path = directory / "people.vcf"
    path.write_bytes(content)
    return read(path, progress=lambda _: None, cancelled=lambda: False)


def card(*lines: bytes) -> bytes:
    return b"\r\n".join([b"BEGIN:VCARD", b"VERSION:3.0", *lines, b"END:VCARD", b""])


pieces = st.sampled_from(
    [
        b"BEGIN:VCARD\n",
        b"END:VCARD\n",
        b"VERSION:2.1\n",
        b"VERSION:4.0\n",
        b"FN:",
        b"N:;;;;",
        b"N;ENCODING=QUOTED-PRINTABLE:=C3=",
        b"PHOTO;ENCODING=b:",
        b"PHOTO:data:image/png;base64,iVBORw0KGgo=",
        b"AGENT:\n",
        b"ADR:;;;",
        b'TEL;TYPE="',
        b"EMAIL;CHARSET=utf-7:+",
        b"NOTE;CHARSET=ISO-8859-1:\xe9",
        b"URL:https://linkedin.com/in/%FF",
        b"X-SOCIALPROFILE;TYPE=linkedin:",
        b"CATEGORIES:a,b\\,c",
        b"\r\n ",
        b"\n",
        b"\r",
        b"=\n",
        b"\\",
        b";",
        b"\xff\xfe",
        b"\x00",
    ]
)


@given(content=st.lists(pieces | st.binary(max_size=12), max_size=40).map(b"".join))
def test_no_bytes_break_the_reader_and_every_card_is_in_one_count(tmp_path_factory, content):
    directory = tmp_path_factory.mktemp("cards")
    try:
        file = read_bytes(directory, content)
    except UnreadableFile:
        return  # with a sentence, as the tests below say
    assert file.rows == len(file.cards) + file.hidden + file.broken
    assert file.broken == sum(problem.left_out for problem in file.problems)
    for one in file.cards:
        assert one.folded_name
        assert one.uid


@given(content=st.binary(max_size=200))
def test_no_property_breaks_the_reader(tmp_path_factory, content):
    file = read_bytes(
        tmp_path_factory.mktemp("cards"), card(b"FN:Ana Ruiz", content.replace(b"\r", b"").replace(b"\n", b""))
    )
    assert file.rows >= 1


@pytest.mark.parametrize("beginning", [b"PHOTO;ENCODING=b;TYPE=JPEG:", b"PHOTO:data:image/jpeg;base64,"])
@pytest.mark.parametrize("folded", [True, False])
def test_a_photo_of_20_megabytes_is_left_out_and_named(tmp_path, beginning, folded):
    encoded = b64encode(bytes(20 * MEGABYTE))
    if folded:
        encoded = b"\r\n ".join(encoded[at : at + 74] for at in range(0, len(encoded), 74))
    file = read_bytes(tmp_path, card(b"FN:Ana Ruiz", beginning + encoded, b"EMAIL:ana@example.org") * 2)
    assert [one.emails for one in file.cards] == [("ana@example.org",)] * 2
    assert [one.photo for one in file.cards] == [b"", b""]
    assert [problem.why for problem in file.problems] == [
        "a photo of more than 12 MB; the person is imported without it"
    ] * 2
    assert not any(problem.left_out for problem in file.problems)


def test_a_photo_that_is_no_picture_costs_only_itself(tmp_path):
    file = read_bytes(tmp_path, card(b"FN:Ana Ruiz", b"PHOTO;ENCODING=b:" + b64encode(b"MZ" + bytes(500))))
    assert (len(file.cards), file.cards[0].photo) == (1, b"")
    assert file.problems[0].why == "a photo that is no picture; the person is imported without it"


def test_a_photo_that_lies_elsewhere_is_not_fetched(tmp_path):
    file = read_bytes(
        tmp_path, card(b"FN:Ana Ruiz", b"PHOTO;VALUE=URI:file:///etc/passwd", b"PHOTO:http://a.example/b")
    )
    assert (file.cards[0].photo, file.problems) == (b"", ())


@pytest.mark.parametrize(
    "hostile",
    [
        b"A;" + b"x=;" * 20_000 + b":",
        b'A;x="' + b"a" * 100_000,
        b"A" + b";x" * 100_000,
        b"-" * 1_000_000,
        b"FN:" + b"\\" * 1_000_000,
        b"N:" + b";" * 1_000_000,
        b"NOTE:" + "e\u0301\u0323".encode() * 20_000,
        b"FN:" + "\u0301\u0323".encode() * 400,
        b"CATEGORIES:" + b",".join(b"%d" % number for number in range(150)),
        b"URL:https://linkedin.com/in/" + b"%" * 900,
        b"\r\n".join([b"TEL:1"] * 1_900),
        b"NOTE;ENCODING=QUOTED-PRINTABLE:" + b"=\r\n" * 100_000,
        b"NOTE:" + b"\r\n a" * 200_000,
        b"EMAIL;CHARSET=punycode:" + b"a" * 900,
        b"\r\n".join([b"x"] * 100_000),
    ],
    ids=range(15),
)
def test_no_line_takes_long(tmp_path, hostile):
    started = time.perf_counter()
    file = read_bytes(tmp_path, card(b"FN:Ana Ruiz", hostile))
    assert time.perf_counter() - started < 2
    assert file.rows == 1


def test_a_card_of_too_many_lines_is_broken(tmp_path):
    file = read_bytes(tmp_path, card(b"FN:Ana Ruiz", *[b"TEL:1"] * 3_000) + card(b"FN:Bo Chen"))
    assert (file.broken, [one.given_name for one in file.cards]) == (1, ["Bo"])
    assert file.problems[0].why == "a card of more than 2,000 lines; it is left out"


def test_a_text_that_is_too_long_is_left_out_and_named(tmp_path):
    file = read_bytes(tmp_path, card(b"FN:Ana Ruiz", b"TITLE:" + b"x" * 5_000, b"NOTE:" + b"x" * 1_100_000))
    assert (file.cards[0].position, file.cards[0].remarks) == ("", "")
    assert [problem.why for problem in file.problems] == [
        "TITLE of 5,000 characters; the person is imported without it",
        "NOTE of 1,100,000 characters; the person is imported without it",
    ]


def test_memory_does_not_grow_with_what_is_left_out(tmp_path):
    path = tmp_path / "people.vcf"
    with path.open("wb") as file:
        file.write(b"BEGIN:VCARD\r\nFN:Ana Ruiz\r\nNOTE:")
        for _ in range(60):
            file.write(b"x" * MEGABYTE)
        file.write(b"\r\nX-A:" + b"\r\n y" * 500_000 + b"\r\nEND:VCARD\r\n")
    tracemalloc.start()
    content = read(path, progress=lambda _: None, cancelled=lambda: False)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(content.cards) == 1
    assert peak < 80 * MEGABYTE


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "people.vcf"
    with path.open("wb") as file:
        file.truncate(vcard.MOST_BYTES + 1)
    with pytest.raises(UnreadableFile, match="268 MB, more than an address book can be"):
        read(path, progress=lambda _: None, cancelled=lambda: False)


def test_what_is_wrong_with_a_card_is_told_in_few_words(tmp_path):
    addresses = [b"URL:javascript:%d" % number for number in range(100)]
    file = read_bytes(tmp_path, card(b"FN:Ana Ruiz", b"x\r\n" * 500, *addresses))
    assert file.problems[0].why == "from here on 500 lines that cannot be read; the person is imported without it"
    assert len(file.problems) == 10


def test_more_text_than_any_address_book_has_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(vcard, "MOST_TEXT", 2_000_000)
    photo = b"PHOTO;ENCODING=b:" + b64encode(bytes(3_000_000))
    assert len(read_bytes(tmp_path, card(b"FN:Ana Ruiz", photo) * 2).cards) == 2
    with pytest.raises(UnreadableFile, match="2 MB, more than an address book can be"):
        read_bytes(tmp_path, card(b"FN:Ana Ruiz", b"NOTE:" + b"x" * 900_000) * 3)


def test_too_many_cards_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(vcard, "MOST_CARDS", 3)
    with pytest.raises(UnreadableFile, match="more than 3 cards"):
        read_bytes(tmp_path, card(b"FN:Ana Ruiz") * 4)


@pytest.mark.parametrize("broken", [b"BEGIN:VCARD\n", card(*[b"TEL:1"] * 2_100), b"END:VCARD\n"])
def test_too_many_cards_are_refused_also_where_none_can_be_read(tmp_path, monkeypatch, broken):
    """Or ten million beginnings would be ten million problems."""
    monkeypatch.setattr(vcard, "MOST_CARDS", 3)
    with pytest.raises(UnreadableFile, match=r"more than 3 cards|no vCards"):
        read_bytes(tmp_path, broken * 5)


@pytest.mark.parametrize("content", [b"", b"First Name,Last Name\nAna,Ruiz\n", b"END:VCARD\n", bytes(1000)])
def test_a_file_without_a_card_is_refused_by_name(tmp_path, content):
    with pytest.raises(UnreadableFile, match=r"“people\.vcf” holds no vCards"):
        read_bytes(tmp_path, content)


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(UnreadableFile, match="is a folder"):
        read(tmp_path, progress=lambda _: None, cancelled=lambda: False)


def test_reading_can_be_cancelled_and_tells_how_far_it_is(tmp_path):
    path = tmp_path / "people.vcf"
    path.write_bytes(card(b"FN:Ana Ruiz", b"NOTE:" + b"x" * 1_000) * 2_000)
    told = []
    left = iter([False] * 30)
    with pytest.raises(Cancelled):
        read(path, progress=told.append, cancelled=lambda: next(left, True))
    assert told
    assert all(0 <= fraction < 1 for fraction in told)
    read(path, progress=told.append, cancelled=lambda: False)
    assert told[-1] == 1.0


def test_a_mark_of_bytes_may_be_cut_by_the_chunks(tmp_path, monkeypatch):
    monkeypatch.setattr(vcard_lines, "_CHUNK", 5)
    for text in (card("FN:Zoë Ångström".encode()), card("FN:Zoë Ångström".encode()).replace(b"\r\n", b"\r")):
        assert [one.family_name for one in read_bytes(tmp_path, text).cards] == ["Ångström"]
    utf16 = card("FN:Zoë Ångström".encode()).decode().encode("utf-16")
    assert [one.given_name for one in read_bytes(tmp_path, utf16).cards] == ["Zoë"]
