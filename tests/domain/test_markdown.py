"""What a line of Markdown means, and that nothing in it can stop the one who types."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from infoview_desktop.domain import markdown
from infoview_desktop.domain.markdown import Kind, spans, tags

HOSTILE = [
    "*",
    "_",
    "`",
    "[",
    "](",
    "[a](",
    "**a",
    "~~",
    "==",
    "@A",
    "#",
    "#1",
    "\\",
    "> ",
    "- ",
    "![",
    "`a",
    "*a ",
    "/#a",
]
signs = st.text(st.sampled_from("*_`[]()!#@~=>-+1. \\/ab:éה\n🌍"), max_size=80)


def parts(line: str, *people: str) -> list[tuple[str, Kind]]:
    """What is styled in a line, without the signs."""
    return [(line[span.start : span.end], span.kind) for span in spans(line, people) if span.kind is not Kind.SIGN]


@pytest.mark.parametrize(
    ("line", "styled"),
    [
        ("# Before we talk", [("# Before we talk", Kind.HEADING_1)]),
        ("#### Deep", [("#### Deep", Kind.HEADING_3)]),
        ("#nonprofit first", [("#nonprofit", Kind.TAG)]),
        ("- one", [("-", Kind.BULLET)]),
        ("  10. ten", [("10.", Kind.BULLET)]),
        ("- [ ] write", [("- [ ]", Kind.BULLET)]),
        ("> she said", [(" she said", Kind.QUOTE)]),
        ("a **b** c", [("**b**", Kind.STRONG)]),
        ("a *b* __c__", [("*b*", Kind.EMPHASIS), ("__c__", Kind.STRONG)]),
        ("***b***", [("***b***", Kind.STRONG), ("***b***", Kind.EMPHASIS)]),
        ("2 * 3 * 4", []),
        ("snake_case_name", []),
        ("`*a* #b`", [("`*a* #b`", Kind.CODE)]),
        ("~~no~~ ==ask==", [("~~no~~", Kind.STRUCK), ("==ask==", Kind.MARKED)]),
        (r"\*not\* \#tag", []),
        ("see [it](https://a.example)", [("[it](https://a.example)", Kind.LINK)]),
        ("https://a.example/x#y.", [("https://a.example/x#y", Kind.LINK)]),
        ("#1 of #2026 #q3 #lima/perú", [("#q3", Kind.TAG), ("#lima/perú", Kind.TAG)]),
        ("a#b C# ##x", []),
    ],
)
def test_a_line_means(line, styled):
    assert parts(line) == styled


def test_a_person_is_who_is_known_after_an_at_and_the_longest_name_counts():
    people = ("Ana", "Ana Ruiz")
    assert parts("@Ana Ruiz met @Ana, not @Anabel or a@Ana", *people) == [
        ("@Ana Ruiz", Kind.MENTION),
        ("@Ana", Kind.MENTION),
    ]
    assert parts("@Bo") == []


def test_a_link_tells_its_address_and_a_tag_its_name():
    assert [span.target for span in spans("[a](b) #c mailto:d@e.example") if span.target] == [
        "b",
        "c",
        "mailto:d@e.example",
    ]


@given(signs)
@example("**")
@example("`" * 7)
def test_every_part_lies_in_its_line(line):
    for span in spans(line, ("a", "ab b")):
        assert 0 <= span.start < span.end <= len(line)
    markdown.continued(line), markdown.indented(line, deeper=False), markdown.safe_address(line)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_line_takes_longer_than_a_frame(hostile):
    line = hostile * (markdown.LONGEST_STYLED // len(hostile))

    def taken() -> float:
        start = time.process_time()
        spans(line, ("Ana Ruiz", "A"))
        return time.process_time() - start

    # The best of three: the machine may be busy with something else.
    assert min(taken() for _ in range(3)) < 0.05


@pytest.mark.parametrize("hostile", HOSTILE)
def test_tags_are_found_in_time_with_the_length_of_the_text(hostile):
    text = hostile * (1_000_000 // len(hostile))
    start = time.process_time()
    tags(text)
    assert time.process_time() - start < 3


def test_ten_thousand_tags_are_found_and_no_more():
    assert len(tags(" ".join(f"#tag{number}" for number in range(10_000)))) == 10_000
    assert len(tags(" ".join(f"#tag{number}" for number in range(20_000)))) == markdown.MOST_TAGS


def test_tags_are_not_in_code_nor_in_addresses():
    assert tags("#one `#two` https://a.example/#three\n# four\n#five,#six #one") == {"one", "five", "six"}


@pytest.mark.parametrize(
    "address",
    ["https://a.example/b?c#d", "https://a.example/@ana", "HTTP://a.example", "mailto:ana@example.org",
     "mailto:ana@example.org?subject=Thank%20you&body=For%20your%20time"],
)  # fmt: skip
def test_addresses_of_the_web_and_of_mail_may_be_opened(address):
    assert markdown.safe_address(address) == address


@pytest.mark.parametrize(
    "address",
    ["", "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "//a.example", "a.example", "https:",
     "smb://a.example", "ht\ntps://a.example", "https://[", "https://a.example\\@b.example", "http\u200b://a.example",
     "https://linkedin.com@b.example/", "https://ana:secret@b.example", "https://linkedin.com\u202e@b.example",
     "mailto:ana@example.org?bcc=b@example.org", "mailto:ana@example.org?subject=a&Attach=/etc/passwd",
     "mailto:a@example.org?subject=a%0d%0abcc:b@example.org", "mailto:a@example.org,b@example.org",
     "mailto:?to=b@example.org", "mailto:a@example.org%0abcc:b@example.org"],
)  # fmt: skip
def test_no_other_address_may(address):
    assert markdown.safe_address(address) is None


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("- one", "- "),
        ("  * [x] done", "  * [ ] "),
        ("9. nine", "10. "),
        ("1) one", "2) "),
        ("- ", ""),
        ("- [ ] ", ""),
        ("text", None),
        ("-one", None),
    ],
)
def test_a_list_goes_on(line, following):
    assert markdown.continued(line) == following


def test_a_line_of_a_list_goes_in_and_out():
    assert markdown.indented("- a", deeper=True) == "  - a"
    assert [markdown.indented(line, deeper=False) for line in ("  - a", " - a", "- a", "\t- a")] == ["- a"] * 4
